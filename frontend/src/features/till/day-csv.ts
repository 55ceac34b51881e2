// SPDX-License-Identifier: EUPL-1.2
import { plainAmount, spreadsheetCsv } from "@monnaie-commune/sdk/bonus/report-files";
import { localDate, type DayLine } from "./shop-day.ts";

export const DAY_COLUMNS = [
  "date",
  "time",
  "kind",
  "label",
  "customer",
  "account",
  "received",
  "refunded",
  "receipt",
  "original",
] as const;

export type DayWords = {
  column: (column: (typeof DAY_COLUMNS)[number]) => string;
  kind: (kind: DayLine["kind"]) => string;
  customer: (account: string) => string;
};

function clock(unixSeconds: number): string {
  return new Date(unixSeconds * 1000).toTimeString().slice(0, 8);
}

/** The lines of a day for a spreadsheet; what came in and what was given back each add up in a column of their own. */
export function dayCsv(lines: readonly DayLine[], words: DayWords): string {
  const rows = lines.map(({ at, kind, label = "", other, cents, tx, original = "" }) => [
    localDate(at),
    clock(at),
    words.kind(kind),
    label,
    words.customer(other),
    other,
    kind === "payment" ? plainAmount(cents) : "",
    kind === "refund" ? plainAmount(cents) : "",
    tx,
    original,
  ]);
  return spreadsheetCsv([DAY_COLUMNS.map(words.column), ...rows]);
}
