// SPDX-License-Identifier: EUPL-1.2
import type { Language } from "@monnaie-commune/sdk/amounts";
import { startOfDay } from "@monnaie-commune/sdk/days";

const LOCALES = { fr: "fr-FR", en: "en-GB" } as const;

function format(day: number, language: Language, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(LOCALES[language], { ...options, timeZone: "UTC" }).format(startOfDay(day) * 1000);
}

/** "novembre 2026", of any UTC day of the month. */
export function monthName(day: number, language: Language): string {
  return format(day, language, { month: "long", year: "numeric" });
}

/** "nov.", for an axis. */
export function shortMonth(day: number, language: Language): string {
  return format(day, language, { month: "short" });
}

/** "2026". */
export function yearName(day: number): string {
  return String(new Date(startOfDay(day) * 1000).getUTCFullYear());
}
