// SPDX-License-Identifier: EUPL-1.2
import type { Issue } from "../ledger/entries.ts";
import { type Fate, fatesOf, isSheetOf, type ReportLine } from "./fates.ts";
import type { BonusPlan } from "./plan.ts";
import { centsOf, runChunks } from "./run-chunks.ts";
import type { RunFacts } from "./run-facts.ts";

/** One thing that has to hold: `actual` against `expected`, in cents or payments. */
export type ReportCheck = {
  key:
    | "linesAgree"
    | "nothingElse"
    | "chunksAgree"
    | "runAgrees"
    | "countAgrees"
    | "claimedAgrees"
    | "claimsAgree"
    | "returnedAgrees"
    | "escrowAgrees"
    | "supplyAgrees";
  holds: boolean;
  expected: bigint;
  actual: bigint;
};

/** Lines of some fate, and their cents in the currency. */
export type FateSum = { lines: number; cents: bigint };

export type Reconciliation = {
  lines: ReportLine[];
  fates: Record<Fate, FateSum>;
  /** Cents that stay in euros, the rest of those who are paid in part among them. */
  euros: bigint;
  checks: ReportCheck[];
  isReconciled: boolean;
  /** Whether nothing is left to pay or to open. */
  isComplete: boolean;
};

/**
 * Holds every line of a plan against the Transfer event that paid it, or the events of its claim, and the sums against the
 * contract's own and the supply, to the cent. A line is paid when its chunk's transfers are those of the plan, in its order.
 */
export function reconcile(plan: BonusPlan, runId: bigint, facts: RunFacts): Reconciliation {
  const chunks = runChunks(plan);
  // What is created for a claim sheet goes to the contract's own account; the sheets have checks of their own.
  const issues = facts.issues.filter(({ story, to }) => story?.runId === runId && to !== plan.issuance);
  const byChunk = Map.groupBy(issues, ({ story }) => Number(story?.chunkIndex));
  let agreeing = 0n;
  const paidAs = new Map(
    chunks.map((chunk, index) => {
      const found = byChunk.get(index) ?? [];
      const agreed = new Map<number, Issue>();
      if (chunk.kind === "payments") {
        chunk.payments.forEach(({ payee, amount }, place) => {
          const issue = found[place];
          if (issue?.to !== payee || issue.cents !== amount) return;
          agreed.set(place, issue);
          agreeing += amount;
        });
      }
      return [index, agreed];
    }),
  );

  const lines = fatesOf(plan, chunks, paidAs, facts);
  const fates = sumsOf(lines);
  const opened = sum(facts.sheets.filter((sheet) => isSheetOf(chunks[sheet.index], sheet)).map(({ cents }) => cents));
  const announcements = [...facts.chunks, ...facts.sheets];
  const announced = sum(announcements.map(({ index }) => (chunks[index] === undefined ? 0n : centsOf(chunks[index]))));
  const created = fates.paid.cents + opened;
  const openedLines = lines.filter((line) => line.claimKey !== null && line.tx !== undefined).length;
  const waiting = sum(facts.sheets.map((sheet) => sheet.waiting));
  const ended = Map.groupBy(facts.endedClaims, ({ kind }) => kind);
  const claimed = sum((ended.get("claimed") ?? []).map(({ cents }) => cents));
  const cancelled = sum((ended.get("cancelled") ?? []).map(({ cents }) => cents));
  const closed = sum(facts.closedSheets.map(({ cents }) => cents));
  const issued = sum(issues.map(({ cents }) => cents)) + sum(facts.sheets.map(({ cents }) => cents));

  const check = (key: ReportCheck["key"], expected: bigint, actual: bigint): ReportCheck => {
    return { key, holds: expected === actual, expected, actual };
  };
  const claimChecks = [
    check("claimedAgrees", fates.claimed.cents, claimed),
    check("claimsAgree", opened, claimed + waiting + facts.returned),
    check("returnedAgrees", cancelled + closed, facts.returned),
    check("escrowAgrees", facts.owed, facts.escrow),
  ];
  const checks = [
    check("linesAgree", announced, agreeing + opened),
    check("nothingElse", created, issued),
    check("chunksAgree", announced, sum(announcements.map(({ cents }) => cents))),
    check("runAgrees", created, facts.paid),
    check("countAgrees", BigInt(fates.paid.lines + openedLines), BigInt(facts.paidCount)),
    ...(plan.claims === null ? [] : claimChecks),
    check("supplyAgrees", sum(facts.issues.map(({ cents }) => cents)) - facts.burned, facts.totalSupply),
  ];
  return {
    lines,
    fates,
    euros: sum(lines.map((line) => BigInt(line.eurosCents))),
    checks,
    isReconciled: checks.every(({ holds }) => holds),
    isComplete: fates.unpaid.lines === 0 && !lines.some(({ reason }) => reason === "runCancelled"),
  };
}

/** Lines and cents of each fate. */
function sumsOf(lines: readonly ReportLine[]): Record<Fate, FateSum> {
  const of = (fate: Fate) => {
    const some = lines.filter((line) => line.fate === fate);
    return { lines: some.length, cents: sum(some.map((line) => BigInt(line.cents))) };
  };
  return {
    paid: of("paid"),
    claimed: of("claimed"),
    claimable: of("claimable"),
    euros: of("euros"),
    refused: of("refused"),
    unpaid: of("unpaid"),
  };
}

function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((total, amount) => total + amount, 0n);
}
