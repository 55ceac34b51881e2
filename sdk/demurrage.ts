// SPDX-License-Identifier: EUPL-1.2
// What the contracts compute on chain, to the last bit: contracts/token/DemurrageMath.sol. Why: docs/demurrage.md.

import { addMonths } from "./days.ts";

/**
 * The rate of a class from a day on. `dailyExponent` is minus the binary logarithm of what one day leaves of 1, with
 * 128 fraction bits.
 */
export type Rate = { fromDay: number; yearlyRateBps: number; dailyExponent: bigint };

/** What `accountOf` of the token returns; `worth` is cents with 48 fraction bits, on `settledDay`. */
export type AccountState = { worth: bigint; settledDay: number; rateClass: number };

const WORTH_BITS = 48n;
const FACTOR_BITS = 127n;
const EXPONENT_BITS = 128n;
const EXPONENT_FRACTION = 2n ** EXPONENT_BITS - 1n;
const LN_2 = 0xb17217f7d1cf79abc9e3b39803f2f6afn;
const SERIES_TERMS = 8n;
const SQUARINGS = 4n;
const SLACK = 32n;
const BPS = 10_000;
const MAX_RATE_BPS = 5_000;
const DAYS_PER_YEAR = 365n;

/** 1.0 as a factor. */
export const ONE = 2n ** FACTOR_BITS;

/** 2^-exponent with 127 fraction bits; never below the exact value. */
export function factorOf(exponent: bigint): bigint {
  if (exponent === 0n) return ONE;
  const v = ((exponent & EXPONENT_FRACTION) * LN_2) >> (2n * EXPONENT_BITS - FACTOR_BITS + SQUARINGS);
  let result = ONE;
  for (let term = SERIES_TERMS; term > 0n; term--) result = ONE - (v * result) / (term * ONE);
  for (let squared = 0n; squared < SQUARINGS; squared++) result = (result * result) >> FACTOR_BITS;
  return (result >> (exponent >> EXPONENT_BITS)) + SLACK;
}

/**
 * The daily exponent of a yearly rate in basis points: the largest one that leaves at least `1 - rate` after 365 days.
 * Throws `RangeError` for a rate that is not a whole number from 0 to 5,000.
 */
export function dailyExponentOf(yearlyRateBps: number): bigint {
  if (!Number.isInteger(yearlyRateBps) || yearlyRateBps < 0 || yearlyRateBps > MAX_RATE_BPS) {
    throw new RangeError(`Not a yearly rate in basis points: ${yearlyRateBps}`);
  }
  const target = (ONE * BigInt(BPS - yearlyRateBps) + BigInt(BPS - 1)) / BigInt(BPS);
  let enough = 0n;
  let tooMuch = 2n ** EXPONENT_BITS / DAYS_PER_YEAR + 2n;
  while (tooMuch - enough > 1n) {
    const middle = (enough + tooMuch) / 2n;
    if (factorOf(DAYS_PER_YEAR * middle) < target) tooMuch = middle;
    else enough = middle;
  }
  return enough;
}

/** The exponent of the decay between two days, across rate changes: day d is charged at the rate in force on day d. */
export function exponentBetween(rates: readonly Rate[], fromDay: number, toDay: number): bigint {
  let exponent = 0n;
  let end = toDay;
  for (const rate of rates.toReversed()) {
    const start = Math.max(rate.fromDay, fromDay);
    if (start >= end) continue;
    exponent += rate.dailyExponent * BigInt(end - start);
    end = start;
  }
  return exponent;
}

/** The worth on a day, cents with 48 fraction bits, rounded up; on days before the settled one, the worth as it is. */
export function worthOn(account: AccountState, rates: readonly Rate[], day: number): bigint {
  const factor = factorOf(exponentBetween(rates, account.settledDay, day));
  return (account.worth * factor + ONE - 1n) >> FACTOR_BITS;
}

/**
 * What an account shows on a day if nothing moves until then: cents, rounded down.
 *
 * @param rates `ratesOf` of the account's class, in order of time; none for an exempt account.
 */
export function balanceOn(account: AccountState, rates: readonly Rate[], day: number): bigint {
  return worthOn(account, rates, day) >> WORTH_BITS;
}

/**
 * The balance today and after each of some calendar months, if nothing moves.
 *
 * @returns `months + 1` points, the first one on `fromDay`; `melted` is the cents lost since `fromDay`.
 */
export function forecast(
  account: AccountState,
  rates: readonly Rate[],
  fromDay: number,
  months: number,
): { day: number; cents: bigint; melted: bigint }[] {
  const now = balanceOn(account, rates, fromDay);
  return Array.from({ length: months + 1 }, (_, month) => {
    const day = addMonths(fromDay, month);
    const cents = balanceOn(account, rates, day);
    return { day, cents, melted: now - cents };
  });
}
