// SPDX-License-Identifier: EUPL-1.2
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { changeLanguage } from "../i18n/i18n.ts";
import { useLanguage } from "../i18n/use-language.ts";

const OTHER_LANGUAGE = { fr: { code: "en", name: "English" }, en: { code: "fr", name: "Français" } } as const;
const LINK = "inline-flex min-h-11 items-center underline underline-offset-4 hover:text-ink";

export function Footer() {
  const { t } = useTranslation();
  const other = OTHER_LANGUAGE[useLanguage()];
  return (
    <footer className="mt-12 flex flex-wrap items-center gap-x-6 border-t border-hairline px-4 py-4 text-caption text-ink-soft md:px-8 lg:px-12">
      <button type="button" lang={other.code} className={LINK} onClick={() => void changeLanguage(other.code)}>
        {other.name}
      </button>
      <Link to="/accessibilite" className={LINK}>
        {t("shell.conformity")}
      </Link>
      <p className="py-2">{t("shell.foot")}</p>
    </footer>
  );
}
