// SPDX-License-Identifier: EUPL-1.2
import type { CsvRecord } from "./csv-records.ts";
import { endsLine } from "./file-bytes.ts";
import { type RuleError, STAFF_COLUMNS, type StaffColumn } from "./rules.ts";
import { safeText } from "./safe-text.ts";

/** Where each column stands in the file, and how many cells a line has. */
export type Header = { places: Record<StaffColumn, number>; width: number };

const SEPARATORS = [";", ","] as const;

/** The separator of the header line: the one that gives the most known columns; undefined when neither gives two. */
export function separatorOf(bytes: Uint8Array): string | undefined {
  const text = headerLine(bytes);
  const known = (separator: string) =>
    text
      .split(separator)
      .filter((name) => (STAFF_COLUMNS as readonly string[]).includes(name.replaceAll('"', "").trim()));
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

/** Reads the header; `header` is undefined when a column is missing or twice there, so that lines cannot be read. */
export function readHeader({ line, cells }: CsvRecord): { header: Header | undefined; errors: RuleError[] } {
  const names = cells.map((cell) => cell.trim());
  const refuse = (code: RuleError["code"], name: string): RuleError => {
    return {
      line,
      column: safeText(name),
      code,
      shown: safeText(name),
      parameters: { columns: STAFF_COLUMNS.join(" ; ") },
    };
  };
  const missing = STAFF_COLUMNS.filter((name) => !names.includes(name)).map((name) => refuse("columnMissing", name));
  const twice = STAFF_COLUMNS.filter((name) => names.filter((other) => other === name).length > 1).map((name) =>
    refuse("columnTwice", name),
  );
  const unknown = names
    .filter((name) => !(STAFF_COLUMNS as readonly string[]).includes(name))
    .map((name) => refuse("columnUnknown", name));
  const places = Object.fromEntries(STAFF_COLUMNS.map((name) => [name, names.indexOf(name)]));
  const isReadable = missing.length === 0 && twice.length === 0;
  return {
    header: isReadable ? { places: places as Record<StaffColumn, number>, width: cells.length } : undefined,
    errors: [...missing, ...twice, ...unknown],
  };
}
