// SPDX-License-Identifier: EUPL-1.2
import { Decimal } from "decimal.js";

// Real numbers to 70 digits and the formula as the law would write it: value x (1 - rate)^(days / 365). Nothing here
// knows of fixed points, exponents or rounding.
const Real = Decimal.clone({ precision: 70 });

type Rate = { fromDay: number; yearlyRateBps: number };

/** What an account is worth, in cents, on the day it was last touched; `slack` bounds how far the contract may be off. */
type Account = { value: Decimal; day: number; rateClass: number; slack: number };

const EXEMPT = 2;
const DAYS_PER_YEAR = 365;

// What docs/demurrage.md proves of one settlement: the factor is above the exact power by a relative 2.4e-17 at most, the
// daily exponent leaves 365 days within the same of the yearly rate, and the worth is rounded up by less than 2^-48 cent.
const RELATIVE_ERROR = 2.4e-17;
const ROUNDING = 2 ** -48;

/** The currency as exact mathematics. Days are UTC days. */
export class ExactModel {
  readonly accounts = new Map<string, Account>();
  readonly rates: readonly [Rate[], Rate[]];
  readonly #powers = new Map<string, Decimal>();

  constructor(ordinaryBps: number, merchantBps: number) {
    this.rates = [[{ fromDay: 0, yearlyRateBps: ordinaryBps }], [{ fromDay: 0, yearlyRateBps: merchantBps }]];
  }

  /** What an account is worth on a day, and by how much the contract may be off. */
  on(name: string, day: number): { value: Decimal; slack: number } {
    const { value, day: since, rateClass, slack } = this.#account(name);
    if (day <= since || rateClass === EXEMPT || value.isZero()) return { value, slack };
    const left = this.#leftOf(rateClass, since, day);
    const now = value.mul(left);
    const error = now.toNumber() * RELATIVE_ERROR * (1 + (day - since) / DAYS_PER_YEAR);
    return { value: now, slack: slack * left.toNumber() + error + ROUNDING };
  }

  /** Adds cents to an account (or takes them, below zero) on a day. */
  add(name: string, cents: bigint, day: number): void {
    const { value, slack } = this.on(name, day);
    const { rateClass, day: since } = this.#account(name);
    this.accounts.set(name, { value: value.add(cents.toString()), day: Math.max(day, since), rateClass, slack });
  }

  setClass(name: string, rateClass: number, day: number): void {
    this.add(name, 0n, day);
    this.#account(name).rateClass = rateClass;
  }

  /** Whether a rate of a class is announced and not in force yet. */
  isRatePending(rateClass: 0 | 1, day: number): boolean {
    return (this.rates[rateClass].at(-1)?.fromDay ?? 0) > day;
  }

  #account(name: string): Account {
    const found = this.accounts.get(name) ?? { value: new Real(0), day: 0, rateClass: 0, slack: 0 };
    this.accounts.set(name, found);
    return found;
  }

  /** What is left of 1 from one day to another, each day charged at the rate in force on it. */
  #leftOf(rateClass: number, from: number, to: number): Decimal {
    const rates = this.rates[rateClass] ?? [];
    return rates.reduce((left, { fromDay, yearlyRateBps }, i) => {
      const days = Math.min(to, rates[i + 1]?.fromDay ?? Infinity) - Math.max(from, fromDay);
      return days > 0 ? left.mul(this.#power(yearlyRateBps, days)) : left;
    }, new Real(1));
  }

  #power(yearlyRateBps: number, days: number): Decimal {
    const key = `${yearlyRateBps} ${days}`;
    const known = this.#powers.get(key);
    if (known !== undefined) return known;
    const power = new Real(10_000 - yearlyRateBps).div(10_000).pow(new Real(days).div(DAYS_PER_YEAR));
    this.#powers.set(key, power);
    return power;
  }
}
