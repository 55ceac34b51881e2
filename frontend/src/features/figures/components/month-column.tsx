// SPDX-License-Identifier: EUPL-1.2
import { COLOURS } from "../colours.ts";
import type { MonthShape } from "../month-shape.ts";

const GAP = 1.5;
const THIN = 3;

/** The pieces of a column from below, each with the heights it goes from and to. */
function piecesOf({ layers, rest }: MonthShape): { colour: string; from: number; to: number; isRest: boolean }[] {
  const heights = [
    ...layers.map((layer) => ({ ...layer, isRest: false })),
    { colour: COLOURS.hidden, value: rest, isRest: true },
  ];
  return heights
    .map(({ colour, value, isRest }, index) => {
      const from = heights.slice(0, index).reduce((sum, below) => sum + below.value, 0);
      return { colour, from, to: from + value, isRest };
    })
    .filter(({ from, to }) => to > from);
}

type Props = { month: MonthShape; x: number; width: number; y: (value: number) => number };

/** A month as a column of its layers; what is not told apart is dashed. */
export function MonthColumn({ month, x, width, y }: Props) {
  return piecesOf(month).map(({ colour, from, to, isRest }) => {
    const height = y(from) - y(to);
    return (
      <rect
        key={from}
        x={x - width / 2}
        width={width}
        y={y(to)}
        height={height > THIN ? height - GAP : height}
        rx="2"
        fill={colour}
        {...(isRest && { stroke: "var(--line)", strokeDasharray: "3 3" })}
      />
    );
  });
}
