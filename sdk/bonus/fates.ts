// SPDX-License-Identifier: EUPL-1.2
import type { Hex } from "viem";
import { claimNumberOf } from "../claims/sheets.ts";
import type { Issue, Place } from "../ledger/entries.ts";
import type { EndedClaim } from "./claim-entries.ts";
import type { BonusPlan, PlanLine } from "./plan.ts";
import type { RunChunk } from "./run-chunks.ts";
import type { RunFacts } from "./run-facts.ts";

/** What became of a line: paid, set aside and not claimed yet, claimed, staying in euros, given up, or still to be paid. */
export const FATES = ["paid", "claimed", "claimable", "euros", "refused", "unpaid"] as const;
export type Fate = (typeof FATES)[number];

/** Why a line is given up: its run or its letter was cancelled, its letters were closed, or their last day is over. */
export const REFUSALS = ["runCancelled", "letterCancelled", "lettersClosed", "letterExpired"] as const;
export type Refusal = (typeof REFUSALS)[number];

/**
 * A line of the plan and what became of it. `chunk`, `tx`, `block` and `day` tell where its money was created; `end` where
 * a claim was paid (to `payee`), cancelled or closed.
 */
export type ReportLine = PlanLine & {
  fate: Fate;
  reason?: Refusal;
  chunk?: number;
  tx?: Hex;
  block?: number;
  day?: number;
  end?: { tx: Hex; block: number; day: number; payee?: Hex };
};

/** The transfers of a chunk that are those of the plan, by their place in it. */
export type PaidAs = ReadonlyMap<number, ReadonlyMap<number, Issue>>;

/** What became of each line of a plan, from the transfers that paid its chunks and the events of its claims. */
export function fatesOf(plan: BonusPlan, chunks: readonly RunChunk[], paidAs: PaidAs, facts: RunFacts): ReportLine[] {
  const places = { payments: placesOf(chunks, "payments"), claims: placesOf(chunks, "claims") };
  const notPaid = facts.isCancelled
    ? ({ fate: "refused", reason: "runCancelled" } as const)
    : { fate: "unpaid" as const };
  const ended = new Map(facts.endedClaims.map((end) => [end.claimNumber, end]));
  const closed = new Map(facts.closedSheets.map((sheet) => [sheet.index, sheet]));
  const sheets = new Map(
    facts.sheets.filter((sheet) => isSheetOf(chunks[sheet.index], sheet)).map((sheet) => [sheet.index, sheet]),
  );

  return plan.lines.map((line): ReportLine => {
    if (line.claimKey !== null) return claimFate(line);
    if (line.wallet === null) return { ...line, fate: "euros" };
    const [chunk = -1, place = -1] = places.payments.next().value ?? [];
    const issue = paidAs.get(chunk)?.get(place);
    return issue === undefined ? { ...line, ...notPaid } : { ...line, fate: "paid", chunk, ...whereOf(issue) };
  });

  function claimFate(line: PlanLine): ReportLine {
    const [chunk = -1, place = -1] = places.claims.next().value ?? [];
    const sheet = sheets.get(chunk);
    if (sheet === undefined) return { ...line, ...notPaid };
    const opened = { ...line, chunk, ...whereOf(sheet) };
    const end = ended.get(claimNumberOf(chunk, place));
    if (end !== undefined) return { ...opened, ...endOf(end) };
    const closing = closed.get(chunk);
    if (closing !== undefined) return { ...opened, fate: "refused", reason: "lettersClosed", end: whereOf(closing) };
    if (facts.now > sheet.deadline) return { ...opened, fate: "refused", reason: "letterExpired" };
    return { ...opened, fate: "claimable" };
  }
}

/** Whether a sheet was opened as the plan has it. */
export function isSheetOf(chunk: RunChunk | undefined, opened: RunFacts["sheets"][number]): boolean {
  if (chunk?.kind !== "claims") return false;
  const { root, claimCount, amount, deadline } = chunk.sheet;
  return (
    opened.root === root && opened.claims === claimCount && opened.cents === amount && opened.deadline === deadline
  );
}

function endOf(end: EndedClaim): Pick<ReportLine, "fate" | "reason" | "end"> {
  if (end.kind === "cancelled") return { fate: "refused", reason: "letterCancelled", end: whereOf(end) };
  return { fate: "claimed", end: { ...whereOf(end), payee: end.to } };
}

function whereOf({ tx, block, day }: Place): { tx: Hex; block: number; day: number } {
  return { tx, block, day };
}

/** Chunk and place of each payment or claim, in the order of the file. */
function* placesOf(chunks: readonly RunChunk[], kind: RunChunk["kind"]): Generator<[chunk: number, place: number]> {
  for (const [index, chunk] of chunks.entries()) {
    if (chunk.kind !== kind) continue;
    const { length } = chunk.kind === "claims" ? chunk.claims : chunk.payments;
    for (let place = 0; place < length; place++) yield [index, place];
  }
}
