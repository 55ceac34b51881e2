// SPDX-License-Identifier: EUPL-1.2
import { useLanguage } from "../../../i18n/use-language.ts";
import { shortMonth, yearName } from "../month-names.ts";
import { FLOOR, type MonthShape } from "../month-shape.ts";

const NARROWEST = 46;

type Props = { months: readonly MonthShape[]; x: (index: number) => number; width: number; slot: number };

/** The names of as many months as there is room for, and of each year under its first. */
export function MonthLabels({ months, x, width, slot }: Props) {
  const language = useLanguage();
  const every = Math.max(1, Math.ceil(NARROWEST / slot));
  // From the last month back, so that the latest always has its name.
  const named = months.map((_, index) => index).filter((index) => (months.length - 1 - index) % every === 0);
  const dayOf = (index: number | undefined) => months[index ?? -1]?.day;
  return named.map((index, place) => {
    const day = dayOf(index) ?? 0;
    const before = dayOf(named[place - 1]);
    const isNewYear = before === undefined || yearName(before) !== yearName(day);
    const isAtEdge = x(index) + NARROWEST / 2 > width;
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
