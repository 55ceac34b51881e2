// SPDX-License-Identifier: EUPL-1.2
import type { Hex } from "viem";
import type { Issue } from "../ledger/entries.ts";
import type { ClosedSheet, EndedClaim, OpenedSheet } from "./claim-entries.ts";

/** A chunk of a run as its event tells it; `cents` and `payments` are what the contract counted. */
export type PaidChunk = { index: number; payments: number; cents: bigint; tx: Hex; block: number };

/** What the chain says of a run, read at one block. Cents. */
export type RunFacts = {
  chunks: readonly PaidChunk[];
  /** The run's claim sheets that were opened, each with what the contract still holds of it. */
  sheets: readonly (OpenedSheet & { waiting: bigint })[];
  endedClaims: readonly EndedClaim[];
  closedSheets: readonly ClosedSheet[];
  /** Every issue of the token, of this run or not. */
  issues: readonly Issue[];
  burned: bigint;
  totalSupply: bigint;
  /** What the contract counted as paid or set aside by this run, and what of it came back unclaimed. */
  paid: bigint;
  paidCount: number;
  returned: bigint;
  isCancelled: boolean;
  /** What Issuance's account must hold for the claims of all runs (and what was sent to it by mistake), and what it holds. */
  owed: bigint;
  escrow: bigint;
  /** Unix seconds of the block. */
  now: number;
};
