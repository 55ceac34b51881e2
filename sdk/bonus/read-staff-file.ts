// SPDX-License-Identifier: EUPL-1.2
import type { ListPurpose } from "../purposes.ts";
import { checkLine, type LineContext, type StaffLine } from "./check-line.ts";
import { checkPayees } from "./check-payees.ts";
import { type FundedStructure, structuresByAccount } from "./check-structure.ts";
import { checkTotals, type Limits } from "./check-totals.ts";
import { type ReservedAddress, reservedNames } from "./check-wallet.ts";
import { type CsvRecord, readRecords } from "./csv-records.ts";
import { checkBytes, endsLine } from "./file-bytes.ts";
import { ALL_COLUMNS, type Column } from "./columns.ts";
import { columnList, type Header, headerLine, readHeader, separatorOf } from "./header.ts";
import { otherPurpose } from "./other-purpose.ts";
import type { RuleError } from "./rules.ts";
import { safeText } from "./safe-text.ts";

export type StaffFileContext = {
  /** The day of the plan, as `2026-11-23`: no consent may be younger. */
  planDate: string;
  /** Addresses that are never paid: the token and the system's other contracts. */
  reserved: readonly ReservedAddress[];
  /** Pseudonyms of everybody who may be paid, where a register is given. */
  knownPayees?: ReadonlySet<string> | undefined;
  /** Whether people who opted in without a wallet get a letter; otherwise they are refused. */
  letters?: boolean | undefined;
  /** What the programme and the cap leave, where they are known. */
  limits?: Limits | undefined;
} & ForPurpose;

/** What the programme is for; a subsidy goes to structures whose convention is on the chain. */
type ForPurpose =
  | { purpose: Exclude<ListPurpose, "subsidy">; structures?: undefined }
  | { purpose: "subsidy"; structures: readonly FundedStructure[] };

export type StaffFile = { ok: true; lines: StaffLine[] } | { ok: false; errors: RuleError[] };

/**
 * Reads the file of a bonus, of rewards or of subsidies: UTF-8, with or without a byte order mark, `;` or `,`, LF or CRLF, columns in any order.
 * A file with any error gives no line at all; its errors come in the order of the file. Never throws.
 */
export function readStaffFile(file: Uint8Array, context: StaffFileContext): StaffFile {
  const checked = checkBytes(file);
  if ("error" in checked) return { ok: false, errors: [checked.error] };
  const { bytes } = checked;
  const separator = separatorOf(bytes);
  if (separator === undefined) {
    const shown = safeText(headerLine(bytes));
    return { ok: false, errors: [error("separatorUnknown", 1, shown, { columns: columnList(context.purpose) })] };
  }
  const { records, errors } = readRecords(bytes, separator);
  const [first, ...rest] = records;
  if (first === undefined) return { ok: false, errors };
  const { header, errors: headerErrors } = readHeader(first, context.purpose);
  errors.push(...headerErrors);
  if (header === undefined) return { ok: false, errors: sorted(errors) };
  const other = otherPurpose(
    rest.map(({ cells }) => cells[header.places.payee_id ?? 0] ?? ""),
    context.purpose,
  );
  if (other !== undefined) return { ok: false, errors: [...sorted(errors), other] };
  if (rest.length === 0 && errors.length === 0) errors.push(error("fileNoLines", first.line));

  const lines = checkLines(rest, header, context, errors);
  // Without its line end nobody can tell whether the last line is whole: 1250,50 may have been cut to 125.
  if (!endsLine(bytes, bytes.length - 1)) {
    const last = records.at(-1);
    errors.push(error("lineCutOff", last?.line, safeText(last?.cells.at(-1) ?? "")));
  }
  if (errors.length === 0) errors.push(...checkTotals(lines, context.limits));
  return errors.length === 0 ? { ok: true, lines } : { ok: false, errors: sorted(errors) };
}

/** Checks each line by itself and against those before it. Adds to `errors`; returns the lines that are right. */
function checkLines(
  records: readonly CsvRecord[],
  { places, width }: Header,
  { purpose, planDate, reserved, knownPayees, letters = false, structures }: StaffFileContext,
  errors: RuleError[],
): StaffLine[] {
  const lineContext: LineContext = {
    purpose,
    planDate,
    reserved: reservedNames(reserved),
    knownPayees,
    // A structure has an account: its convention is on the chain under it.
    letters: letters && purpose !== "subsidy",
    structures: structures === undefined ? undefined : structuresByAccount(structures),
  };
  const checkPayee = checkPayees(purpose);
  const lines: StaffLine[] = [];
  for (const { line, cells } of records) {
    if (cells.every((cell) => cell.trim() === "")) {
      errors.push(error("lineEmpty", line));
      continue;
    }
    if (cells.length !== width) {
      const code = cells.length < width ? "cellsMissing" : "cellsExtra";
      errors.push(error(code, line, safeText(cells[0] ?? ""), { cells: cells.length, expected: width }));
      continue;
    }
    const values = Object.fromEntries(ALL_COLUMNS.map((column) => [column, cells[places[column] ?? -1] ?? ""]));
    const result = checkLine(line, values as Record<Column, string>, lineContext);
    if ("value" in result) lines.push(result.value);
    else errors.push(...result.errors);
    errors.push(...checkPayee(line, values as Record<Column, string>));
  }
  return lines;
}

function error(
  code: RuleError["code"],
  line: number | undefined,
  shown = "",
  parameters: RuleError["parameters"] = {},
): RuleError {
  return { line, column: undefined, code, shown, parameters };
}

function sorted(errors: readonly RuleError[]): RuleError[] {
  return errors.toSorted((a, b) => (a.line ?? Infinity) - (b.line ?? Infinity));
}
