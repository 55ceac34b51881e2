// SPDX-License-Identifier: EUPL-1.2
// Names of UTC days, which the books count in; see lib/format-date.ts for moments.
import type { Language } from "@monnaie-commune/sdk/amounts";
import { isoDateOf, startOfDay } from "@monnaie-commune/sdk/days";

const LOCALES = { fr: "fr-FR", en: "en-GB" } as const;

function format(day: number, language: Language, options: Intl.DateTimeFormatOptions): string {
  const date = new Date(startOfDay(day) * 1000);
  return new Intl.DateTimeFormat(LOCALES[language], { ...options, timeZone: "UTC" }).format(date);
}

const isThisYear = (day: number) => isoDateOf(day).slice(0, 4) === String(new Date().getUTCFullYear());

/** "lundi 23 novembre"; with the year when it is not the current one. */
export function dayName(day: number, language: Language): string {
  const year = isThisYear(day) ? {} : ({ year: "numeric" } as const);
  return format(day, language, { weekday: "long", day: "numeric", month: "long", ...year });
}

/** "novembre 2026", of `2026-11`. */
export function monthName(month: string, language: Language): string {
  const [year, number] = month.split("-").map(Number);
  const date = new Date(Date.UTC(year ?? 0, (number ?? 1) - 1, 1));
  return new Intl.DateTimeFormat(LOCALES[language], { month: "long", year: "numeric", timeZone: "UTC" }).format(date);
}

/** The two ends of a period, the first without what it shares with the second: "1" and "30 nov.". */
export function periodNames(from: number, to: number, language: Language): { from: string; to: string } {
  const [first, last] = [isoDateOf(from), isoDateOf(to)];
  const year = isThisYear(from) && isThisYear(to) ? {} : ({ year: "numeric" } as const);
  const end = format(to, language, { day: "numeric", month: "short", ...year });
  if (first.slice(0, 7) === last.slice(0, 7)) return { from: format(from, language, { day: "numeric" }), to: end };
  return { from: format(from, language, { day: "numeric", month: "short", ...year }), to: end };
}
