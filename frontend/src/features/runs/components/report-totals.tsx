// SPDX-License-Identifier: EUPL-1.2
import { FATES } from "@monnaie-commune/sdk/bonus/fates";
import { countFinal } from "@monnaie-commune/sdk/bonus/finality";
import type { RunReport } from "@monnaie-commune/sdk/bonus/report-files";
import { formatCount } from "@monnaie-commune/sdk/bonus/rule-words";
import { useTranslation } from "react-i18next";
import { Amount } from "../../../components/amount.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";

/** What became of the money, in people and in cents. */
export function ReportTotals({ report: { result, block, finalBlock } }: { report: RunReport }) {
  const { t } = useTranslation("runs");
  const language = useLanguage();
  const { symbol } = useRuntime();
  const { fates, euros } = result;
  const { final, open } = countFinal(result.lines, finalBlock);
  const finality = { final: formatCount(final, language), open: formatCount(open, language) };
  // Letters are told only where there are any.
  const shown = FATES.filter((fate) => fate === "paid" || (fate !== "euros" && fates[fate].lines > 0));
  const totals = [
    ...shown.map((fate) => ({ key: fate, people: fates[fate].lines, cents: fates[fate].cents, unit: symbol })),
    { key: "euros" as const, people: fates.euros.lines, cents: euros, unit: "€" },
  ];
  return (
    <div className="space-y-3">
      <dl className="grid gap-x-8 gap-y-4 sm:grid-cols-3">
        {totals.map(({ key, people, cents, unit }) => (
          <div key={key}>
            <dt className="text-ink-soft">{t(`report.totals.${key}`)}</dt>
            <dd>
              <Amount cents={cents} symbol={unit} size="row" />
              <span className="block text-caption text-ink-soft">
                {t(key === "euros" ? "report.onlyEuros" : "report.people", {
                  count: people,
                  shown: formatCount(people, language),
                })}
              </span>
            </dd>
          </div>
        ))}
      </dl>
      {final + open > 0 && <p>{t(open === 0 ? "report.allFinal" : "report.notAllFinal", finality)}</p>}
      <p className="text-caption text-ink-soft">{t("report.asOf", { block: formatCount(block, language) })}</p>
    </div>
  );
}
