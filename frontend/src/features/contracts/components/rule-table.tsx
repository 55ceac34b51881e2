// SPDX-License-Identifier: EUPL-1.2
import { formatAmount } from "@monnaie-commune/sdk/amounts";
import type { Rate } from "@monnaie-commune/sdk/demurrage";
import { NOTICE_DAYS } from "@monnaie-commune/sdk/ledger/checks/check-rates";
import { useTranslation } from "react-i18next";
import { DataTable } from "../../../components/data-table.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import { formatUtcDay } from "../../../lib/format-date.ts";
import { formatPercent } from "../../../lib/format-percent.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import type { Rules } from "../api/use-rules.ts";

/** A yearly rate as it is now, with the one that is announced. */
function useRateWords(today: number): (rates: readonly Rate[]) => string {
  const { t } = useTranslation("contracts");
  const language = useLanguage();
  const yearly = ({ yearlyRateBps }: Rate) => t("constants.yearly", { rate: formatPercent(yearlyRateBps, language) });
  return (rates) => {
    const now = rates.findLast(({ fromDay }) => fromDay <= today);
    const next = rates.find(({ fromDay }) => fromDay > today);
    if (now === undefined) return "";
    if (next === undefined) return yearly(now);
    const day = formatUtcDay(next.fromDay, language);
    return t("constants.announced", { now: yearly(now), next: yearly(next), day });
  };
}

/** The rules in numbers, and by whom each could be changed. */
export function RuleTable({ rules }: { rules: Rules }) {
  const { t } = useTranslation(["contracts", "register"]);
  const language = useLanguage();
  const { symbol } = useRuntime();
  const rateWords = useRateWords(rules.today);
  const { cap, rateCeilingBps, feeBps, feeCeilingBps, monthlyAllowance, isIssuingClosed, block } = rules;
  const rows = [
    { key: "cap", value: formatAmount(cap, language, symbol), change: "never" },
    { key: "ordinary", value: rateWords(rules.ordinary), change: "council" },
    { key: "merchant", value: rateWords(rules.merchant), change: "council" },
    {
      key: "ceiling",
      value: t("constants.yearly", { rate: formatPercent(rateCeilingBps, language) }),
      change: "never",
    },
    { key: "notice", value: t("register:values.days", { count: NOTICE_DAYS }), change: "never" },
    { key: "fee", value: formatPercent(feeBps, language), change: "councilNow" },
    { key: "feeCeiling", value: formatPercent(feeCeilingBps, language), change: "never" },
    { key: "allowance", value: formatAmount(monthlyAllowance, language, symbol), change: "councilNow" },
    { key: "issuing", value: t(isIssuingClosed ? "constants.closed" : "constants.open"), change: "guardian" },
  ] as const;
  return (
    <DataTable
      caption={t("constants.title")}
      note={t("constants.note", { block })}
      columns={[{ name: t("constants.rule") }, { name: t("constants.value") }, { name: t("constants.change") }]}
      rows={rows.map(({ key, value, change }) => ({
        key,
        cells: [
          <span key="rule" className="font-normal">
            {t(`constants.${key}`)}
          </span>,
          <strong key="value" className="tabular">
            {value}
          </strong>,
          <span key="change" className="text-ink-soft">
            {t(`constants.${change}`)}
          </span>,
        ],
      }))}
    />
  );
}
