// SPDX-License-Identifier: EUPL-1.2
import { useLanguage } from "../../../i18n/use-language.ts";
import { COLOURS } from "../colours.ts";
import { shortMonth, yearName } from "../month-names.ts";
import { axisMarks } from "../scale.ts";

export const HEIGHT = 232;
const TOP = 16;
const FLOOR = 184;
export const LEFT = 56;
const NARROWEST_LABEL = 46;
const WIDEST_COLUMN = 44;

/** What a chart draws of a month: the height of each layer from below, and of what is not told apart above them. */
export type MonthShape = { day: number; layers: readonly { colour: string; value: number }[]; rest: number };

type Props = {
  months: readonly MonthShape[];
  kind: "columns" | "line";
  selected: number;
  width: number;
  formatMark: (mark: number) => string;
  /** A height that is drawn across, with its name. */
  limits?: readonly { value: number; name: string }[];
};

const heightOf = ({ layers, rest }: MonthShape) => layers.reduce((sum, { value }) => sum + value, rest);

/** Where the middle of a month stands. */
export function middleOf(index: number, count: number, width: number): number {
  return LEFT + ((width - LEFT) * (index + 0.5)) / Math.max(1, count);
}

/** The drawing alone; what it says is told by the list, the slider and the table beside it. */
export function MonthDrawing({ months, kind, selected, width, formatMark, limits = [] }: Props) {
  const largest = Math.max(...months.map(heightOf), ...limits.map(({ value }) => value));
  const marks = axisMarks(largest);
  const highest = marks.at(-1) || 1;
  const y = (value: number) => FLOOR - ((FLOOR - TOP) * value) / highest;
  const x = (index: number) => middleOf(index, months.length, width);
  const slot = (width - LEFT) / Math.max(1, months.length);
  const column = Math.min(WIDEST_COLUMN, slot * 0.72);
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
        months.map((month, index) => <Column key={month.day} month={month} x={x(index)} width={column} y={y} />)
      ) : (
        <Line months={months} x={x} y={y} selected={selected} />
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
      <Labels months={months} x={x} width={width} every={Math.max(1, Math.ceil(NARROWEST_LABEL / slot))} />
    </svg>
  );
}

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

function Column({ month, x, width, y }: { month: MonthShape; x: number; width: number; y: (value: number) => number }) {
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

function Line({
  months,
  x,
  y,
  selected,
}: {
  months: readonly MonthShape[];
  x: (i: number) => number;
  y: (value: number) => number;
  selected: number;
}) {
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

type LabelProps = { months: readonly MonthShape[]; x: (index: number) => number; width: number; every: number };

function Labels({ months, x, width, every }: LabelProps) {
  const language = useLanguage();
  // From the last month back, so that the latest always has its name.
  const named = months.map((_, index) => index).filter((index) => (months.length - 1 - index) % every === 0);
  const dayOf = (index: number | undefined) => months[index ?? -1]?.day;
  return named.map((index, place) => {
    const day = dayOf(index) ?? 0;
    const before = dayOf(named[place - 1]);
    const isNewYear = before === undefined || yearName(before) !== yearName(day);
    const isAtEdge = x(index) + NARROWEST_LABEL / 2 > width;
    const at = isAtEdge ? width : x(index);
    return (
      <text key={day} textAnchor={isAtEdge ? "end" : "middle"} fontSize="13" fill="var(--ink-soft)">
        <tspan x={at} y={FLOOR + 20}>
          {shortMonth(day, language)}
        </tspan>
        {isNewYear && (
          <tspan x={at} y={FLOOR + 38} fontWeight="600" fill="var(--ink)">
            {yearName(day)}
          </tspan>
        )}
      </text>
    );
  });
}
