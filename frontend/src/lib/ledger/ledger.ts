// SPDX-License-Identifier: EUPL-1.2
import { linesOf, type Journal, type JournalLine } from "@monnaie-commune/sdk/ledger/journal";
import type { ChainLog } from "@monnaie-commune/sdk/ledger/source";

/** Everything the region's contracts ever told, up to and with the journal's block, as questions are asked of it. */
export type Ledger = {
  journal: Journal;
  /** Movements and acts in one list, made when they are first needed. */
  readonly lines: readonly JournalLine[];
  /** Unix seconds of the journal's last block. */
  at: number;
  /** What the journal was made from. */
  logs: readonly ChainLog[];
};

export function ledgerOf(journal: Journal, logs: readonly ChainLog[], at: number): Ledger {
  let lines: JournalLine[] | undefined;
  return {
    journal,
    logs,
    at,
    get lines() {
      return (lines ??= linesOf(journal));
    },
  };
}

/** A ledger at another block, where nothing was told between the two. */
export function withoutNews(ledger: Ledger, toBlock: number, at: number): Ledger {
  const { journal, logs } = ledger;
  return {
    journal: { ...journal, toBlock },
    logs,
    at,
    get lines() {
      return ledger.lines;
    },
  };
}
