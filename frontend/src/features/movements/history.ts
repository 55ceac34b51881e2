// SPDX-License-Identifier: EUPL-1.2
import { formatAmount, type Language } from "@monnaie-commune/sdk/amounts";
import { dayOf, isoDateOf } from "@monnaie-commune/sdk/days";
import type { StatementLine } from "@monnaie-commune/sdk/ledger/statements";
import type { AccountName } from "../accounts/api/use-account-names.ts";
import { searchable } from "../merchants/shop.ts";
import { KIND_NAMES, type HistoryLink } from "./history-link.ts";
import type { Note } from "./use-notes.ts";

/** What the history can be narrowed to. `out` is money on its way to euros. */
export const HISTORY_KINDS = ["all", "received", "paid", "issued", "fonte", "out"] as const;

export type HistoryKind = (typeof HISTORY_KINDS)[number];

/** A line, and the UTC day of the line before it: what melted since then is its fonte. */
export type DatedLine = { line: StatementLine; since: number };

/** What a month came to, in cents; all positive. */
export type MonthTotals = { received: bigint; paid: bigint; fonte: bigint };

/** The list as it is drawn, newest first: a month with its totals, its days, the lines of each. */
export type HistoryRow =
  { type: "month"; month: string; totals: MonthTotals } | { type: "day"; day: number } | ({ type: "line" } & DatedLine);

const KINDS: Record<StatementLine["kind"], HistoryKind> = {
  issued: "issued",
  received: "received",
  paid: "paid",
  burned: "out",
  redemption: "out",
  toSelf: "paid",
  fonte: "fonte",
};

/** `2026-11`, of a UTC day. */
export function monthOf(day: number): string {
  return isoDateOf(day).slice(0, 7);
}

/** What each month came to, whatever the list is narrowed to. */
export function totalsByMonth(lines: readonly StatementLine[]): Map<string, MonthTotals> {
  const months = new Map<string, MonthTotals>();
  for (const { day, kind, cents } of lines) {
    const month = monthOf(day);
    const totals = months.get(month) ?? { received: 0n, paid: 0n, fonte: 0n };
    months.set(month, totals);
    if (kind === "fonte") totals.fonte -= cents;
    else if (cents > 0n) totals.received += cents;
    else totals.paid -= cents;
  }
  return months;
}

/** Each line with the day its fonte runs from; the order stays. */
export function dateLines(lines: readonly StatementLine[]): DatedLine[] {
  return lines.map((line, index) => ({
    line,
    since: lines[index - 1]?.day ?? (line.kind === "fonte" ? line.firstDay : line.day),
  }));
}

/** What to look for; days are UTC days, both included. */
export type HistoryFilter = { kind: HistoryKind; text: string; firstDay?: number; lastDay?: number };

const dayOfDate = (date: string) => dayOf(Date.parse(`${date}T00:00:00Z`) / 1000);

/** What the history's address asks for. */
export function filterOf({ q = "", type, du, au }: HistoryLink): HistoryFilter {
  return {
    kind: type ? KIND_NAMES[type] : "all",
    text: q,
    ...(du !== undefined && { firstDay: dayOfDate(du) }),
    ...(au !== undefined && { lastDay: dayOfDate(au) }),
  };
}

/**
 * The lines of a kind and period that hold every word: in the other's name or town, in what this device remembers, or in
 * the amount as it is written in this language.
 */
export function findLines(
  lines: readonly DatedLine[],
  { kind, text, firstDay = -Infinity, lastDay = Infinity }: HistoryFilter,
  wordsOf: (line: StatementLine) => string,
  language: Language,
): DatedLine[] {
  const words = searchable(text).split(/\s+/).filter(Boolean);
  return lines.filter(({ line }) => {
    if (line.day < firstDay || line.day > lastDay) return false;
    if (kind !== "all" && KINDS[line.kind] !== kind) return false;
    if (words.length === 0) return true;
    const haystack = searchable(`${wordsOf(line)} ${formatAmount(line.cents, language)}`);
    return words.every((word) => haystack.includes(word));
  });
}

/** What a line can be found by besides its amount. */
export function wordsOfLine(
  line: StatementLine,
  nameOf: (address: string) => AccountName,
  noteOf: (tx: string) => Note,
): string {
  if (line.kind !== "received" && line.kind !== "paid") return "";
  const { name, detail = "" } = nameOf(line.other);
  const { label = "", reference = "" } = noteOf(line.tx);
  return `${name} ${detail} ${label} ${reference}`;
}

/** The lines as rows, newest first, under their days and months. */
export function rowsOf(lines: readonly DatedLine[], totals: ReadonlyMap<string, MonthTotals>): HistoryRow[] {
  const rows: HistoryRow[] = [];
  let month = "";
  let day = Number.NaN;
  for (const dated of lines.toReversed()) {
    if (dated.line.day !== day) {
      day = dated.line.day;
      if (monthOf(day) !== month) {
        month = monthOf(day);
        rows.push({ type: "month", month, totals: totals.get(month) ?? { received: 0n, paid: 0n, fonte: 0n } });
      }
      rows.push({ type: "day", day });
    }
    rows.push({ type: "line", ...dated });
  }
  return rows;
}
