// SPDX-License-Identifier: EUPL-1.2
import { getAddress, type Hex } from "viem";
import type { Entry, Issue } from "./entries.ts";

/** What the entries add up to, in cents. */
export type Books = {
  /** Settled balances of all accounts that were ever named, the till among them. */
  balances: Map<Hex, bigint>;
  issued: bigint;
  burned: bigint;
  /** What melted, in all. */
  fonte: bigint;
  /** Taken out of the till for commons, in all. */
  collected: bigint;
  /** Settled balance of the demurrage till. */
  till: bigint;
  /** Issued under each, less what nobody claimed. */
  issuedByProgramme: Map<bigint, bigint>;
  /** What open claim sheets still owe, and the settled balance of the account it waits in. */
  waiting: bigint;
  escrow: bigint;
  /** Destroyed for euros that were transferred. */
  redeemed: bigint;
  /** Fees of exits to euros. */
  fees: bigint;
  /** What requests for euros wait for, and the settled balance of the account it waits in. */
  waitingForEuros: bigint;
  exitEscrow: bigint;
  /** Issued without a chunk of a run that explains it, and the first time that was so. */
  unexplained: bigint;
  firstUnexplained?: Issue;
};

/** Adds up all entries since the first block. */
export function buildBooks(entries: readonly Entry[], token: Hex): Books {
  const tillAccount = getAddress(token);
  const balances = new Map<Hex, bigint>();
  const issuedByProgramme = new Map<bigint, bigint>();
  const add = <Key>(map: Map<Key, bigint>, key: Key, cents: bigint) => map.set(key, (map.get(key) ?? 0n) + cents);
  const books: Books = {
    balances,
    issued: 0n,
    burned: 0n,
    fonte: 0n,
    collected: 0n,
    till: 0n,
    issuedByProgramme,
    waiting: 0n,
    escrow: 0n,
    redeemed: 0n,
    fees: 0n,
    waitingForEuros: 0n,
    exitEscrow: 0n,
    unexplained: 0n,
  };
  let escrowAccount: Hex | undefined;
  let exitAccount: Hex | undefined;
  for (const entry of entries) {
    const { cents } = entry;
    if (entry.kind !== "issue") add(balances, entry.from, -cents);
    if (entry.kind !== "burn" && entry.kind !== "fonte" && entry.kind !== "redemption") add(balances, entry.to, cents);
    if (entry.kind === "collection") books.collected += cents;
    if (entry.kind === "issue") {
      books.issued += cents;
      if (entry.story === undefined) {
        books.unexplained += cents;
        books.firstUnexplained ??= entry;
      } else add(issuedByProgramme, entry.story.programmeId, cents);
      if (entry.story?.sheet !== undefined) {
        books.waiting += cents;
        escrowAccount = entry.to;
      }
    }
    if (entry.kind === "claim") books.waiting -= cents;
    if (entry.kind === "burn") {
      books.burned += cents;
      if (entry.reason !== undefined) books.waiting -= cents;
      if (entry.story !== undefined) add(issuedByProgramme, entry.story.programmeId, -cents);
    }
    if (entry.kind === "redemption") {
      if (entry.step !== "paid") add(balances, entry.to, cents);
      books.waitingForEuros += entry.step === "requested" ? cents : -cents;
      if (entry.step === "requested") exitAccount = entry.to;
      if (entry.step === "fee") books.fees += cents;
      if (entry.step === "paid") {
        books.redeemed += cents;
        books.burned += cents;
      }
    }
    if (entry.kind === "fonte") {
      books.fonte += cents;
      add(balances, tillAccount, cents);
    }
  }
  books.till = balances.get(tillAccount) ?? 0n;
  if (escrowAccount !== undefined) books.escrow = balances.get(escrowAccount) ?? 0n;
  if (exitAccount !== undefined) books.exitEscrow = balances.get(exitAccount) ?? 0n;
  return books;
}
