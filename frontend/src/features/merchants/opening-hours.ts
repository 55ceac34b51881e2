// SPDX-License-Identifier: EUPL-1.2
// Opening hours are free text ("mar.–sam. 9 h – 12 h et 14 h – 18 h, dim. 7 h – 13 h"). What follows that pattern becomes a
// week; anything else is shown as it is written, and nothing is guessed.

/** From when to when, in minutes of the day. */
export type Span = { from: number; to: number };
/** Spans by day, Monday first. */
export type Week = readonly (readonly Span[])[];

const DAYS = ["lun", "mar", "mer", "jeu", "ven", "sam", "dim"];
const MINUTES_A_DAY = 1_440;

type Token = { kind: "day" | "time" | "to" | "and"; value: number };

/** Words that say nothing about when. */
const FILLERS = /\b(?:du|de|le|les|ouvert|accueil)\b/gu;

const TOKEN =
  /(?<day>lun|mar|mer|jeu|ven|sam|dim)(?:di|credi|dredi|edi|anche)?s?\.?|(?<every>tous les jours)|(?<hour>\d{1,2})\s?(?:h|:)\s?(?<minute>\d{2})?|(?<to>–|-|—|\bau\b|(?<=\s)à(?=\s))|(?<and>,|;|\bet\b|\/)/gu;

function tokensOf(text: string): Token[] | undefined {
  const plain = text.toLowerCase().replace(/[\s\u00A0\u202F]+/gu, " ");
  const tokens: Token[] = [];
  const rest = plain.replace(TOKEN, (...match) => {
    const { day, every, hour, minute, to } = match.at(-1) as Record<string, string | undefined>;
    if (day !== undefined) tokens.push({ kind: "day", value: DAYS.indexOf(day) });
    else if (every !== undefined)
      tokens.push({ kind: "day", value: 0 }, { kind: "to", value: 0 }, { kind: "day", value: 6 });
    else if (hour !== undefined) tokens.push({ kind: "time", value: Number(hour) * 60 + Number(minute ?? 0) });
    else tokens.push({ kind: to === undefined ? "and" : "to", value: 0 });
    return " ";
  });
  return rest.replace(FILLERS, "").trim() === "" ? tokens : undefined;
}

/** The week a text describes; undefined when any part of it is not understood. */
export function parseHours(text: string): Week | undefined {
  const tokens = tokensOf(text);
  if (tokens === undefined) return undefined;
  const week: Span[][] = DAYS.map(() => []);
  let days: number[] = [];
  let hasTimes = false;
  for (let i = 0; i < tokens.length; i++) {
    const [token, next, last] = tokens.slice(i, i + 3);
    if (token === undefined || token.kind === "and") continue;
    if (token.kind === "to") return undefined;
    const end = next?.kind === "to" && last?.kind === token.kind ? last.value : undefined;
    if (end !== undefined) i += 2;
    if (token.kind === "day") {
      if (hasTimes) [days, hasTimes] = [[], false];
      days.push(...daysBetween(token.value, end ?? token.value));
    } else {
      if (end === undefined || days.length === 0 || end <= token.value || end > MINUTES_A_DAY) return undefined;
      for (const day of days) week[day]?.push({ from: token.value, to: end });
      hasTimes = true;
    }
  }
  return hasTimes ? week : undefined;
}

function daysBetween(first: number, last: number): number[] {
  const count = (last - first + DAYS.length) % DAYS.length;
  return Array.from({ length: count + 1 }, (_, i) => (first + i) % DAYS.length);
}

/** Monday is 0; the day and minute people in France live in, wherever the device is. */
export function nowInFrance(at: Date = new Date()): { day: number; minute: number } {
  const options = { timeZone: "Europe/Paris", weekday: "short", hour: "numeric", minute: "numeric" } as const;
  const parts = new Intl.DateTimeFormat("en-GB", { ...options, hourCycle: "h23" }).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "";
  const day = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].indexOf(part("weekday"));
  return { day, minute: Number(part("hour")) * 60 + Number(part("minute")) };
}

/** The span that is open now; undefined when none is. */
export function openSpan(week: Week, { day, minute } = nowInFrance()): Span | undefined {
  return week[day]?.find(({ from, to }) => from <= minute && minute < to);
}
