// SPDX-License-Identifier: EUPL-1.2
import { getAddress, id } from "ethers";

/** Numbers that look random and are the same on every machine, whoever asks in whatever year. */
export type Random = {
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number;
  /** One of a list. */
  pick<T>(list: readonly T[]): T;
  /** The list in another order. */
  shuffled<T>(list: readonly T[]): T[];
};

const STEP = 0x6d2b79f5;

/** Starts a row of numbers from a text (mulberry32, seeded by the keccak256 of the text). */
export function randomFrom(seed: string): Random {
  let state = Number(BigInt(id(seed)) & 0xffffffffn);
  const next = () => {
    state = (state + STEP) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    between,
    pick(list) {
      const chosen = list[between(0, list.length - 1)];
      if (chosen === undefined) throw new RangeError("Nothing to pick from");
      return chosen;
    },
    shuffled(list) {
      return list
        .map((item) => ({ item, rank: next() }))
        .toSorted((a, b) => a.rank - b.rank)
        .map(({ item }) => item);
    },
  };
}

/** The address of a fictitious person or shop. Nobody has its key. */
export function fictitiousAddress(label: string): string {
  return getAddress(`0x${id(`monnaie-commune demo ${label}`).slice(-40)}`);
}
