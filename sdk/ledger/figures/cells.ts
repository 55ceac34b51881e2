// SPDX-License-Identifier: EUPL-1.2
// Breakdowns are published only where nobody can be recognised in them. The rules and where they come from: docs/figures.md.
import type { Hex } from "viem";
import type { Party } from "./movements.ts";

/** Fewest accounts on a side of a cell: where they are all shops, and where people are among them. */
export const FEWEST_SHOPS = 3;
export const FEWEST_WITH_PEOPLE = 11;

/** The most one account may make up of a cell, in basis points. */
export const LARGEST_SHARE_BPS = 8_500n;

const BPS = 10_000n;

/** A sum with what is needed to tell whether it may be published: what each account gave to it, on either side. */
export class Cell {
  cents = 0n;
  count = 0;
  readonly #payers = new Side();
  readonly #payees = new Side();

  add(cents: bigint, payer?: Party, payee?: Party): void {
    this.cents += cents;
    this.count++;
    if (payer !== undefined) this.#payers.add(payer, cents);
    if (payee !== undefined) this.#payees.add(payee, cents);
  }

  /** Whether enough accounts are on both sides, and none stands for nearly all of it. A cell of nothing names nobody. */
  get isSafe(): boolean {
    return this.count === 0 || (this.#payers.isSafe(this.cents) && this.#payees.isSafe(this.cents));
  }

  /** Several cells as one. */
  static sum(cells: readonly Cell[]): Cell {
    const sum = new Cell();
    for (const cell of cells) {
      sum.cents += cell.cents;
      sum.count += cell.count;
      sum.#payers.addAll(cell.#payers);
      sum.#payees.addAll(cell.#payees);
    }
    return sum;
  }
}

class Side {
  readonly #cents = new Map<Hex, bigint>();
  #hasPeople = false;

  add({ account, owner }: Party, cents: bigint): void {
    this.#cents.set(account, (this.#cents.get(account) ?? 0n) + cents);
    if (owner === "person") this.#hasPeople = true;
  }

  addAll(other: Side): void {
    for (const [account, cents] of other.#cents) this.#cents.set(account, (this.#cents.get(account) ?? 0n) + cents);
    this.#hasPeople ||= other.#hasPeople;
  }

  /** A side nobody stands on (the region itself pays, or is paid) names nobody. */
  isSafe(total: bigint): boolean {
    if (this.#cents.size === 0) return true;
    if (this.#cents.size < (this.#hasPeople ? FEWEST_WITH_PEOPLE : FEWEST_SHOPS)) return false;
    return [...this.#cents.values()].every((cents) => cents * BPS <= total * LARGEST_SHARE_BPS);
  }
}

/** What is published of a cell: its sum and how many payments are in it, or nothing. */
export type Published = { cents: bigint; count: number } | undefined;

/**
 * What may be published of the parts of a total that is published itself. Hides the parts that are not safe; then, as long
 * as what is hidden could be found by subtraction (one part alone, or parts that are not safe together), the smallest of
 * the others with anything in it.
 */
export function publishable<Key>(parts: ReadonlyMap<Key, Cell>): Map<Key, Published> {
  const hidden = new Set([...parts].filter(([, cell]) => !cell.isSafe).map(([key]) => key));
  const bySize = [...parts]
    .filter(([key, cell]) => cell.count > 0 && !hidden.has(key))
    .toSorted(([, a], [, b]) => (a.cents < b.cents ? -1 : a.cents > b.cents ? 1 : 0));
  const isExposed = () => {
    const cells = [...hidden].flatMap((key) => parts.get(key) ?? []);
    return cells.length === 1 || (cells.length > 1 && !Cell.sum(cells).isSafe);
  };
  for (const [key] of bySize) {
    if (!isExposed()) break;
    hidden.add(key);
  }
  return new Map([...parts].map(([key, { cents, count }]) => [key, hidden.has(key) ? undefined : { cents, count }]));
}
