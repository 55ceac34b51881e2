// SPDX-License-Identifier: EUPL-1.2
// What the contracts compute on chain, to the last bit: contracts/token/DemurrageMath.sol.

import { addMonths } from "./days.ts";

/** The rate of a class from a day on; `dailyFactor` has 127 fraction bits. */
export type Rate = { fromDay: number; yearlyRateBps: number; dailyFactor: bigint };

/** What `accountOf` of the token returns; `worth` is cents with 48 fraction bits, on `settledDay`. */
export type AccountState = { worth: bigint; settledDay: number; rateClass: number };

const FACTOR_BITS = 127n;
const WORTH_BITS = 48n;
const ROUND_UP = 2n ** FACTOR_BITS - 1n;
const BPS = 10_000;
const DAYS_PER_YEAR = 365;

/** 1.0 as a factor. */
export const ONE = 2n ** FACTOR_BITS;

function powerRounded(factor: bigint, exponent: number, rounding: bigint): bigint {
  let result = ONE;
  let square = factor;
  for (let left = exponent; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = (result * square + rounding) >> FACTOR_BITS;
    square = (square * square + rounding) >> FACTOR_BITS;
  }
  return result;
}

function multiply(factor: bigint, other: bigint): bigint {
  return (factor * other + ROUND_UP) >> FACTOR_BITS;
}

/** `factor` to the power of a whole number of days, every product rounded up. */
export function power(factor: bigint, days: number): bigint {
  return powerRounded(factor, days, ROUND_UP);
}

/**
 * The daily factor of a yearly rate in basis points: the smallest one whose 365th power, rounded down, is not below
 * `1 - rate`. Throws `RangeError` for a rate that is not a whole number from 0 to 9,999.
 */
export function dailyFactorOf(yearlyRateBps: number): bigint {
  if (!Number.isInteger(yearlyRateBps) || yearlyRateBps < 0 || yearlyRateBps >= BPS) {
    throw new RangeError(`Not a yearly rate in basis points: ${yearlyRateBps}`);
  }
  const target = (ONE * BigInt(BPS - yearlyRateBps) + BigInt(BPS - 1)) / BigInt(BPS);
  let tooLow = 0n;
  let enough = ONE;
  while (enough - tooLow > 1n) {
    const middle = (tooLow + enough) / 2n;
    if (powerRounded(middle, DAYS_PER_YEAR, 0n) < target) tooLow = middle;
    else enough = middle;
  }
  return enough;
}

/** What is left of 1 between two days, across rate changes: day d is charged at the rate in force on day d. */
export function factorBetween(rates: readonly Rate[], fromDay: number, toDay: number): bigint {
  let result = ONE;
  let end = toDay;
  for (const rate of rates.toReversed()) {
    const start = Math.max(rate.fromDay, fromDay);
    if (start >= end) continue;
    result = multiply(result, power(rate.dailyFactor, end - start));
    end = start;
  }
  return result;
}

/** The worth on a day, cents with 48 fraction bits, rounded up; on days before the settled one, the worth as it is. */
export function worthOn(account: AccountState, rates: readonly Rate[], day: number): bigint {
  return multiply(factorBetween(rates, account.settledDay, day), account.worth);
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
