// SPDX-License-Identifier: EUPL-1.2
import { formatAmount } from "@monnaie-commune/sdk/amounts";
import type { PlanComparison } from "@monnaie-commune/sdk/bonus/compare";
import type { BonusPlan } from "@monnaie-commune/sdk/bonus/plan";
import { formatCount } from "@monnaie-commune/sdk/bonus/rule-words";
import { TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { DataTable } from "../../../components/data-table.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import { formatPercent } from "../../../lib/format-percent.ts";
import type { Programme } from "../../audit/audit.ts";
import { usePrevious } from "../api/use-previous.ts";

/** With its sign, also when it is a plus. */
function signed<T extends number | bigint>(value: T, format: (value: T) => string): string {
  return value > 0 ? `+${format(value)}` : format(value);
}

/** Who came, who went, whose pay changed most. */
function Lines({ comparison }: { comparison: PlanComparison }) {
  const { t } = useTranslation(["runs", "bonus-run"]);
  const language = useLanguage();
  const cents = (amount: bigint) => formatAmount(amount, language);
  const { joined, left, muchChanged, stayed, largest } = comparison;
  const facts = [
    { name: t("bonus-run:compare.joined"), value: `${formatCount(joined.people, language)} · ${cents(joined.cents)}` },
    { name: t("bonus-run:compare.left"), value: `${formatCount(left.people, language)} · ${cents(left.cents)}` },
    { name: t("bonus-run:compare.muchChanged"), value: formatCount(muchChanged, language) },
  ];
  return (
    <>
      <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-3">
        {facts.map(({ name, value }) => (
          <div key={name}>
            <dt className="text-caption text-ink-soft">{name}</dt>
            <dd className="tabular font-semibold">{value}</dd>
          </div>
        ))}
      </dl>
      {stayed === 0 && (
        <p className="flex items-start gap-2 font-semibold">
          <TriangleAlert size={20} strokeWidth={1.75} aria-hidden="true" className="mt-0.5 shrink-0 text-bad" />
          {t("bonus-run:compare.nobodyStayed")}
        </p>
      )}
      {largest.length > 0 && (
        <DataTable
          caption={t("bonus-run:compare.largest")}
          columns={[
            { name: t("bonus-run:compare.payee") },
            { name: t("compare.then"), isNumber: true },
            { name: t("compare.now"), isNumber: true },
            { name: t("compare.difference"), isNumber: true },
          ]}
          rows={largest.map(({ payeeId, before, after }) => ({
            key: payeeId,
            cells: [payeeId, cents(before), cents(after), signed(after - before, cents)],
          }))}
        />
      )}
    </>
  );
}

type Props = { plan: BonusPlan; ownRun: bigint | undefined; programmes: readonly Programme[] };

/** How a plan differs from the last period: what whoever proposes or approves reads before signing. */
export function Comparison({ plan, ownRun, programmes }: Props) {
  const { t } = useTranslation(["runs", "bonus-run"]);
  const language = useLanguage();
  const { data: previous } = usePrevious(plan, ownRun, programmes);
  if (previous === undefined) return <div className="skeleton h-24" />;
  if (previous === null) return <p className="text-ink-soft">{t("bonus-run:compare.none")}</p>;
  const { runId, kind, comparison } = previous;
  const { payments, cents: sums, difference, percent } = comparison;
  const cents = (amount: bigint) => formatAmount(amount, language);
  const count = (value: number) => formatCount(value, language);
  const change =
    percent === undefined ? "" : ` (${signed(percent, (value) => formatPercent(Math.round(value * 100), language))})`;
  return (
    <div className="space-y-5">
      <DataTable
        caption={t("bonus-run:compare.title")}
        note={t(kind === "lines" ? "compare.withLines" : "compare.totalsOnly", { run: runId.toString() })}
        columns={[
          { name: t("compare.what") },
          { name: t("compare.then"), isNumber: true },
          { name: t("compare.now"), isNumber: true },
          { name: t("compare.difference"), isNumber: true },
        ]}
        rows={[
          {
            key: "payments",
            cells: [
              t("summary.payments"),
              count(payments.before),
              count(payments.after),
              signed(payments.after - payments.before, count),
            ],
          },
          {
            key: "total",
            cells: [t("summary.total"), cents(sums.before), cents(sums.after), signed(difference, cents) + change],
          },
        ]}
      />
      {kind === "lines" && <Lines comparison={comparison} />}
    </div>
  );
}
