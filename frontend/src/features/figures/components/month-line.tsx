// SPDX-License-Identifier: EUPL-1.2
import { COLOURS } from "../colours.ts";
import { FLOOR, heightOf, type MonthShape } from "../month-shape.ts";

type Props = {
  months: readonly MonthShape[];
  x: (index: number) => number;
  y: (value: number) => number;
  selected: number;
};

/** Months as a line over its area, with a ring at the chosen one. */
export function MonthLine({ months, x, y, selected }: Props) {
  const points = months.map((month, index) => `${x(index).toFixed(1)} ${y(heightOf(month)).toFixed(1)}`);
  const [first, last] = [x(0), x(months.length - 1)];
  const colour = months[0]?.layers[0]?.colour ?? COLOURS.main;
  const chosen = months[selected];
  return (
    <g>
      <path d={`M${first} ${FLOOR} L${points.join(" L")} L${last} ${FLOOR} Z`} fill={colour} opacity="0.16" />
      <path
        d={`M${points.join(" L")}`}
        fill="none"
        stroke={colour}
        strokeWidth="3"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      {chosen && (
        <circle cx={x(selected)} cy={y(heightOf(chosen))} r="6" fill="var(--surface)" stroke={colour} strokeWidth="3" />
      )}
    </g>
  );
}
