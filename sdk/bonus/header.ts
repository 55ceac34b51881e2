// SPDX-License-Identifier: EUPL-1.2
import type { ListPurpose } from "../purposes.ts";
import { type Column, COLUMNS } from "./columns.ts";
import type { CsvRecord } from "./csv-records.ts";
import { endsLine } from "./file-bytes.ts";
import type { RuleError } from "./rules.ts";
import { safeText } from "./safe-text.ts";

/** Where each column stands in the file, and how many cells a line has. */
export type Header = { places: Partial<Record<Column, number>>; width: number };

const SEPARATORS = [";", ","] as const;

/** The separator of the header line: the one that gives the most known columns; undefined when neither gives two. */
export function separatorOf(bytes: Uint8Array): string | undefined {
  const text = headerLine(bytes);
  const known = (separator: string) =>
    text
      .split(separator)
      .filter((name) => (COLUMNS.bonus as readonly string[]).includes(name.replaceAll('"', "").trim()));
  const [best] = SEPARATORS.map((separator) => ({ separator, count: known(separator).length })).toSorted(
    (a, b) => b.count - a.count,
  );
  return best !== undefined && best.count >= 2 ? best.separator : undefined;
}

/** The first line that is not empty, as text. */
export function headerLine(bytes: Uint8Array): string {
  let start = 0;
  while (bytes[start] === 0x0a || bytes[start] === 0x0d) start++;
  let end = start;
  while (end < bytes.length && !endsLine(bytes, end) && bytes[end] !== 0x0d) end++;
  return new TextDecoder().decode(bytes.subarray(start, end));
}

/**
 * Reads the header; `header` is undefined when a column is missing or twice there, or the file is for another purpose, so
 * that lines cannot be read.
 */
export function readHeader(
  { line, cells }: CsvRecord,
  purpose: ListPurpose,
): { header: Header | undefined; errors: RuleError[] } {
  const columns: readonly Column[] = COLUMNS[purpose];
  const names = cells.map((cell) => cell.trim());
  const refuse = (code: RuleError["code"], name: string): RuleError => {
    const parameters = { columns: columnList(purpose) };
    return { line, column: safeText(name), code, shown: safeText(name), parameters };
  };
  if (purpose !== "reward" && names.includes("act")) {
    return { header: undefined, errors: [refuse("listOfRewards", "act")] };
  }
  const missing = columns.filter((name) => !names.includes(name));
  if (missing.length === 1 && missing[0] === "act") {
    return { header: undefined, errors: [refuse("listWithoutActs", "act")] };
  }
  const twice = columns.filter((name) => names.filter((other) => other === name).length > 1);
  const unknown = names.filter((name) => !(columns as readonly string[]).includes(name));
  const places = Object.fromEntries(columns.map((name) => [name, names.indexOf(name)]));
  const isReadable = missing.length === 0 && twice.length === 0;
  return {
    header: isReadable ? { places, width: cells.length } : undefined,
    errors: [
      ...missing.map((name) => refuse("columnMissing", name)),
      ...twice.map((name) => refuse("columnTwice", name)),
      ...unknown.map((name) => refuse("columnUnknown", name)),
    ],
  };
}

/** The columns a file must have, as they are told to a person. */
export function columnList(purpose: ListPurpose): string {
  return COLUMNS[purpose].join(" ; ");
}
