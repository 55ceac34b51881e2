// SPDX-License-Identifier: EUPL-1.2
import canonicalize from "canonicalize";
import type { Hex } from "viem";
import { keccak256, stringToBytes } from "viem/utils";
import type { ListPurpose } from "../purposes.ts";
import { buildRunTree, type Payment } from "../runs.ts";
import { type Act, ACTS } from "./acts.ts";
import type { Consent, StaffLine } from "./check-line.ts";
import { type ChunkRange, chunkRanges, chunksOf } from "./chunks.ts";

export const PLAN_VERSION = 2;

/**
 * One line of the file. Amounts are cents as decimal strings: `cents` are paid to `wallet` in the currency, `eurosCents`
 * stay in euros. Without a wallet, and then without consent, all of it stays in euros. `act` is
 * what a reward is for.
 */
export type PlanLine = {
  line: number;
  payeeId: string;
  wallet: Hex | null;
  cents: string;
  eurosCents: string;
  budgetLine: string;
  consent: Consent | null;
  act: Act | null;
};

/** What a plan comes to, as a whole or for one line of the budget: people, those paid in the currency, cents. */
export type PlanTotals = { people: number; payments: number; cents: string; eurosCents: string };

/**
 * A list as it was checked and frozen. The pseudonyms stay in this file; the chain gets the root, the plan hash, the
 * wallets and the amounts. `created` is a date, `chunks` ranges over the lines that have a wallet, in their order.
 */
export type BonusPlan = {
  version: typeof PLAN_VERSION;
  chainId: number;
  region: string;
  token: Hex;
  issuance: Hex;
  programmeId: number;
  purpose: ListPurpose;
  created: string;
  sourceSha256: Hex;
  lines: PlanLine[];
  chunks: ChunkRange[];
  totals: PlanTotals;
  budgetLines: (PlanTotals & { budgetLine: string })[];
  root: Hex;
  planHash: Hex;
};

/** What a plan is made for, besides its lines. */
export type PlanHead = Pick<
  BonusPlan,
  "chainId" | "region" | "token" | "issuance" | "programmeId" | "purpose" | "created" | "sourceSha256"
>;

/** Freezes the lines of a file into a plan. The same lines and head give the same plan, byte for byte. */
export function makePlan(head: PlanHead, staff: readonly StaffLine[]): BonusPlan {
  const lines = staff.map(({ line, payeeId, budgetLine, units, euros, optIn, act }): PlanLine => ({
    line,
    payeeId,
    wallet: optIn?.wallet ?? null,
    cents: units.toString(),
    eurosCents: euros.toString(),
    budgetLine,
    consent: optIn?.consent ?? null,
    act: act ?? null,
  }));
  const payments = paymentsOf({ lines });
  const chunks = chunkRanges(payments.length);
  const unhashed = {
    version: PLAN_VERSION,
    ...head,
    lines,
    chunks,
    totals: totalsOf(lines),
    budgetLines: budgetLinesOf(lines),
    root: buildRunTree(chunksOf(payments, chunks)).root,
  } as const;
  return { ...unhashed, planHash: planHashOf(unhashed) };
}

/** keccak256 of the plan's canonical JSON (RFC 8785) without its hash. */
export function planHashOf(plan: Omit<BonusPlan, "planHash"> & { planHash?: Hex }): Hex {
  const { planHash: _, ...unhashed } = plan;
  return keccak256(stringToBytes(canonicalText(unhashed)));
}

/** The plan as the file holds it: canonical JSON and a line end. */
export function planText(plan: BonusPlan): string {
  return `${canonicalText(plan)}\n`;
}

/** What the run pays, in the order of the file. */
export function paymentsOf({ lines }: Pick<BonusPlan, "lines">): Payment[] {
  return lines.flatMap(({ wallet, cents }) => (wallet === null ? [] : [{ payee: wallet, amount: BigInt(cents) }]));
}

/** The payments of each chunk of a plan. */
export function planChunks(plan: Pick<BonusPlan, "lines" | "chunks">): Payment[][] {
  return chunksOf(paymentsOf(plan), plan.chunks);
}

/** Adds lines up. */
export function totalsOf(lines: readonly PlanLine[]): PlanTotals {
  const sum = (amount: (line: PlanLine) => string) =>
    lines.reduce((total, line) => total + BigInt(amount(line)), 0n).toString();
  return {
    people: lines.length,
    payments: lines.filter(({ wallet }) => wallet !== null).length,
    cents: sum(({ cents }) => cents),
    eurosCents: sum(({ eurosCents }) => eurosCents),
  };
}

/** Adds lines up for each line of the budget, in the order of their codes. */
export function budgetLinesOf(lines: readonly PlanLine[]): BonusPlan["budgetLines"] {
  const groups = Map.groupBy(lines, ({ budgetLine }) => budgetLine);
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([budgetLine, group]) => ({ budgetLine, ...totalsOf(group) }));
}

/** Adds the lines of rewards up for each act there is, in the order of the acts; empty for other purposes. */
export function actsOf(lines: readonly PlanLine[]): (PlanTotals & { act: Act })[] {
  return ACTS.map((act) => ({ act, ...totalsOf(lines.filter((line) => line.act === act)) })).filter(
    ({ people }) => people > 0,
  );
}

function canonicalText(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError("A plan is an object");
  return text;
}
