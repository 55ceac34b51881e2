// SPDX-License-Identifier: EUPL-1.2
import type { Language } from "@monnaie-commune/sdk/amounts";
import { startOfDay } from "@monnaie-commune/sdk/days";

const LOCALES = { fr: "fr-FR", en: "en-GB" } as const;
const NO_BREAK_SPACE = "\u00A0";

/** "lundi 23 novembre"; the year is added when it is not the current one. Local time zone; seconds since 1970. */
export function formatDay(unixSeconds: number, language: Language): string {
  const date = new Date(unixSeconds * 1000);
  const year = date.getFullYear() === new Date().getFullYear() ? {} : ({ year: "numeric" } as const);
  const options = { weekday: "long", day: "numeric", month: "long", ...year } as const;
  return new Intl.DateTimeFormat(LOCALES[language], options).format(date);
}

/** "20 h 31" in French, "20:31" in English; local time zone. */
export function formatTime(unixSeconds: number, language: Language): string {
  const date = new Date(unixSeconds * 1000);
  const minutes = String(date.getMinutes()).padStart(2, "0");
  if (language === "en") return `${String(date.getHours()).padStart(2, "0")}:${minutes}`;
  return `${date.getHours()}${NO_BREAK_SPACE}h${NO_BREAK_SPACE}${minutes}`;
}

/** "23 novembre 2026", of a UTC day as the contracts count them. */
export function formatUtcDay(day: number, language: Language): string {
  const options = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat(LOCALES[language], options).format(new Date(startOfDay(day) * 1000));
}

/** "23 novembre" of a UTC day, with the year when it is not the current one. */
export function formatRecentUtcDay(day: number, language: Language): string {
  const date = new Date(startOfDay(day) * 1000);
  if (date.getUTCFullYear() !== new Date().getUTCFullYear()) return formatUtcDay(day, language);
  const options = { day: "numeric", month: "long", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat(LOCALES[language], options).format(date);
}
