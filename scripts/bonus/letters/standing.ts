// SPDX-License-Identifier: EUPL-1.2
import { runChunks } from "@monnaie-commune/sdk/bonus/run-chunks";
import type { PlanLine } from "@monnaie-commune/sdk/bonus/plan";
import { type Claim, claimNumberOf } from "@monnaie-commune/sdk/claims/sheets";
import { Failure } from "../../lib/failure.ts";
import type { PlanContext } from "../programme.ts";

/** Where a letter stands: its sheet is not open yet, it can be claimed, it was claimed or cancelled, or closed. */
export type LetterState = "unopened" | "claimable" | "used" | "closed";

/** A letter of a run: its line of the plan, its place on the chain, and what the chain says of it. */
export type Letter = {
  line: PlanLine;
  chunkIndex: number;
  place: number;
  claimNumber: number;
  claim: Claim;
  state: LetterState;
};

/** The letters of a plan in the order of the file, as the chain has them now. */
export async function lettersOf({ plan, system }: PlanContext, runId: bigint): Promise<Letter[]> {
  const lines = plan.lines.filter(({ claimKey }) => claimKey !== null).values();
  const letters: Letter[] = [];
  for (const [chunkIndex, chunk] of runChunks(plan).entries()) {
    if (chunk.kind === "payments") continue;
    const isOpened = await system.issuance.isChunkPaid(runId, chunkIndex);
    const sheet = await system.issuance.claimSheetOf(runId, chunkIndex);
    const isOpen = BigInt(sheet.root) !== 0n;
    for (const [place, claim] of chunk.claims.entries()) {
      const line = lines.next().value;
      if (line === undefined) throw new Error("A claim without a line");
      const isUsed = ((sheet.used >> BigInt(place)) & 1n) === 1n;
      const state = !isOpened ? "unopened" : !isOpen ? "closed" : isUsed ? "used" : "claimable";
      letters.push({ line, chunkIndex, place, claimNumber: claimNumberOf(chunkIndex, place), claim, state });
    }
  }
  return letters;
}

/**
 * The letters of a line of the file, or of a person.
 * @throws Failure when there are none.
 */
export function chosenFrom(letters: readonly Letter[], only: string): Letter[] {
  const chosen = letters.filter(({ line }) => String(line.line) === only || line.payeeId === only);
  if (chosen.length === 0) throw new Failure(1, "bonus.letters.noLine", { only });
  return chosen;
}
