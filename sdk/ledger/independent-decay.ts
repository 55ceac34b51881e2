// SPDX-License-Identifier: EUPL-1.2
// The decay a second time, for those who check it: real numbers to 50 digits, and the rule as docs/demurrage.md writes it.
// Nothing here knows of fixed points, exponents or rounding, and nothing is shared with sdk/demurrage.ts.
import { Decimal } from "decimal.js";

const Real = Decimal.clone({ precision: 50, rounding: Decimal.ROUND_HALF_EVEN });

const EXEMPT = 2;
const DAYS_PER_YEAR = 365;
const BPS = 10_000;

/** The contract keeps the worth of an account in these parts of a cent, rounded up. */
const PART = 2 ** -48;
/** How far its factor of any stretch of days can be above the exact one, relative: docs/demurrage.md proves it. */
const FACTOR_ERROR = 2.5e-17;
/** What fifty digits leave out: 365 days of 100.00 at 6 % are 94.00, not 93.99. */
const NOISE = new Real("1e-25");
const ZERO = new Real(0);
const ONE = new Real(1);

/** The yearly rate of a class from a UTC day on, in basis points. */
export type YearlyRate = { fromDay: number; yearlyRateBps: number };

/** Whole cents the contract can show: one number, unless a whole cent lies within the contract's proven inexactness. */
export type ShownCents = { least: bigint; most: bigint };

/** Cents an account is worth, exactly, on `day`; the contract may have as much as `above` more, or `below` less. */
type Worth = { value: Decimal; above: number; below: number };
type Account = Worth & { day: number; rateClass: number };

type RateTable = { left: Decimal[]; aDay: Decimal; yearError: number };

/** Every account as the rule says it melts. Days are UTC days, amounts cents; rate class 2 does not melt. */
export class IndependentDecay {
  readonly #accounts = new Map<string, Account>();
  readonly #rates: readonly [YearlyRate[], YearlyRate[]];
  readonly #tables = new Map<number, RateTable>();

  /** @param ordinaryBps Yearly rate of class 0 in the beginning, in basis points; `merchantBps` that of class 1. */
  constructor(ordinaryBps: number, merchantBps: number) {
    this.#rates = [[{ fromDay: 0, yearlyRateBps: ordinaryBps }], [{ fromDay: 0, yearlyRateBps: merchantBps }]];
  }

  /** What an account shows on a day, if nothing moves until then. */
  on(account: string, day: number): ShownCents {
    const { value, above, below } = this.#worthOn(account, day);
    const exact = value.add(NOISE);
    // What is missing by less than a part of a cent, rounding up restores: whole cents are whole numbers of parts.
    const least = wholeCents(below < PART ? exact : exact.sub(below));
    return { least, most: above === 0 ? least : wholeCents(exact.add(above)) };
  }

  /** Adds cents to an account (or takes them, below zero) on a day. */
  add(account: string, cents: bigint, day: number): void {
    const { value, above, below } = this.#worthOn(account, day);
    const kept = this.#account(account);
    kept.value = value.add(cents.toString());
    kept.above = above;
    kept.below = below;
    kept.day = Math.max(day, kept.day);
  }

  /** Puts an account into another class from a day on. */
  setClass(account: string, rateClass: number, day: number): void {
    this.add(account, 0n, day);
    this.#account(account).rateClass = rateClass;
  }

  /** The rates of class 0 or 1, announced ones among them, in order of time. */
  ratesOf(rateClass: number): readonly YearlyRate[] {
    return this.#rates[rateClass === 1 ? 1 : 0];
  }

  announce(rateClass: number, rate: YearlyRate): void {
    this.#rates[rateClass === 1 ? 1 : 0].push(rate);
  }

  /** Takes the last announcement of a class back. */
  withdraw(rateClass: number): void {
    this.#rates[rateClass === 1 ? 1 : 0].pop();
  }

  #account(name: string): Account {
    const found = this.#accounts.get(name);
    if (found !== undefined) return found;
    const fresh = { value: ZERO, above: 0, below: 0, day: 0, rateClass: 0 };
    this.#accounts.set(name, fresh);
    return fresh;
  }

  #worthOn(name: string, day: number): Worth {
    const { value, above, below, day: since, rateClass } = this.#account(name);
    if (day <= since || rateClass === EXEMPT || value.isZero()) return { value, above, below };
    const { left, error } = this.#leftOf(rateClass, since, day);
    const now = value.mul(left);
    const cents = now.toNumber();
    return { value: now, above: above + cents * FACTOR_ERROR + PART, below: below + cents * error };
  }

  /** What is left of 1 from one day to another: each day is charged at the rate in force on it. */
  #leftOf(rateClass: number, fromDay: number, toDay: number): { left: Decimal; error: number } {
    let left = ONE;
    let error = 0;
    const rates = this.ratesOf(rateClass);
    for (const [i, rate] of rates.entries()) {
      const days = Math.min(toDay, rates[i + 1]?.fromDay ?? toDay) - Math.max(fromDay, rate.fromDay);
      if (days <= 0) continue;
      const table = this.#tableOf(rate.yearlyRateBps, days);
      const part = table.left[days] as Decimal;
      left = left === ONE ? part : left.mul(part);
      error += (table.yearError * days) / DAYS_PER_YEAR;
    }
    return { left, error };
  }

  /** What 0, 1, 2 … days leave of 1, day by day: each leaves the 365th root of what a year leaves. */
  #tableOf(yearlyRateBps: number, days: number): RateTable {
    const known = this.#tables.get(yearlyRateBps) ?? newTable(yearlyRateBps);
    this.#tables.set(yearlyRateBps, known);
    for (let left = known.left.at(-1) ?? ONE; known.left.length <= days;) {
      left = left.mul(known.aDay);
      known.left.push(left);
    }
    return known;
  }
}

function newTable(yearlyRateBps: number): RateTable {
  const year = new Real(BPS - yearlyRateBps).div(BPS);
  // How far the contract's year may be below the exact one, relative: the first term its series leaves out, 16 times.
  const yearError = (16 * (-Math.log(year.toNumber()) / 16) ** 9) / 362_880;
  return { left: [ONE], aDay: year.pow(ONE.div(DAYS_PER_YEAR)), yearError };
}

function wholeCents(cents: Decimal): bigint {
  return BigInt(cents.floor().toFixed());
}
