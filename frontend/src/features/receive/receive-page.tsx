// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from "react-i18next";
import { Page } from "../../components/page.tsx";

export default function ReceivePage() {
  const { t } = useTranslation("receive");
  return <Page title={t("title")}>{null}</Page>;
}
