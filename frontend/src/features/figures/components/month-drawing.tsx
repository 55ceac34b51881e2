// SPDX-License-Identifier: EUPL-1.2
import { FLOOR, HEIGHT, heightOf, LEFT, TOP, type MonthShape } from "../month-shape.ts";
import { axisMarks } from "../scale.ts";
import { MonthColumn } from "./month-column.tsx";
import { MonthLabels } from "./month-labels.tsx";
import { MonthLine } from "./month-line.tsx";

const WIDEST_COLUMN = 44;
const COLUMN_SHARE = 0.72;

type Props = {
  months: readonly MonthShape[];
  kind: "columns" | "line";
  selected: number;
  width: number;
  formatMark: (mark: number) => string;
  /** A height that is drawn across, with its name. */
  limits?: readonly { value: number; name: string }[];
};

/** The drawing alone; what it says is told by the list, the slider and the table beside it. */
export function MonthDrawing({ months, kind, selected, width, formatMark, limits = [] }: Props) {
  const largest = Math.max(...months.map(heightOf), ...limits.map(({ value }) => value));
  const marks = axisMarks(largest);
  const highest = marks.at(-1) || 1;
  const y = (value: number) => FLOOR - ((FLOOR - TOP) * value) / highest;
  const slot = (width - LEFT) / Math.max(1, months.length);
  const x = (index: number) => LEFT + slot * (index + 0.5);
  const column = Math.min(WIDEST_COLUMN, slot * COLUMN_SHARE);
  return (
    <svg
      viewBox={`0 0 ${width} ${HEIGHT}`}
      width={width}
      height={HEIGHT}
      aria-hidden="true"
      className="block select-none"
    >
      {marks.map((mark) => (
        <g key={mark}>
          <line x1={LEFT} x2={width} y1={y(mark)} y2={y(mark)} stroke="var(--hairline)" strokeWidth="1" />
          <text x={LEFT - 10} y={y(mark) + 4} textAnchor="end" fontSize="13" fill="var(--ink-soft)" className="tabular">
            {formatMark(mark)}
          </text>
        </g>
      ))}
      <rect
        x={x(selected) - slot / 2}
        width={slot}
        y={TOP - 8}
        height={FLOOR - TOP + 8}
        rx="6"
        fill="var(--accent)"
        opacity="0.1"
      />
      {kind === "columns" ? (
        months.map((month, index) => <MonthColumn key={month.day} month={month} x={x(index)} width={column} y={y} />)
      ) : (
        <MonthLine months={months} x={x} y={y} selected={selected} />
      )}
      {limits.map(({ value, name }) => (
        <g key={name}>
          <line
            x1={LEFT}
            x2={width}
            y1={y(value)}
            y2={y(value)}
            stroke="var(--ink)"
            strokeWidth="1.5"
            strokeDasharray="2 5"
            strokeLinecap="round"
          />
          <text
            x={LEFT + 4}
            y={y(value) - 6}
            fontSize="13"
            fontWeight="600"
            fill="var(--ink)"
            stroke="var(--surface)"
            strokeWidth="4"
            paintOrder="stroke"
          >
            {name}
          </text>
        </g>
      ))}
      <MonthLabels months={months} x={x} width={width} slot={slot} />
    </svg>
  );
}
