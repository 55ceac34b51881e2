// SPDX-License-Identifier: EUPL-1.2
import canonicalize from "canonicalize";
import type { Hex } from "viem";
import { keccak256, stringToBytes } from "viem/utils";
import { CLAIMS_PER_SHEET } from "../claims/sheet-size.ts";
import type { ListPurpose } from "../purposes.ts";
import { type Act, ACTS } from "./acts.ts";
import type { Consent, StaffLine } from "./check-line.ts";
import { type ChunkRange, chunkRanges } from "./chunks.ts";
import { claimsOf, paymentsOf, runChunks, runTree } from "./run-chunks.ts";

export const PLAN_VERSION = 2;

/**
 * One line of the file. Amounts are cents as decimal strings: `cents` are paid to `wallet` in the currency, or set aside
 * for whoever has the letter whose one-time key has the address `claimKey`; `eurosCents` stay in euros. With neither of the
 * two, and then without consent, all of it stays in euros. `act` is what a reward is for.
 */
export type PlanLine = {
  line: number;
  payeeId: string;
  wallet: Hex | null;
  claimKey: Hex | null;
  cents: string;
  eurosCents: string;
  budgetLine: string;
  consent: Consent | null;
  act: Act | null;
};

/**
 * What a plan comes to, as a whole or for one line of the budget: people, those paid in the currency, cents. `claims` and
 * `claimCents` are the part of `payments` and `cents` that goes by letter.
 */
export type PlanTotals = {
  people: number;
  payments: number;
  claims: number;
  cents: string;
  claimCents: string;
  eurosCents: string;
};

/** The claim sheets of a plan, as ranges over the lines that get a letter; `deadline` is the last Unix second to claim. */
export type PlanClaims = { deadline: number; sheets: ChunkRange[] };

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
  claims: PlanClaims | null;
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

/** How people without a wallet get their money: until when, and the address of the one-time key of each line's letter. */
export type Letters = { deadline: number; claimKey: (line: Pick<StaffLine, "line" | "payeeId">) => Hex };

/**
 * Freezes the lines of a file into a plan. The same lines, head and letters give the same plan, byte for byte.
 * @throws RangeError when somebody without a wallet opted in, and there are no letters.
 */
export function makePlan(head: PlanHead, staff: readonly StaffLine[], letters?: Letters): BonusPlan {
  const lines = staff.map(({ line, payeeId, budgetLine, units, euros, optIn, act }): PlanLine => ({
    line,
    payeeId,
    wallet: optIn?.wallet ?? null,
    claimKey: optIn?.wallet === null ? claimKeyOf({ line, payeeId }, letters) : null,
    cents: units.toString(),
    eurosCents: euros.toString(),
    budgetLine,
    consent: optIn?.consent ?? null,
    act: act ?? null,
  }));
  const chunks = chunkRanges(paymentsOf({ lines }).length);
  const sheets = chunkRanges(claimsOf({ lines }).length, CLAIMS_PER_SHEET);
  const claims = letters === undefined || sheets.length === 0 ? null : { deadline: letters.deadline, sheets };
  const unhashed = {
    version: PLAN_VERSION,
    ...head,
    lines,
    chunks,
    claims,
    totals: totalsOf(lines),
    budgetLines: budgetLinesOf(lines),
    root: runTree(runChunks({ lines, chunks, claims })).root,
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

/** Adds lines up. */
export function totalsOf(lines: readonly PlanLine[]): PlanTotals {
  const sum = (some: readonly PlanLine[], amount: "cents" | "eurosCents") =>
    some.reduce((total, line) => total + BigInt(line[amount]), 0n).toString();
  const byLetter = lines.filter(({ claimKey }) => claimKey !== null);
  return {
    people: lines.length,
    payments: lines.filter(({ wallet }) => wallet !== null).length + byLetter.length,
    claims: byLetter.length,
    cents: sum(lines, "cents"),
    claimCents: sum(byLetter, "cents"),
    eurosCents: sum(lines, "eurosCents"),
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

function claimKeyOf(line: Pick<StaffLine, "line" | "payeeId">, letters: Letters | undefined): Hex {
  if (letters === undefined) throw new RangeError(`Line ${line.line} has no wallet, and the plan no letters`);
  return letters.claimKey(line);
}

/** Lines that are written in one go: while a text is put together it takes ten times its memory. */
const LINES_AT_ONCE = 500;

/** RFC 8785, written piece by piece. */
function canonicalText({ lines, ...rest }: Omit<BonusPlan, "planHash">): string {
  const empty = canonicalOf({ ...rest, lines: [] });
  const pieces: string[] = [];
  for (let first = 0; first < lines.length; first += LINES_AT_ONCE) {
    pieces.push(
      lines
        .slice(first, first + LINES_AT_ONCE)
        .map(canonicalOf)
        .join(","),
    );
  }
  return empty.replace('"lines":[]', () => `"lines":[${pieces.join(",")}]`);
}

function canonicalOf(value: object): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError("A plan is an object");
  return text;
}
