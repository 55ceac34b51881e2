// SPDX-License-Identifier: EUPL-1.2
import type { Hex } from "viem";
import type { Entry, Place } from "../ledger/entries.ts";

/** A claim sheet that was opened; `cents` is what was created for it, `deadline` the last Unix second to claim. */
export type OpenedSheet = Place & {
  runId: bigint;
  index: number;
  root: Hex;
  claims: number;
  cents: bigint;
  deadline: number;
};

/** What became of a claim: paid to an account, or cancelled. */
export type EndedClaim = Place & { runId: bigint; claimNumber: number; cents: bigint } & (
    { kind: "claimed"; to: Hex } | { kind: "cancelled" }
  );

/** A claim sheet that was closed, and what of it nobody had claimed. */
export type ClosedSheet = Place & { runId: bigint; index: number; cents: bigint };

/** What happened to the claims of all runs. */
export type ClaimEntries = { opened: OpenedSheet[]; ended: EndedClaim[]; closed: ClosedSheet[] };

/** Finds what concerns claims in the entries of the books. */
export function claimEntriesOf(entries: readonly Entry[]): ClaimEntries {
  const found: ClaimEntries = { opened: [], ended: [], closed: [] };
  for (const entry of entries) {
    const { day, block, logIndex, tx, cents } = entry;
    const place = { day, block, logIndex, tx, cents };
    if (entry.kind === "issue" && entry.story?.sheet !== undefined) {
      const { runId, chunkIndex, sheet } = entry.story;
      const { root, claimCount, deadline } = sheet;
      found.opened.push({ ...place, runId, index: Number(chunkIndex), root, claims: claimCount, deadline });
    } else if (entry.kind === "claim") {
      const { runId, claimNumber, to } = entry;
      found.ended.push({ ...place, runId, claimNumber: Number(claimNumber), kind: "claimed", to });
    } else if (entry.kind === "burn" && entry.reason !== undefined) {
      const { reason } = entry;
      const { runId } = reason;
      if (reason.why === "closed") found.closed.push({ ...place, runId, index: Number(reason.chunkIndex) });
      else found.ended.push({ ...place, runId, claimNumber: Number(reason.claimNumber), kind: "cancelled" });
    }
  }
  return found;
}
