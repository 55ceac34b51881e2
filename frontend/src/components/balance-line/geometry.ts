// SPDX-License-Identifier: EUPL-1.2
// The shape of the balance over time: a river whose thickness is the balance, to scale from zero. What has melted is the
// lower part of the bed; it falls into the reservoir of the commons.

export const HEIGHT = 244;
export const BED_TOP = 20;
export const BED_THICKNESS = 76;
export const RESERVOIR = { width: 128, height: 80, bottom: HEIGHT - 4 } as const;

const SAMPLES_PER_MONTH = 2;
const SWAY = 7;
const DECIMALS = 1;

/** The river runs on beyond what is measured, to the edges of the card: pixels on either side. */
export const BLEED = 48;

export type Point = { cents: bigint; melted: bigint };

/** Vertical sway of the river at a place from 0 (now) to 1 (the end), in pixels. */
export function swayAt(place: number): number {
  return SWAY * Math.sin(place * Math.PI * 2.2);
}

/** Part of the first balance that is left at each point, from 0 to 1; exact to a millionth. */
export function sharesLeft(points: readonly Point[]): number[] {
  const first = points[0]?.cents ?? 0n;
  return points.map(({ cents }) => (first === 0n ? 0 : Number((cents * 1_000_000n) / first) / 1_000_000));
}

function shareAt(shares: readonly number[], place: number): number {
  const position = Math.min(1, Math.max(0, place)) * (shares.length - 1);
  const before = Math.floor(position);
  const from = shares[before] ?? 0;
  const to = shares[Math.min(before + 1, shares.length - 1)] ?? from;
  return from + (to - from) * (position - before);
}

function line(edge: (place: number) => number, places: readonly number[], width: number): string {
  return places.map((place) => `${(place * width).toFixed(DECIMALS)} ${edge(place).toFixed(DECIMALS)}`).join(" L");
}

/** SVG paths of the balance, of what melts from it, and the line between them; `width` in pixels. */
export function riverPaths(shares: readonly number[], width: number) {
  const steps = Math.max(1, (shares.length - 1) * SAMPLES_PER_MONTH);
  const beyond = BLEED / width;
  const places = [-beyond, ...Array.from({ length: steps + 1 }, (_, step) => step / steps), 1 + beyond];
  const back = places.toReversed();
  const top = (place: number) => BED_TOP + swayAt(place);
  const surface = (place: number) => top(place) + BED_THICKNESS * shareAt(shares, place);
  const bottom = (place: number) => top(place) + BED_THICKNESS;
  return {
    balance: `M${line(top, places, width)} L${line(surface, back, width)}Z`,
    melted: `M${line(surface, places, width)} L${line(bottom, back, width)}Z`,
    currents: [0.28, 0.52, 0.76].map(
      (depth) => `M${line((place) => top(place) + BED_THICKNESS * depth * shareAt(shares, place), places, width)}`,
    ),
  };
}

/** Lower edge of the bed at a place from 0 to 1. */
export function bedBottomAt(place: number): number {
  return BED_TOP + swayAt(place) + BED_THICKNESS;
}

/** The stream from the handle down to the reservoir. */
export function streamPath(place: number, width: number): string {
  const x = place * width;
  const y = bedBottomAt(place);
  const mouthX = width - RESERVOIR.width + 18;
  const mouthY = RESERVOIR.bottom - RESERVOIR.height + 4;
  if (x >= mouthX) return `M${x.toFixed(1)} ${y.toFixed(1)} V${mouthY + 10}`;
  const bend = Math.min(90, (mouthX - x) / 2);
  const low = mouthY - 14;
  return `M${x.toFixed(1)} ${y.toFixed(1)} C${x.toFixed(1)} ${low} ${(x + 8).toFixed(1)} ${low} ${(x + bend).toFixed(1)} ${low} L${(mouthX - 16).toFixed(1)} ${low} Q${mouthX} ${low} ${mouthX} ${mouthY + 10}`;
}
