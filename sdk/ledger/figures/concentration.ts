// SPDX-License-Identifier: EUPL-1.2

const BPS = 10_000n;
const TENTHS = 10;
const TOP = 10;

/** How evenly money is spread over the accounts that hold any. Shares in basis points. */
export type Concentration = {
  holders: number;
  /** 0: everybody holds the same; near 10,000: one holds all. */
  giniBps: number;
  /** Share of the ten largest accounts. */
  topTenBps: number;
  /** Share of the poorest tenth, of the two poorest tenths, and so on: eleven points from 0 to 10,000. */
  lorenzBps: number[];
};

const ratio = (part: bigint, whole: bigint): number => (whole === 0n ? 0 : Number((part * BPS) / whole));

/** The concentration of some balances; those without anything are left out. */
export function concentrationOf(balances: Iterable<bigint>): Concentration {
  const held = [...balances].filter((cents) => cents > 0n).toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const holders = held.length;
  let total = 0n;
  let ranked = 0n;
  const upTo = [0n];
  for (const [index, cents] of held.entries()) {
    total += cents;
    ranked += BigInt(index + 1) * cents;
    upTo.push(total);
  }
  const n = BigInt(holders);
  return {
    holders,
    // G = 2 Σ i·x / (n Σ x) − (n + 1) / n, with x in order and i from 1.
    giniBps: holders === 0 ? 0 : ratio(2n * ranked - (n + 1n) * total, n * total),
    topTenBps: ratio(total - (upTo[Math.max(0, holders - TOP)] ?? 0n), total),
    lorenzBps: Array.from({ length: TENTHS + 1 }, (_, tenth) =>
      ratio(tenthsHeldBy(tenth, held, upTo), total * BigInt(TENTHS)),
    ),
  };
}

/** What the poorest tenths hold, in tenths of a cent; an account that stands across two of them counts for its part. */
function tenthsHeldBy(tenths: number, held: readonly bigint[], upTo: readonly bigint[]): bigint {
  const whole = Math.floor((tenths * held.length) / TENTHS);
  const rest = BigInt(tenths * held.length - whole * TENTHS);
  return (upTo[whole] ?? 0n) * BigInt(TENTHS) + (held[whole] ?? 0n) * rest;
}
