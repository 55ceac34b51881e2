// SPDX-License-Identifier: EUPL-1.2
// One transaction in the books: what it told, and what it changed.
import { getAddress, type Hex } from "viem";
import { isOwnLine, type Act } from "./acts.ts";
import type { Entry } from "./entries.ts";
import type { Journal, JournalLine } from "./journal.ts";

/** The settled balance of an account before a transaction and after it, in cents. */
export type BalanceChange = { account: Hex; before: bigint; after: bigint };

/**
 * `lines` as the register has them; `details` are the acts that its entries say already. `changes` has every account whose
 * balance moved.
 */
export type Operation = {
  tx: Hex;
  block: number;
  day: number;
  lines: JournalLine[];
  details: Act[];
  changes: BalanceChange[];
};

function moved({ from, to, cents }: Extract<Entry, { to: Hex; from: Hex }>): [account: Hex, cents: bigint][] {
  return [
    [from, -cents],
    [to, cents],
  ];
}

/** What an entry adds to accounts (negative: takes from them), in cents; all entries so far make the settled balances. */
export function changesOf(entry: Entry, token: Hex): [account: Hex, cents: bigint][] {
  const { cents } = entry;
  switch (entry.kind) {
    case "issue":
      return [[entry.to, cents]];
    case "burn":
      return [[entry.from, -cents]];
    case "fonte":
      return [
        [entry.from, -cents],
        [token, cents],
      ];
    case "redemption":
      return entry.step === "paid" ? [[entry.from, -cents]] : moved(entry);
    case "claim":
    case "payment":
    case "collection":
      return moved(entry);
  }
}

/** What the journal knows of a transaction; nothing when no contract of the region told anything in it. */
export function operationOf(journal: Journal, tx: Hex): Operation | undefined {
  const isOf = (line: JournalLine) => line.tx.toLowerCase() === tx.toLowerCase();
  const entries = journal.entries.filter(isOf);
  const acts = journal.acts.filter(isOf);
  const lines: JournalLine[] = [...entries, ...acts.filter(isOwnLine)].toSorted((a, b) => a.logIndex - b.logIndex);
  const details = acts.filter((act) => !isOwnLine(act));
  const first = lines[0] ?? details[0];
  if (first === undefined) return undefined;
  const { block, day } = first;
  return { tx: first.tx, block, day, lines, details, changes: balancesAround(journal, entries) };
}

function balancesAround({ entries, contracts }: Journal, own: readonly Entry[]): BalanceChange[] {
  const token = getAddress(contracts.RegionalToken);
  const touched = new Map<Hex, BalanceChange>();
  for (const [account] of own.flatMap((entry) => changesOf(entry, token))) {
    touched.set(account, { account, before: 0n, after: 0n });
  }
  const [first] = own;
  if (first === undefined) return [];
  for (const entry of entries) {
    const isBefore = entry.block < first.block || (entry.block === first.block && entry.logIndex < first.logIndex);
    if (!isBefore && entry.tx !== first.tx) break;
    for (const [account, cents] of changesOf(entry, token)) {
      const change = touched.get(account);
      if (change === undefined) continue;
      if (isBefore) change.before += cents;
      change.after += cents;
    }
  }
  return [...touched.values()];
}
