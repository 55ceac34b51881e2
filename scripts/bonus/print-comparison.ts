// SPDX-License-Identifier: EUPL-1.2
import {
  comparePlans,
  compareTotals,
  type PlanComparison,
  type TotalsComparison,
} from "@monnaie-commune/sdk/bonus/compare";
import type { BonusPlan } from "@monnaie-commune/sdk/bonus/plan";
import { shortHash } from "@monnaie-commune/sdk/bonus/run-state";
import { formatCount, formatPercent, t } from "../lib/messages.ts";
import { heading, line, table, warning } from "../lib/terminal.ts";
import type { Previous } from "./previous.ts";
import { cents } from "./print-plan.ts";

/** How a plan differs from the last period: what whoever proposes or approves reads before signing. */
export function printComparison(plan: BonusPlan, previous: Previous | undefined): void {
  heading(t("bonus-run.compare.title"));
  if (previous === undefined) {
    line(t("bonus-run.compare.none"));
    return;
  }
  line(t(previous.runId === undefined ? "bonus.compare.given" : "bonus.compare.run", wordsOf(previous)));
  if (previous.plan === undefined) {
    printTotals(compareTotals(previous.totals, plan), []);
    warning(t("bonus.compare.noFile"));
    return;
  }
  const comparison = comparePlans(previous.plan, plan);
  const { lines, joined, left, muchChanged } = comparison;
  printTotals(comparison, [
    [t("bonus.summary.people"), formatCount(lines.before), formatCount(lines.after), signedCount(lines)],
  ]);
  table([
    [t("bonus-run.compare.joined"), formatCount(joined.people), cents(joined.cents)],
    [t("bonus-run.compare.left"), formatCount(left.people), cents(left.cents)],
    [t("bonus-run.compare.muchChanged"), formatCount(muchChanged), ""],
  ]);
  if (comparison.stayed === 0) warning(t("bonus-run.compare.nobodyStayed"));
  printChanges(comparison);
}

function printTotals({ payments, cents: sums, difference, percent }: TotalsComparison, more: string[][]): void {
  const change = percent === undefined ? "" : ` (${signed(percent, (value) => formatPercent(value * 100))})`;
  table([
    ["", t("bonus-run.compare.then"), t("bonus-run.compare.now"), t("bonus-run.compare.difference")],
    ...more,
    [t("bonus.summary.payments"), formatCount(payments.before), formatCount(payments.after), signedCount(payments)],
    [t("bonus.summary.total"), cents(sums.before), cents(sums.after), signed(difference, cents) + change],
  ]);
}

function printChanges({ largest, budgetLines }: PlanComparison): void {
  if (largest.length > 0) {
    heading(t("bonus-run.compare.largest"));
    table([
      [
        t("bonus-run.compare.payee"),
        t("bonus-run.compare.then"),
        t("bonus-run.compare.now"),
        t("bonus-run.compare.difference"),
      ],
      ...largest.map(({ payeeId, before, after }) => [
        payeeId,
        cents(before),
        cents(after),
        signed(after - before, cents),
      ]),
    ]);
  }
  heading(t("bonus.summary.budgetLines"));
  table([
    [
      t("bonus.summary.budgetLine"),
      t("bonus-run.compare.then"),
      t("bonus-run.compare.now"),
      t("bonus-run.compare.difference"),
    ],
    ...budgetLines.map(({ budgetLine, before, after }) => [
      budgetLine,
      cents(before),
      cents(after),
      signed(after - before, cents),
    ]),
  ]);
}

function wordsOf({ runId, plan }: Previous): { run: bigint; plan: string; created: string } {
  return { run: runId ?? 0n, plan: plan === undefined ? "—" : shortHash(plan), created: plan?.created ?? "—" };
}

function signedCount({ before, after }: { before: number; after: number }): string {
  return signed(after - before, formatCount);
}

/** With its sign, also when it is a plus. */
function signed<T extends number | bigint>(value: T, format: (value: T) => string): string {
  return value > 0 ? `+${format(value)}` : format(value);
}
