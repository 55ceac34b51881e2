// SPDX-License-Identifier: EUPL-1.2
import type { BonusPlan, PlanLine } from "./plan.ts";

/** What a payee gets in the currency, before and after, in cents. */
export type Change = { payeeId: string; before: bigint; after: bigint };

/** People with something to pay in the currency, and what they get in all, in cents. */
export type Group = { people: number; cents: bigint };

/** Something counted or summed in the last period and in this one. */
export type BeforeAndAfter<T> = { before: T; after: T };

/** How the totals of two periods differ. `percent` is of the former total, undefined where that was nothing. */
export type TotalsComparison = {
  payments: BeforeAndAfter<number>;
  cents: BeforeAndAfter<bigint>;
  difference: bigint;
  percent: number | undefined;
};

/** How two lists of the same purpose differ; every amount is what is paid in the currency. */
export type PlanComparison = TotalsComparison & {
  /** Lines of the lists, those that stay in euros included. */
  lines: BeforeAndAfter<number>;
  /** Paid now and not then, and the other way round. */
  joined: Group;
  left: Group;
  /** Paid both times. */
  stayed: number;
  /** Paid both times, and by more than half more or less than before. */
  muchChanged: number;
  /** The largest differences among those who are paid both times, the largest first. */
  largest: Change[];
  budgetLines: (BeforeAndAfter<bigint> & { budgetLine: string })[];
};

/** What is known of the last period where its list is not at hand: the run on the chain. Cents. */
export type FormerTotals = { payments: number; cents: bigint };

const MOST_CHANGES = 5;

type Comparable = Pick<BonusPlan, "lines" | "totals">;

/** Holds a plan against the totals of the last period. */
export function compareTotals(before: FormerTotals, { totals }: Pick<BonusPlan, "totals">): TotalsComparison {
  const after = BigInt(totals.cents);
  const difference = after - before.cents;
  return {
    payments: { before: before.payments, after: totals.payments },
    cents: { before: before.cents, after },
    difference,
    percent: before.cents === 0n ? undefined : Math.round(Number((difference * 1_000_000n) / before.cents) / 100) / 100,
  };
}

/** Holds a plan against that of the last period, payee by payee and budget line by budget line. */
export function comparePlans(previous: Comparable, plan: Comparable): PlanComparison {
  const formerSums = sumsOf(previous.lines, ({ payeeId }) => payeeId);
  const sums = sumsOf(plan.lines, ({ payeeId }) => payeeId);
  const joined = [...sums].filter(([payeeId]) => !formerSums.has(payeeId));
  const left = [...formerSums].filter(([payeeId]) => !sums.has(payeeId));
  const stayed = [...sums].flatMap(([payeeId, after]): Change[] => {
    const before = formerSums.get(payeeId);
    return before === undefined ? [] : [{ payeeId, before, after }];
  });
  const { payments, cents } = previous.totals;
  return {
    ...compareTotals({ payments, cents: BigInt(cents) }, plan),
    lines: { before: previous.totals.people, after: plan.totals.people },
    joined: groupOf(joined),
    left: groupOf(left),
    stayed: stayed.length,
    muchChanged: stayed.filter(({ before, after }) => 2n * distance(before, after) > before).length,
    largest: stayed
      .filter(({ before, after }) => before !== after)
      .toSorted(
        (a, b) => Number(distance(b.before, b.after) - distance(a.before, a.after)) || order(a.payeeId, b.payeeId),
      )
      .slice(0, MOST_CHANGES),
    budgetLines: budgetLinesOf(previous.lines, plan.lines),
  };
}

/** Cents of each key, of lines that are paid in the currency. */
function sumsOf(lines: readonly PlanLine[], key: (line: PlanLine) => string): Map<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const line of lines) {
    const cents = BigInt(line.cents);
    if (cents > 0n) sums.set(key(line), (sums.get(key(line)) ?? 0n) + cents);
  }
  return sums;
}

function budgetLinesOf(before: readonly PlanLine[], after: readonly PlanLine[]): PlanComparison["budgetLines"] {
  const formerSums = sumsOf(before, ({ budgetLine }) => budgetLine);
  const sums = sumsOf(after, ({ budgetLine }) => budgetLine);
  return [...new Set([...formerSums.keys(), ...sums.keys()])].toSorted(order).map((budgetLine) => {
    return { budgetLine, before: formerSums.get(budgetLine) ?? 0n, after: sums.get(budgetLine) ?? 0n };
  });
}

function groupOf(payees: readonly (readonly [payeeId: string, cents: bigint])[]): Group {
  return { people: payees.length, cents: payees.reduce((sum, [, cents]) => sum + cents, 0n) };
}

function distance(one: bigint, other: bigint): bigint {
  return one > other ? one - other : other - one;
}

function order(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}
