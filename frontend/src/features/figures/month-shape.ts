// SPDX-License-Identifier: EUPL-1.2

/** What a chart draws of a month: the height of each layer from below, and of what is not told apart above them. */
export type MonthShape = { day: number; layers: readonly { colour: string; value: number }[]; rest: number };

/** The room of a chart in pixels: its whole height, what is above the highest mark, the line of 0, and what is left of it. */
export const HEIGHT = 232;
export const TOP = 16;
export const FLOOR = 184;
export const LEFT = 56;

/** All of a month. */
export function heightOf({ layers, rest }: MonthShape): number {
  return layers.reduce((sum, { value }) => sum + value, rest);
}
