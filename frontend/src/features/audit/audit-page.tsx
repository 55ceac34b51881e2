// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from "react-i18next";
import { Page } from "../../components/page.tsx";
import { EmptyState } from "../../components/states.tsx";

export default function AuditPage() {
  const { t } = useTranslation();
  return (
    <Page title={t("pages.audit")}>
      <EmptyState text={t("shell.foot")} />
    </Page>
  );
}
