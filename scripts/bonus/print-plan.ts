// SPDX-License-Identifier: EUPL-1.2
import { formatAmount } from "@monnaie-commune/sdk/amounts";
import { actsOf, type BonusPlan, type PlanTotals } from "@monnaie-commune/sdk/bonus/plan";
import { shortHash } from "@monnaie-commune/sdk/bonus/run-state";
import { formatCount, formatDay, language, t } from "../lib/messages.ts";
import { heading, line, table } from "../lib/terminal.ts";

/** Count, totals, budget lines, acts and hash: what everybody who signs sees in the same form. */
export function printPlan(plan: BonusPlan): void {
  const { totals, budgetLines, claims } = plan;
  const letters = (row: string[]) => (claims === null ? [] : [row]);
  heading(t("bonus.summary.title", { plan: shortHash(plan), programme: plan.programmeId }));
  table([
    [t("bonus.summary.purpose"), t(`bonus-run.purposes.${plan.purpose}`)],
    [t("bonus.summary.people"), formatCount(totals.people)],
    [t("bonus.summary.payments"), formatCount(totals.payments)],
    ...letters([t("bonus.summary.letters"), formatCount(totals.claims)]),
    [t("bonus.summary.total"), cents(totals.cents)],
    ...letters([t("bonus.summary.letterTotal"), cents(totals.claimCents)]),
    [t("bonus.summary.euros"), cents(totals.eurosCents)],
    [t("bonus.summary.chunks"), formatCount(plan.chunks.length)],
    ...letters([t("bonus.summary.sheets"), formatCount(claims?.sheets.length ?? 0)]),
    ...letters([t("bonus.summary.deadline"), formatDay(claims?.deadline ?? 0)]),
  ]);
  printGroups(
    "budgetLines",
    "budgetLine",
    budgetLines.map((group) => ({ ...group, name: group.budgetLine })),
  );
  const acts = actsOf(plan.lines);
  if (acts.length > 0) {
    printGroups(
      "acts",
      "act",
      acts.map((group) => ({ ...group, name: t(`bonus-run.acts.${group.act}`) })),
    );
  }
  line();
  line(t("bonus.summary.hash", { hash: plan.planHash }));
}

function printGroups(title: string, column: string, groups: readonly (PlanTotals & { name: string })[]): void {
  const hasLetters = groups.some(({ claims }) => claims > 0);
  const letters = (cell: string) => (hasLetters ? [cell] : []);
  heading(t(`bonus.summary.${title}`));
  table([
    [
      t(`bonus.summary.${column}`),
      t("bonus.summary.payments"),
      ...letters(t("bonus.summary.letters")),
      t("bonus.summary.total"),
      t("bonus.summary.euros"),
    ],
    ...groups.map((group) => [
      group.name,
      formatCount(group.payments),
      ...letters(formatCount(group.claims)),
      cents(group.cents),
      cents(group.eurosCents),
    ]),
  ]);
}

/** Cents as people read them. */
export function cents(amount: bigint | string): string {
  return formatAmount(BigInt(amount), language());
}
