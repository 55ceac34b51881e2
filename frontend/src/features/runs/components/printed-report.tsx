// SPDX-License-Identifier: EUPL-1.2
import { formatAmount } from "@monnaie-commune/sdk/amounts";
import { FATES } from "@monnaie-commune/sdk/bonus/fates";
import type { RunReport } from "@monnaie-commune/sdk/bonus/report-files";
import { formatCount } from "@monnaie-commune/sdk/bonus/rule-words";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../../i18n/use-language.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import type { Programme } from "../../audit/audit.ts";
import { useCheckSentence } from "../use-check-sentence.ts";
import { useProgrammeName } from "../use-programme-name.ts";

const CELL = "border border-black px-2 py-1 text-left";
const NUMBER = "border border-black px-2 py-1 text-right tabular";

/** The page for the binder: seen on paper only, black on white, with both hashes and room for two signatures. */
export function PrintedReport({ report, programme }: { report: RunReport; programme: Programme }) {
  const { t } = useTranslation(["runs", "bonus-run"]);
  const language = useLanguage();
  const { symbol, region } = useRuntime();
  const sentenceOf = useCheckSentence();
  const programmeName = useProgrammeName();
  const { plan, run, result, block, decisionHash } = report;
  const amount = (cents: bigint | string) => formatAmount(BigInt(cents), language);
  const facts = [
    [t("facts.programme"), programmeName(programme)],
    [t("printed.state"), t(`bonus-run:states.${run.state}`)],
    [t("facts.proposer"), run.proposer],
    [t("facts.approver"), run.state === "approved" ? run.approver : ""],
    [t("decision"), decisionHash],
    [t("summary.hash"), plan.planHash],
    [t("printed.source"), plan.sourceSha256],
    [t("printed.block"), formatCount(block, language)],
  ] as const;
  const fates = FATES.filter((fate) => result.fates[fate].lines > 0);
  return (
    <div className="hidden text-[10pt] leading-snug text-black print:block">
      <p className="mb-4 text-[12pt] font-bold">
        {t("printed.title", { region: region.name[language], currency: region.currency.name[language] })}
      </p>
      <dl className="mb-5 grid grid-cols-[11rem_minmax(0,1fr)] gap-y-1">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt>{name}</dt>
            <dd className="font-semibold break-all">{value}</dd>
          </div>
        ))}
      </dl>
      <table className="mb-5 w-full border-collapse">
        <thead>
          <tr>
            <th className={CELL}>{t("printed.fate")}</th>
            <th className={NUMBER}>{t("printed.people")}</th>
            <th className={NUMBER}>{t("printed.amount", { symbol })}</th>
          </tr>
        </thead>
        <tbody>
          {fates.map((fate) => (
            <tr key={fate}>
              <td className={CELL}>{t(`bonus-run:fate.${fate}`)}</td>
              <td className={NUMBER}>{formatCount(result.fates[fate].lines, language)}</td>
              <td className={NUMBER}>{fate === "euros" ? "" : amount(result.fates[fate].cents)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <table className="mb-5 w-full border-collapse">
        <thead>
          <tr>
            <th className={CELL}>{t("summary.budgetLine")}</th>
            <th className={NUMBER}>{t("summary.payments")}</th>
            <th className={NUMBER}>{t("summary.total")}</th>
            <th className={NUMBER}>{t("summary.euros")}</th>
          </tr>
        </thead>
        <tbody>
          {plan.budgetLines.map((line) => (
            <tr key={line.budgetLine}>
              <td className={CELL}>{line.budgetLine}</td>
              <td className={NUMBER}>{formatCount(line.payments, language)}</td>
              <td className={NUMBER}>{amount(line.cents)}</td>
              <td className={NUMBER}>{amount(line.eurosCents)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ul className="mb-8 space-y-0.5">
        {result.checks.map((check) => (
          <li key={check.key}>
            {check.holds ? "☑" : "☒"} {sentenceOf(check)}
          </li>
        ))}
      </ul>
      <div className="grid grid-cols-2 gap-8 break-inside-avoid">
        {(["officer", "approver"] as const).map((who) => (
          <p key={who} className="border-t border-black pt-1">
            {t(`printed.${who}`)}
          </p>
        ))}
      </div>
    </div>
  );
}
