// SPDX-License-Identifier: EUPL-1.2
// The build of csv-parse that brings its own Buffer, so that browsers read a file exactly as Node does.
import { CsvError, parse } from "csv-parse/browser/esm/sync";
import { endsLine } from "./file-bytes.ts";
import type { RuleCode, RuleError } from "./rules.ts";

/** Cells of one record and the line of the file it starts on, counted from 1. */
export type CsvRecord = { line: number; cells: string[] };

/** After so many lines with broken quotes the file is no CSV: what follows is not looked at. */
const MOST_BROKEN_QUOTES = 100;

const LINE_ENDS = ["\r\n", "\n", "\r"];

const QUOTE_ERRORS: Partial<Record<string, RuleCode>> = {
  INVALID_OPENING_QUOTE: "quoteInCell",
  CSV_INVALID_CLOSING_QUOTE: "textAfterQuote",
  CSV_QUOTE_NOT_CLOSED: "quoteUnclosed",
};

/**
 * Reads a CSV file strictly as RFC 4180 has it, and gives each record as soon as it is whole. Empty lines are left out. After a broken quote, reading goes
 * on with the next line, so that a person sees all the errors of the file at once.
 * @param bytes UTF-8 without a byte order mark.
 * @returns What is wrong with quotes.
 */
export function readRecords(bytes: Uint8Array, separator: string, onRecord: (record: CsvRecord) => void): RuleError[] {
  const errors: RuleError[] = [];
  const lineAt = lineCounter(bytes);
  let start = 0;
  while (start < bytes.length) {
    const from = start;
    let recordStart = from;
    try {
      parse(bytes.subarray(from), {
        delimiter: separator,
        record_delimiter: LINE_ENDS,
        relax_column_count: true,
        skip_empty_lines: true,
        info: true,
        on_record: (record: unknown, { bytes: recordEnd }: { bytes: number }) => {
          onRecord({ line: lineAt(firstCharacter(bytes, recordStart)), cells: cellsOf(record) });
          recordStart = from + recordEnd;
          return null;
        },
      });
      break;
    } catch (error) {
      const code = error instanceof CsvError ? QUOTE_ERRORS[error.code] : undefined;
      if (code === undefined) throw error;
      // `bytes` is where the cell before the broken one ends.
      const broken = firstCharacter(bytes, from + (error as CsvError & { bytes: number }).bytes);
      errors.push({ line: lineAt(broken), column: undefined, code, shown: "", parameters: {} });
      if (errors.length === MOST_BROKEN_QUOTES) break;
      start = nextLine(bytes, broken);
    }
  }
  return errors;
}

/** With `info`, a record comes with what the parser knows about it. */
function cellsOf(record: unknown): string[] {
  return (Array.isArray(record) ? record : (record as { record: string[] }).record) as string[];
}

function firstCharacter(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && (bytes[at] === 0x0a || bytes[at] === 0x0d)) at++;
  return at;
}

function nextLine(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && !endsLine(bytes, at)) at++;
  return at + 1;
}

/** The line of each place, for places that are asked in the order of the file. */
function lineCounter(bytes: Uint8Array): (at: number) => number {
  let line = 1;
  let counted = 0;
  return (at) => {
    for (; counted < at; counted++) if (endsLine(bytes, counted)) line++;
    return line;
  };
}
