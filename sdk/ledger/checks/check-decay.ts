// SPDX-License-Identifier: EUPL-1.2
import { getAddress, zeroAddress, type Hex } from "viem";
import type { Entry, Place } from "../entries.ts";
import { IndependentDecay } from "../independent-decay.ts";
import { linesOf, type Journal } from "../journal.ts";
import { checkOf, Tally, type Check, type Culprit } from "./check.ts";

/** What the contract says of an account at the journal's last block, in cents. */
export type ChainBalance = { settled: bigint; live: bigint };

/** Every account, rebuilt from the journal by the independent decay, and what was found wrong on the way. */
export type RebuiltAccounts = {
  decay: IndependentDecay;
  /** Whole cents as of each account's last event. */
  settled: ReadonlyMap<Hex, bigint>;
  /** The last event of each account. */
  last: ReadonlyMap<Hex, Culprit>;
  /** Each moment at which an account was touched: it then has to show what the rule leaves of it. */
  moments: Tally;
};

/** Rates of the classes 0 and 1 in the beginning, in basis points. */
export type FirstRates = { ordinaryBps: number; merchantBps: number };

/** Every account the journal tells of: those that had money, and those that only changed their class. */
export function accountsOf({ entries, acts }: Journal): Hex[] {
  const accounts = new Set(entries.flatMap((entry) => touchedBy(entry).map(([account]) => account)));
  for (const act of acts) if (act.event === "RateClassSet") accounts.add(act.args.account);
  return [...accounts];
}

/** Who a movement touches, and what each has more after it; what the fonte takes is not in it. */
function touchedBy(entry: Entry): [Hex, bigint][] {
  const { cents } = entry;
  const touched: [Hex, bigint][] = [];
  if (entry.kind !== "issue") touched.push([entry.from, -cents]);
  if (entry.kind !== "burn" && entry.kind !== "fonte" && entry.to !== zeroAddress) touched.push([entry.to, cents]);
  return touched;
}

/**
 * Plays the journal day by day. Whenever an account is touched, the contract first takes the whole cents it has lost: so its
 * events up to then have to add up to what the rule leaves of it that day, to the cent.
 */
export function rebuildAccounts(journal: Journal, { ordinaryBps, merchantBps }: FirstRates): RebuiltAccounts {
  const till = getAddress(journal.contracts.RegionalToken);
  const decay = new IndependentDecay(ordinaryBps, merchantBps);
  const settled = new Map<Hex, bigint>();
  const seenOn = new Map<Hex, number>();
  const last = new Map<Hex, Culprit>();
  const moments = new Tally();

  const balanceOf = (account: Hex) => settled.get(account) ?? 0n;
  const settle = (account: Hex, at: Place) => {
    const { least, most } = decay.on(account, at.day);
    const shown = balanceOf(account);
    moments.add(shown >= least && shown <= most, at, account);
    seenOn.set(account, at.day);
  };
  const touch = (account: Hex, cents: bigint, at: Place) => {
    // Within a day nothing melts: what was right stays right.
    if (seenOn.get(account) !== at.day) settle(account, at);
    if (cents !== 0n) settled.set(account, balanceOf(account) + cents);
    decay.add(account, cents, at.day);
    last.set(account, { block: at.block, logIndex: at.logIndex, tx: at.tx, account });
  };

  for (const line of linesOf(journal)) {
    if (line.kind === "fonte") {
      settled.set(line.from, balanceOf(line.from) - line.cents);
      settle(line.from, line);
      last.set(line.from, { block: line.block, logIndex: line.logIndex, tx: line.tx, account: line.from });
      touch(till, line.cents, line);
    } else if (line.kind !== "act") {
      for (const [account, cents] of touchedBy(line)) touch(account, cents, line);
    } else if (line.event === "RateClassSet") {
      touch(line.args.account, 0n, line);
      decay.setClass(line.args.account, line.args.rateClass, line.day);
    } else if (line.event === "RateAnnounced") decay.announce(line.args.rateClass, line.args);
    else if (line.event === "RateWithdrawn") decay.withdraw(line.args.rateClass);
  }
  return { decay, settled, last, moments };
}

/**
 * Holds every rebuilt account against the contract: settled balances, balances of `today` (a UTC day), and that these and
 * what is due make up the supply.
 */
export function checkAccounts(
  { decay, settled, last, moments }: RebuiltAccounts,
  chain: { balances: ReadonlyMap<Hex, ChainBalance>; today: number; totalSupply: bigint },
): Check[] {
  const settledTally = new Tally();
  const liveTally = new Tally();
  let liveAndDue = 0n;
  for (const account of new Set([...settled.keys(), ...last.keys(), ...chain.balances.keys()])) {
    const at = last.get(account) ?? { block: 0, logIndex: 0, tx: "0x" };
    const said = chain.balances.get(account);
    const own = settled.get(account) ?? 0n;
    const { least, most } = decay.on(account, chain.today);
    const live = said?.live ?? -1n;
    const isRight = live >= least && live <= most;
    settledTally.add(said?.settled === own, at, account);
    liveTally.add(isRight, at, account);
    liveAndDue += live + own - (isRight ? live : least);
  }
  return [
    settledTally.check("settledBalancesAgree"),
    liveTally.check("liveBalancesAgree"),
    checkOf("liveAndDueMakeSupply", chain.totalSupply, liveAndDue),
    moments.check("fonteIsExact"),
  ];
}
