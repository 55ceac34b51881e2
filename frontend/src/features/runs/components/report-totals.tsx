// SPDX-License-Identifier: EUPL-1.2
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
  const { paid, unpaid, euros, paidLines, unpaidLines, euroLines } = result;
  const { final, open } = countFinal(result.lines, finalBlock);
  const finality = { final: formatCount(final, language), open: formatCount(open, language) };
  const totals = [
    { key: "paid", people: paidLines, cents: paid, unit: symbol },
    { key: "unpaid", people: unpaidLines, cents: unpaid, unit: symbol },
    { key: "euros", people: euroLines, cents: euros, unit: "€" },
  ] as const;
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
