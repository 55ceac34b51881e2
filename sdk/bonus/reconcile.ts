// SPDX-License-Identifier: EUPL-1.2
import type { Hex } from "viem";
import type { Issue } from "../ledger/entries.ts";
import { type BonusPlan, planChunks, type PlanLine } from "./plan.ts";

/** A chunk of a run as its ChunkPaid event tells it; `cents` and `payments` are what the contract counted. */
export type PaidChunk = { index: number; payments: number; cents: bigint; tx: Hex; block: number };

/** What the chain says of a run, read at one block. Cents. */
export type RunFacts = {
  chunks: readonly PaidChunk[];
  /** Every issue of the token, of this run or not. */
  issues: readonly Issue[];
  burned: bigint;
  totalSupply: bigint;
  /** What the contract counted as paid by this run. */
  paid: bigint;
  paidCount: number;
};

/** Paid in the currency, to be paid in it, or staying in euros. */
export type Fate = "paid" | "unpaid" | "euros";

export type ReportLine = PlanLine & { fate: Fate; chunk?: number; tx?: Hex; block?: number; day?: number };

/** One thing that has to hold: `actual` against `expected`, in cents or payments. */
export type ReportCheck = {
  key: "linesAgree" | "nothingElse" | "chunksAgree" | "runAgrees" | "countAgrees" | "supplyAgrees";
  holds: boolean;
  expected: bigint;
  actual: bigint;
};

export type Reconciliation = {
  lines: ReportLine[];
  /** Cents of each fate; what stays in euros includes the rest of those who are paid in part. */
  paid: bigint;
  unpaid: bigint;
  euros: bigint;
  paidLines: number;
  unpaidLines: number;
  euroLines: number;
  checks: ReportCheck[];
  isReconciled: boolean;
  isComplete: boolean;
};

/**
 * Holds every line of a plan against the Transfer event that paid it, and the sums against the contract's own and the
 * supply, to the cent. A line is paid when its chunk's transfers are those of the plan, in its order.
 */
export function reconcile(plan: BonusPlan, runId: bigint, facts: RunFacts): Reconciliation {
  const issues = facts.issues.filter(({ story }) => story?.runId === runId);
  const byChunk = Map.groupBy(issues, ({ story }) => Number(story?.chunkIndex));
  const issueOfPayment = new Map<number, Issue>();
  let agreeing = 0n;
  const chunks = planChunks(plan);
  chunks.forEach((payments, index) => {
    const found = byChunk.get(index) ?? [];
    payments.forEach(({ payee, amount }, at) => {
      const issue = found[at];
      if (issue?.to !== payee || issue.cents !== amount) return;
      issueOfPayment.set((plan.chunks[index]?.first ?? 0) + at, issue);
      agreeing += amount;
    });
  });

  let payment = 0;
  const lines = plan.lines.map((line): ReportLine => {
    if (line.wallet === null) return { ...line, fate: "euros" };
    const issue = issueOfPayment.get(payment++);
    if (issue === undefined) return { ...line, fate: "unpaid" };
    const { tx, block, day } = issue;
    return { ...line, fate: "paid", chunk: Number(issue.story?.chunkIndex), tx, block, day };
  });

  const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n);
  const ofFate = (fate: Fate) => lines.filter((line) => line.fate === fate);
  const cents = (fate: Fate) => sum(ofFate(fate).map((line) => BigInt(line.cents)));
  const paid = cents("paid");
  const issued = sum(issues.map((issue) => issue.cents));
  const announced = sum(facts.chunks.flatMap(({ index }) => (chunks[index] ?? []).map(({ amount }) => amount)));
  const check = (key: ReportCheck["key"], expected: bigint, actual: bigint): ReportCheck => {
    return { key, holds: expected === actual, expected, actual };
  };
  const checks = [
    check("linesAgree", announced, agreeing),
    check("nothingElse", paid, issued),
    check("chunksAgree", announced, sum(facts.chunks.map((chunk) => chunk.cents))),
    check("runAgrees", paid, facts.paid),
    check("countAgrees", BigInt(ofFate("paid").length), BigInt(facts.paidCount)),
    check("supplyAgrees", sum(facts.issues.map((issue) => issue.cents)) - facts.burned, facts.totalSupply),
  ];
  return {
    lines,
    paid,
    unpaid: cents("unpaid"),
    euros: sum(lines.map((line) => BigInt(line.eurosCents))),
    paidLines: ofFate("paid").length,
    unpaidLines: ofFate("unpaid").length,
    euroLines: ofFate("euros").length,
    checks,
    isReconciled: checks.every(({ holds }) => holds),
    isComplete: ofFate("unpaid").length === 0,
  };
}
