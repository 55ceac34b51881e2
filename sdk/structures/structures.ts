// SPDX-License-Identifier: EUPL-1.2
// What funded structures do with the currency, from the books alone.
import { getAddress, type Hex } from "viem";
import type { FundedStructure } from "../bonus/check-structure.ts";
import { dayOf } from "../days.ts";
import type { Entry } from "../ledger/entries.ts";

/** A structure with the fingerprint of its signed convention. */
export type Convention = FundedStructure & { conventionHash: string };

/** What a subsidy run paid to a structure; `conventionHash` is there when its convention held on that day. */
export type SubsidyLine = {
  runId: bigint;
  programmeId: bigint;
  decisionHash: Hex;
  cents: bigint;
  day: number;
  block: number;
  tx: Hex;
  conventionHash?: string;
};

export type Standing = "notYet" | "holds" | "ended";

/**
 * Why a structure lags: its convention has held for 90 days or more, and in the last 90 it took nothing at its till
 * (`noTakings`), or it had money all that time and neither paid anybody nor asked for euros (`noSpending`).
 */
export type Lag = "noTakings" | "noSpending";

export const LAGGING_DAYS = 90;

/** A structure and its figures since its convention holds; amounts are cents, days UTC days. */
export type StructureFigures = Convention & {
  standing: Standing;
  /** Paid to it by subsidy runs, whenever. */
  subsidised: bigint;
  subsidies: SubsidyLine[];
  /** Paid to it by others: what it took at its till. */
  takings: bigint;
  takingsCount: number;
  lastTaking?: number;
  /** Paid by it to others. */
  spent: bigint;
  spentCount: number;
  lastSpending?: number;
  /** Asked back as euros, less what was cancelled or refused. */
  exited: bigint;
  /** Settled balance; what melts since its last movement is still in it. */
  balance: bigint;
  lags: Lag[];
};

/** `fundedSince` is the day since when there was money in the account without a break. */
type Account = StructureFigures & { sinceDay: number; untilDay: number; fundedSince?: number };

function opened(convention: Convention, now: number): Account {
  const { since, until } = convention;
  const standing = until !== 0 && until <= now ? "ended" : since > now ? "notYet" : "holds";
  return {
    ...convention,
    account: getAddress(convention.account),
    standing,
    sinceDay: dayOf(since),
    untilDay: until === 0 ? Number.POSITIVE_INFINITY : dayOf(until),
    subsidised: 0n,
    subsidies: [],
    takings: 0n,
    takingsCount: 0,
    spent: 0n,
    spentCount: 0,
    exited: 0n,
    balance: 0n,
    lags: [],
  };
}

const holdsOn = ({ sinceDay, untilDay }: Account, day: number) => day >= sinceDay && day <= untilDay;

function addTo(structure: Account, entry: Entry, isSubsidy: (programmeId: bigint) => boolean): void {
  const { cents, day } = entry;
  if (structure.balance <= 0n && cents > 0n) structure.fundedSince = day;
  structure.balance += cents;
  if ((entry.kind === "issue" || entry.kind === "claim") && entry.story && isSubsidy(entry.story.programmeId)) {
    const { runId, programmeId, decisionHash } = entry.story;
    const { block, tx } = entry;
    const held = holdsOn(structure, day) ? { conventionHash: structure.conventionHash } : {};
    structure.subsidised += cents;
    structure.subsidies.push({ runId, programmeId, decisionHash, cents, day, block, tx, ...held });
  }
  if (!holdsOn(structure, day)) return;
  if (entry.kind === "redemption") structure.exited -= cents;
  if (entry.kind === "payment" && cents > 0n) {
    structure.takings += cents;
    structure.takingsCount++;
    structure.lastTaking = day;
  }
}

function takeFrom(structure: Account, entry: Entry): void {
  const { cents, day } = entry;
  structure.balance -= cents;
  if (!holdsOn(structure, day) || cents === 0n) return;
  if (entry.kind === "payment") {
    structure.spent += cents;
    structure.spentCount++;
  } else if (entry.kind === "redemption") structure.exited += cents;
  else return;
  structure.lastSpending = day;
}

function lagsOf(structure: Account, today: number): Lag[] {
  const { standing, sinceDay, lastTaking, lastSpending, balance, fundedSince } = structure;
  if (standing !== "holds" || today - sinceDay < LAGGING_DAYS) return [];
  const isLongAgo = (day: number | undefined) => day === undefined || today - day >= LAGGING_DAYS;
  return [
    ...(isLongAgo(lastTaking) ? (["noTakings"] as const) : []),
    ...(isLongAgo(lastSpending) && balance > 0n && isLongAgo(fundedSince) ? (["noSpending"] as const) : []),
  ];
}

/**
 * What each structure received and spent.
 * @param entries All entries of the books, in order.
 * @param now Unix seconds of the block they were read at.
 */
export function structureFigures(
  conventions: readonly Convention[],
  entries: readonly Entry[],
  isSubsidy: (programmeId: bigint) => boolean,
  now: number,
): StructureFigures[] {
  const accounts = new Map(conventions.map((convention) => [getAddress(convention.account), opened(convention, now)]));
  for (const entry of entries) {
    const from = "from" in entry ? entry.from : undefined;
    const to = "to" in entry ? entry.to : undefined;
    if (from !== undefined && from === to) continue;
    const payer = from && accounts.get(from);
    const payee = to && accounts.get(to);
    if (payer) takeFrom(payer, entry);
    if (payee) addTo(payee, entry, isSubsidy);
  }
  const today = dayOf(now);
  return [...accounts.values()].map((account) => {
    const { sinceDay: _since, untilDay: _until, fundedSince: _funded, ...figures } = account;
    return { ...figures, lags: lagsOf(account, today) };
  });
}
