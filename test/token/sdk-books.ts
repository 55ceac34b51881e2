// SPDX-License-Identifier: EUPL-1.2
import { worthOn, type AccountState, type Rate } from "@monnaie-commune/sdk/demurrage";

const FRACTION_BITS = 48n;
const EXEMPT = 2;

/** The token's books as sdk/demurrage keeps them. Days are UTC days, amounts cents. */
export class SdkBooks {
  readonly accounts = new Map<string, AccountState>();
  readonly rates: [Rate[], Rate[]] = [[], []];
  readonly #till: string;
  supply = 0n;

  constructor(till: string) {
    this.#till = till;
    this.account(till).rateClass = EXEMPT;
  }

  account(name: string): AccountState {
    const found = this.accounts.get(name) ?? { worth: 0n, settledDay: 0, rateClass: 0 };
    this.accounts.set(name, found);
    return found;
  }

  melts(name: string): boolean {
    const { worth, rateClass } = this.account(name);
    return worth !== 0n && rateClass !== EXEMPT;
  }

  worth(name: string, day: number): bigint {
    const account = this.account(name);
    return worthOn(account, this.rates[account.rateClass] ?? [], day);
  }

  balance(name: string, day: number): bigint {
    return this.worth(name, day) >> FRACTION_BITS;
  }

  settledSum(): bigint {
    return [...this.accounts.values()].reduce((sum, { worth }) => sum + (worth >> FRACTION_BITS), 0n);
  }

  /** Settles an account into the till, then adds cents to it (or takes them, below zero). */
  add(name: string, cents: bigint, day: number): void {
    const account = this.account(name);
    const worth = this.worth(name, day);
    this.takeFromTill((worth >> FRACTION_BITS) - (account.worth >> FRACTION_BITS));
    account.worth = worth + (cents << FRACTION_BITS);
    account.settledDay = day;
  }

  setClass(name: string, rateClass: number, day: number): void {
    this.add(name, 0n, day);
    this.account(name).rateClass = rateClass;
  }

  takeFromTill(cents: bigint): void {
    this.account(this.#till).worth -= cents << FRACTION_BITS;
  }
}
