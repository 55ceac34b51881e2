// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from "react-i18next";
import { Page } from "../../components/page.tsx";
import { EmptyState } from "../../components/states.tsx";

export default function HistoryPage() {
  const { t } = useTranslation("movements");
  return (
    <Page title={t("title")}>
      <EmptyState text={t("empty")} />
    </Page>
  );
}
