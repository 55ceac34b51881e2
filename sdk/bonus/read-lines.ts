// SPDX-License-Identifier: EUPL-1.2
import { checkLine, type LineContext, type StaffLine } from "./check-line.ts";
import { checkPayees } from "./check-payees.ts";
import { ALL_COLUMNS, type Column } from "./columns.ts";
import type { CsvRecord } from "./csv-records.ts";
import type { Header } from "./header.ts";
import { purposeWatch } from "./other-purpose.ts";
import type { RuleCode, RuleError, RuleParameters } from "./rules.ts";
import { safeText } from "./safe-text.ts";

/** Reads one record after the other, so that a large file is never in memory as a whole. */
export type LineReader = {
  /** Lines that are right, and all that is wrong with the others. */
  readonly lines: StaffLine[];
  readonly errors: RuleError[];
  /** Records that were read. */
  readonly count: number;
  read(record: CsvRecord): void;
  /** Whether what was read is a list of another purpose, told once for the whole file. */
  otherPurpose(): RuleError | undefined;
};

/** Checks each line by itself and against those before it. */
export function createLineReader({ places, width }: Header, context: LineContext): LineReader {
  const checkPayee = checkPayees(context.purpose);
  const watch = purposeWatch(context.purpose);
  const lines: StaffLine[] = [];
  const errors: RuleError[] = [];
  let count = 0;

  function read({ line, cells }: CsvRecord): void {
    count++;
    watch.see(cells[places.payee_id ?? -1] ?? "");
    if (cells.every((cell) => cell.trim() === "")) {
      errors.push(refusal("lineEmpty", line));
      return;
    }
    if (cells.length !== width) {
      const code = cells.length < width ? "cellsMissing" : "cellsExtra";
      errors.push(refusal(code, line, safeText(cells[0] ?? ""), { cells: cells.length, expected: width }));
      return;
    }
    const values = Object.fromEntries(ALL_COLUMNS.map((column) => [column, cells[places[column] ?? -1] ?? ""]));
    const result = checkLine(line, values as Record<Column, string>, context);
    if ("value" in result) lines.push(result.value);
    else errors.push(...result.errors);
    errors.push(...checkPayee(line, values as Record<Column, string>));
  }

  return {
    lines,
    errors,
    get count() {
      return count;
    },
    read,
    otherPurpose: watch.error,
  };
}

/** What is wrong with a line or a file as a whole, whatever the column. */
export function refusal(
  code: RuleCode,
  line: number | undefined,
  shown = "",
  parameters: RuleParameters = {},
): RuleError {
  return { line, column: undefined, code, shown, parameters };
}
