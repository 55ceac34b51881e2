// SPDX-License-Identifier: EUPL-1.2
import { getAddress, type Hex } from "viem";
import type { Entry } from "./entries.ts";

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
  /** Issued without a chunk of a run that explains it. */
  unexplained: bigint;
};

/** What the contracts say, in cents. */
export type ChainFigures = {
  totalSupply: bigint;
  cap: bigint;
  /** Balance of the token's own account. */
  till: bigint;
  programmes: readonly { programmeId: bigint; issued: bigint; attested: bigint }[];
  /** What Redemptions says was destroyed for euros, and waits for them. */
  redeemed: bigint;
  waitingForEuros: bigint;
};

export type CheckKey =
  | "balancesMakeSupply"
  | "issuedLessBurnedIsSupply"
  | "supplyWithinCap"
  | "noAccountBelowZero"
  | "tillAgrees"
  | "programmeAgrees"
  | "waitingIsThere"
  | "redeemedAgrees"
  | "exitsWaitingAgree"
  | "exitsWaitingAreThere"
  | "reserveCovers"
  | "reserveBeyondIsUnissued"
  | "everyIssueExplained";

/** One thing that has to hold: `actual` against `expected`, in cents. */
export type Check = { key: CheckKey; holds: boolean; expected: bigint; actual: bigint; programmeId?: bigint };

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
      if (entry.story === undefined) books.unexplained += cents;
      else add(issuedByProgramme, entry.story.programmeId, cents);
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

/** Holds the euros that must be there against what circulates: the difference is what is attested and not issued yet. */
function checkReserve({ totalSupply, programmes, redeemed }: ChainFigures): Check[] {
  const sum = (cents: readonly bigint[]) => cents.reduce((total, part) => total + part, 0n);
  const attested = sum(programmes.map((programme) => programme.attested));
  const reserve = attested - redeemed;
  const unissued = attested - sum(programmes.map((programme) => programme.issued));
  const beyond = reserve - totalSupply;
  return [
    { key: "reserveCovers", holds: reserve >= totalSupply, expected: totalSupply, actual: reserve },
    { key: "reserveBeyondIsUnissued", holds: beyond === unissued, expected: unissued, actual: beyond },
  ];
}

/** Holds the books against the chain, at the same block: everything has to agree to the cent. */
export function checkBooks(books: Books, chain: ChainFigures): Check[] {
  const equal = (key: CheckKey, expected: bigint, actual: bigint): Check => ({
    key,
    holds: expected === actual,
    expected,
    actual,
  });
  let sum = 0n;
  let lowest = 0n;
  for (const balance of books.balances.values()) {
    sum += balance;
    if (balance < lowest) lowest = balance;
  }
  const programmeIds = new Set([
    ...chain.programmes.map(({ programmeId }) => programmeId),
    ...books.issuedByProgramme.keys(),
  ]);
  return [
    equal("balancesMakeSupply", chain.totalSupply, sum),
    equal("issuedLessBurnedIsSupply", chain.totalSupply, books.issued - books.burned),
    { key: "supplyWithinCap", holds: chain.totalSupply <= chain.cap, expected: chain.cap, actual: chain.totalSupply },
    equal("noAccountBelowZero", 0n, lowest),
    equal("tillAgrees", chain.till, books.till),
    equal("everyIssueExplained", 0n, books.unexplained),
    { key: "waitingIsThere", holds: books.escrow >= books.waiting, expected: books.waiting, actual: books.escrow },
    equal("redeemedAgrees", chain.redeemed, books.redeemed),
    equal("exitsWaitingAgree", chain.waitingForEuros, books.waitingForEuros),
    {
      key: "exitsWaitingAreThere",
      holds: books.exitEscrow >= books.waitingForEuros,
      expected: books.waitingForEuros,
      actual: books.exitEscrow,
    },
    ...checkReserve(chain),
    ...[...programmeIds].map((programmeId) => {
      const issued = chain.programmes.find((programme) => programme.programmeId === programmeId)?.issued ?? 0n;
      return { ...equal("programmeAgrees", issued, books.issuedByProgramme.get(programmeId) ?? 0n), programmeId };
    }),
  ];
}
