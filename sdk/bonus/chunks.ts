// SPDX-License-Identifier: EUPL-1.2
/** The most gas one transaction may ask for (EIP-7825). */
export const TRANSACTION_GAS_CAP = 16_777_216n;

/** What we let a chunk ask for: half of it, so that a chunk fits wherever and whatever its payees' accounts cost. */
export const MOST_CHUNK_GAS = TRANSACTION_GAS_CAP / 2n;

/**
 * Payments in one chunk. 300 people who never had the currency before, the dearest there are, used 7,632,115 gas
 * (25,440 each) and were estimated at 7,739,284: under `MOST_CHUNK_GAS` with a margin of 5 %. Every simulation asks again.
 */
export const PAYMENTS_PER_CHUNK = 300;

/** Consecutive payments or claims of a run, each counted from 0. */
export type ChunkRange = { first: number; count: number };

/** Cuts so many payments into chunks, the last one being the smallest. */
export function chunkRanges(payments: number, size = PAYMENTS_PER_CHUNK): ChunkRange[] {
  return Array.from({ length: Math.ceil(payments / size) }, (_, index) => ({
    first: index * size,
    count: Math.min(size, payments - index * size),
  }));
}

/** Whether the ranges are a partition of so many payments, in order, with nothing left out, twice there or empty. */
export function isPartition(ranges: readonly ChunkRange[], payments: number): boolean {
  let next = 0;
  for (const { first, count } of ranges) {
    if (first !== next || count < 1) return false;
    next += count;
  }
  return next === payments;
}

/** What each range holds. */
export function chunksOf<T>(list: readonly T[], ranges: readonly ChunkRange[]): T[][] {
  return ranges.map(({ first, count }) => list.slice(first, first + count));
}
