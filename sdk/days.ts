// SPDX-License-Identifier: EUPL-1.2
// Days are whole UTC days since 1970-01-01, as in the contracts: `timestamp / 86400`.

export const SECONDS_PER_DAY = 86_400n;

const MILLISECONDS_PER_DAY = 86_400_000;

/** The UTC day of a Unix time in seconds. */
export function dayOf(unixSeconds: bigint | number): number {
  if (typeof unixSeconds === "number") return Math.floor(unixSeconds / Number(SECONDS_PER_DAY));
  const day = unixSeconds / SECONDS_PER_DAY;
  return Number(unixSeconds < 0n && day * SECONDS_PER_DAY !== unixSeconds ? day - 1n : day);
}

/** The first Unix second of a UTC day. */
export function startOfDay(day: number): number {
  return day * Number(SECONDS_PER_DAY);
}

/** `2026-12-24`. Throws `RangeError` for days outside the years 0 to 9999. */
export function isoDateOf(day: number): string {
  const date = new Date(day * MILLISECONDS_PER_DAY).toISOString();
  if (date.length !== "2026-12-24T00:00:00.000Z".length) throw new RangeError(`Day ${day} has no four-digit year`);
  return date.slice(0, "2026-12-24".length);
}

/**
 * The same day of the month some months later (or earlier), by the UTC calendar; the month's last day where it has no
 * such day: one month after 31 January is 28 or 29 February.
 */
export function addMonths(day: number, months: number): number {
  const date = new Date(day * MILLISECONDS_PER_DAY);
  const dayOfMonth = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const lastOfMonth = new Date(date);
  lastOfMonth.setUTCMonth(lastOfMonth.getUTCMonth() + 1, 0);
  date.setUTCDate(Math.min(dayOfMonth, lastOfMonth.getUTCDate()));
  return Math.round(date.getTime() / MILLISECONDS_PER_DAY);
}
