// SPDX-License-Identifier: EUPL-1.2
import { plainAmount, spreadsheetCsv } from "../bonus/report-files.ts";
import { dayOf, isoDateOf } from "../days.ts";
import type { Lag, Standing, StructureFigures } from "./structures.ts";

const COLUMNS = [
  "name",
  "account",
  "acceptedShare",
  "since",
  "until",
  "standing",
  "convention",
  "subsidised",
  "takings",
  "takingsCount",
  "lastTaking",
  "spent",
  "spentCount",
  "lastSpending",
  "exited",
  "balance",
  "lags",
] as const;

export type StructureColumn = (typeof COLUMNS)[number];

/** The words of the table of structures, in the language of its reader. */
export type StructureWords = {
  column: (column: StructureColumn) => string;
  standing: (standing: Standing) => string;
  lag: (lag: Lag) => string;
  /** What to call an account; empty when nobody knows. */
  name: (account: string) => string;
};

const date = (day: number | undefined) => (day === undefined ? "" : isoDateOf(day));

/** The structures as French spreadsheets open them. */
export function structuresCsv(structures: readonly StructureFigures[], words: StructureWords): string {
  const rows = structures.map((structure) => [
    words.name(structure.account),
    structure.account,
    String(structure.acceptedShareBps / 100).replace(".", ","),
    date(dayOf(structure.since)),
    structure.until === 0 ? "" : date(dayOf(structure.until)),
    words.standing(structure.standing),
    structure.conventionHash,
    plainAmount(structure.subsidised),
    plainAmount(structure.takings),
    structure.takingsCount,
    date(structure.lastTaking),
    plainAmount(structure.spent),
    structure.spentCount,
    date(structure.lastSpending),
    plainAmount(structure.exited),
    plainAmount(structure.balance),
    structure.lags.map(words.lag).join(", "),
  ]);
  return spreadsheetCsv([COLUMNS.map(words.column), ...rows]);
}

/** The structures for programs: cents as decimal strings, UTC dates. */
export function structuresJson(structures: readonly StructureFigures[], block: number): string {
  const value = {
    block,
    structures: structures.map(({ since, until, lastTaking, lastSpending, subsidies, ...rest }) => ({
      ...rest,
      since: date(dayOf(since)),
      until: until === 0 ? null : date(dayOf(until)),
      lastTaking: lastTaking === undefined ? null : date(lastTaking),
      lastSpending: lastSpending === undefined ? null : date(lastSpending),
      subsidies: subsidies.map(({ day, conventionHash = null, ...line }) => ({
        ...line,
        date: date(day),
        conventionHash,
      })),
    })),
  };
  return `${JSON.stringify(value, (_, part: unknown) => (typeof part === "bigint" ? part.toString() : part), 2)}\n`;
}
