// SPDX-License-Identifier: EUPL-1.2
import { addMonths, isoDateOf } from "../../days.ts";

export const MONTHS_A_YEAR = 12;

/** A calendar month by the UTC calendar, `2026-11`; of the first and the current one, the days there are. */
export type Month = { name: string; firstDay: number; lastDay: number; isOver: boolean };

/** The first UTC day of the month a day is in. */
export function firstOfMonth(day: number): number {
  return day - Number(isoDateOf(day).slice(-2)) + 1;
}

/** The months from one day to another, both included; the last one is over only when `today` is past it. */
export function monthsBetween(firstDay: number, today: number): Month[] {
  const months: Month[] = [];
  for (let start = firstOfMonth(firstDay); start <= today; start = addMonths(start, 1)) {
    const end = addMonths(start, 1) - 1;
    const name = isoDateOf(start).slice(0, "2026-11".length);
    months.push({
      name,
      firstDay: Math.max(start, firstDay),
      lastDay: Math.min(end, today),
      isOver: end < today,
    });
  }
  return months;
}

/** The day before the twelve months that end with a day: 24 November 2025 for 24 November 2026. */
export function yearBefore(day: number): number {
  return addMonths(day, -MONTHS_A_YEAR);
}
