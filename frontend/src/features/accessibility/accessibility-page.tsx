// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from "react-i18next";
import { buttonClass } from "../../components/button.tsx";
import { Card } from "../../components/card.tsx";
import { Page } from "../../components/page.tsx";
import { useLanguage } from "../../i18n/use-language.ts";
import { formatUtcDay } from "../../lib/format-date.ts";
import { useRuntime } from "../../lib/runtime-context.ts";

/** UTC day this declaration was last gone through, point by point. */
const MADE_ON = Date.UTC(2026, 10, 25) / 86_400_000;
const RIGHTS_FORM = "https://formulaire.defenseurdesdroits.fr/";

function Points({ points }: { points: readonly string[] }) {
  return (
    <ul className="max-w-column list-disc space-y-2 pl-5 marker:text-accent">
      {points.map((point) => (
        <li key={point}>{point}</li>
      ))}
    </ul>
  );
}

/** The declaration that French law asks of public bodies: how accessible the site is, what is not, and whom to write to. */
export default function AccessibilityPage() {
  const { t } = useTranslation("accessibility");
  const language = useLanguage();
  const { url, accessibilityMail } = useRuntime().region.site;
  return (
    <Page title={t("title")} lead={t("lead")}>
      <div className="max-w-column space-y-6">
        <Card title={t("status.title")}>
          <p>{t("status.text")}</p>
        </Card>
        <Card title={t("tests.title")}>
          <Points
            points={[
              t("tests.axe"),
              t("tests.keyboard"),
              t("tests.zoom"),
              t("tests.motion"),
              t("tests.words"),
              t("tests.twins"),
            ]}
          />
        </Card>
        <Card title={t("limits.title")}>
          <Points points={[t("limits.readers"), t("limits.wallets"), t("limits.print"), t("limits.reading")]} />
        </Card>
        <Card title={t("contact.title")} className="space-y-4">
          <p>{t("contact.text")}</p>
          {accessibilityMail ? (
            <a href={`mailto:${accessibilityMail}`} className={buttonClass("secondary", "[overflow-wrap:anywhere]")}>
              {t("contact.mail", { address: accessibilityMail })}
            </a>
          ) : (
            <a href={url} className={buttonClass("secondary")}>
              {t("contact.site")}
            </a>
          )}
        </Card>
        <Card title={t("appeal.title")} className="space-y-4">
          <p>{t("appeal.text")}</p>
          <a href={RIGHTS_FORM} className={buttonClass("secondary")}>
            {t("appeal.link")}
          </a>
        </Card>
        <Card title={t("made.title")}>
          <p>{t("made.text", { day: formatUtcDay(MADE_ON, language) })}</p>
        </Card>
      </div>
    </Page>
  );
}
