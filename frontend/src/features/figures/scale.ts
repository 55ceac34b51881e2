// SPDX-License-Identifier: EUPL-1.2

/** Round steps an axis may go by. */
const STEPS = [1, 2, 2.5, 5, 10];

/** The marks of an axis from 0 to a round number at or above the largest value; `most` marks beside the 0 at most. */
export function axisMarks(largest: number, most = 4): number[] {
  if (!(largest > 0)) return [0];
  const least = largest / most;
  const power = 10 ** Math.floor(Math.log10(least));
  const step = (STEPS.find((one) => one * power >= least) ?? 10) * power;
  const count = Math.ceil(largest / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, mark) => mark * step);
}

/** Basis points of a whole, for bars and sentences; 0 of nothing. */
export function shareBps(part: bigint, whole: bigint): number {
  return whole <= 0n ? 0 : Number((part * 10_000n) / whole);
}
