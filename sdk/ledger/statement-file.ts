// SPDX-License-Identifier: EUPL-1.2
import type { Hex } from "viem";
import { plainAmount, spreadsheetCsv } from "../bonus/report-files.ts";
import { isoDateOf } from "../days.ts";
import type { StatementLine } from "./statements.ts";

const COLUMNS = [
  "date",
  "kind",
  "who",
  "account",
  "credit",
  "debit",
  "balance",
  "label",
  "reference",
  "block",
  "tx",
] as const;

export type StatementColumn = (typeof COLUMNS)[number];

/** What a statement's file says in the language of its reader. */
export type StatementWords = {
  column: (column: StatementColumn) => string;
  kind: (kind: StatementLine["kind"]) => string;
  /** Who stands on the other side, as a person would say it. */
  who: (line: StatementLine) => string;
  /** What this device remembers of a payment. */
  note: (tx: Hex) => { label?: string; reference?: string };
};

/**
 * Lines of a statement as a table for French spreadsheets and their accountants: what came and what went in columns of
 * their own, decimal commas, ISO dates (UTC days), the balance after each line.
 */
export function statementCsv(lines: readonly StatementLine[], words: StatementWords): string {
  const rows = lines.map((line) => {
    const { label = "", reference = "" } = words.note(line.tx);
    return [
      isoDateOf(line.day),
      words.kind(line.kind),
      words.who(line),
      "other" in line ? line.other : "",
      line.cents > 0n ? plainAmount(line.cents) : "",
      line.cents < 0n ? plainAmount(-line.cents) : "",
      plainAmount(line.balance),
      label,
      reference,
      line.block,
      line.tx,
    ];
  });
  return spreadsheetCsv([COLUMNS.map(words.column), ...rows]);
}
