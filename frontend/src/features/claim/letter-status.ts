// SPDX-License-Identifier: EUPL-1.2
import type { FoundClaim } from "@monnaie-commune/sdk/claims/file";
import type { ClaimStory } from "@monnaie-commune/sdk/claims/story";

const CANCELLED_RUN = 3;
const NO_ROOT = `0x${"0".repeat(64)}`;

/** What the chain says of a claim. Times are Unix seconds. */
export type LetterFacts = {
  sheet: { root: string; used: bigint; deadline: number; remaining: bigint };
  /** Whether the sheet was ever opened. */
  wasOpened: boolean;
  runState: number;
  now: number;
  /** What became of the claim, where something did. */
  story: ClaimStory | undefined;
};

/**
 * Where a letter stands: `untrue` when the list says something else than the chain, `notYet` when its sheet is still to be
 * opened, `withdrawn` when the whole run was given up before.
 */
export type LetterStatus =
  | { kind: "open"; deadline: number }
  | ({ kind: "paid" } & Omit<Extract<ClaimStory, { kind: "paid" }>, "kind">)
  | { kind: "cancelled"; at: number }
  | { kind: "expired"; deadline: number }
  | { kind: "closed" | "notYet" | "withdrawn" }
  | { kind: "untrue" };

/** Whether this place of a sheet is marked as used. */
export function isUsed(used: bigint, place: number): boolean {
  return ((used >> BigInt(place)) & 1n) === 1n;
}

/** Whether the events have to be looked up: a claim that can be paid now has none. */
export function needsStory({ sheet }: Pick<LetterFacts, "sheet">, { place }: Pick<FoundClaim, "place">): boolean {
  return sheet.root === NO_ROOT || isUsed(sheet.used, place);
}

export function letterStatus(claim: FoundClaim, facts: LetterFacts): LetterStatus {
  const { sheet, wasOpened, runState, now, story } = facts;
  // A list that is not the run's says nothing, not even which claim this is.
  if (sheet.root !== NO_ROOT && sheet.root !== claim.root) return { kind: "untrue" };
  if (story?.kind === "paid") return story;
  if (story?.kind === "cancelled") return { kind: "cancelled", at: story.at };
  if (sheet.root === NO_ROOT) {
    if (wasOpened) return { kind: "closed" };
    return { kind: runState === CANCELLED_RUN ? "withdrawn" : "notYet" };
  }
  if (sheet.remaining < claim.amount) return { kind: "untrue" };
  return now > sheet.deadline
    ? { kind: "expired", deadline: sheet.deadline }
    : { kind: "open", deadline: sheet.deadline };
}
