// SPDX-License-Identifier: EUPL-1.2
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Page } from "../components/page.tsx";
import { buttonClass } from "../components/button.tsx";

export default function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <Page title={t("notFound.title")} lead={t("notFound.text")}>
      <Link to="/" className={buttonClass("primary")}>
        {t("notFound.action")}
      </Link>
    </Page>
  );
}
