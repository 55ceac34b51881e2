// SPDX-License-Identifier: EUPL-1.2
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { buttonClass } from "../../components/button.tsx";
import { Card } from "../../components/card.tsx";
import { ChoiceGroup } from "../../components/choice-group.tsx";
import { Page } from "../../components/page.tsx";
import { changeLanguage } from "../../i18n/i18n.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { chooseTheme, storedTheme, type Theme } from "../../lib/preferences.ts";
import { About } from "./components/about.tsx";
import { ForgetDevice } from "./components/forget-device.tsx";
import { IdentityCard } from "./components/identity-card.tsx";

const THEMES: readonly Theme[] = ["system", "light", "dark"];

export default function SettingsPage() {
  const { t } = useTranslation("settings");
  const language = useLanguage();
  const [theme, setTheme] = useState(storedTheme);
  return (
    <Page title={t("title")}>
      <div className="max-w-column space-y-6">
        <IdentityCard />
        <Card title={t("language.title")}>
          <ChoiceGroup
            label={t("language.title")}
            value={language}
            choices={[
              { value: "fr", name: "Français", lang: "fr" },
              { value: "en", name: "English", lang: "en" },
            ]}
            onChange={(chosen) => void changeLanguage(chosen)}
          />
        </Card>
        <Card title={t("theme.title")}>
          <ChoiceGroup
            label={t("theme.title")}
            value={theme}
            choices={THEMES.map((value) => ({ value, name: t(`theme.${value}`) }))}
            onChange={(chosen) => {
              chooseTheme(chosen);
              setTheme(chosen);
            }}
          />
        </Card>
        <Card title={t("contacts.title")} className="space-y-4">
          <p>{t("contacts.text")}</p>
          <Link to="/contacts" className={buttonClass("secondary")}>
            {t("contacts.action")}
          </Link>
        </Card>
        <ForgetDevice />
        <About />
      </div>
    </Page>
  );
}
