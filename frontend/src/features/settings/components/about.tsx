// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from "react-i18next";
import { Card } from "../../../components/card.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import { formatPercent } from "../../../lib/format-percent.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";

/** Which region's currency this is, its rules in two lines, and, in the demonstration, that all of it is invented. */
export function About() {
  const { t } = useTranslation("settings");
  const language = useLanguage();
  const { region, deployment, isDemonstration } = useRuntime();
  const { name, symbol, ordinaryRateBps, merchantRateBps } = region.currency;
  const rates = {
    ordinary: formatPercent(ordinaryRateBps, language),
    merchant: formatPercent(merchantRateBps, language),
  };
  const facts = [
    [t("about.region"), region.name[language]],
    [t("about.currency"), `${name[language]} (${symbol})`],
    [t("about.rates"), t("about.ratesValue", rates)],
    [t("about.contract"), deployment.contracts.RegionalToken.address],
  ] as const;
  return (
    <Card title={t("about.title")} className="space-y-4">
      {isDemonstration && <p>{t("about.fictitious")}</p>}
      <dl className="divide-y divide-hairline">
        {facts.map(([term, value]) => (
          <div key={term} className="grid gap-x-6 py-2.5 sm:grid-cols-[12rem_minmax(0,1fr)]">
            <dt className="text-ink-soft">{term}</dt>
            <dd className="min-w-0 [overflow-wrap:anywhere]">{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
