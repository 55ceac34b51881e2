// SPDX-License-Identifier: EUPL-1.2
import type { ListPurpose } from "../purposes.ts";
import type { LineContext, StaffLine } from "./check-line.ts";
import { type FundedStructure, structuresByAccount } from "./check-structure.ts";
import { checkTotals, type Limits } from "./check-totals.ts";
import { type ReservedAddress, reservedNames } from "./check-wallet.ts";
import { type CsvRecord, readRecords } from "./csv-records.ts";
import { checkBytes, endsLine } from "./file-bytes.ts";
import { columnList, headerLine, readHeader, separatorOf } from "./header.ts";
import { createLineReader, type LineReader, refusal } from "./read-lines.ts";
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
 * Reads the file of a bonus, of rewards or of subsidies: UTF-8, with or without a byte order mark, `;` or `,`, LF or CRLF,
 * columns in any order. A file with any error gives no line at all; its errors come in the order of the file. Never throws.
 */
export function readStaffFile(file: Uint8Array, context: StaffFileContext): StaffFile {
  const checked = checkBytes(file);
  if ("error" in checked) return { ok: false, errors: [checked.error] };
  const { bytes } = checked;
  const separator = separatorOf(bytes);
  if (separator === undefined) {
    const shown = safeText(headerLine(bytes));
    return { ok: false, errors: [refusal("separatorUnknown", 1, shown, { columns: columnList(context.purpose) })] };
  }
  let reader: LineReader | undefined;
  let last: CsvRecord | undefined;
  const headerErrors: RuleError[] = [];
  const quoteErrors = readRecords(bytes, separator, (record) => {
    if (last === undefined) {
      const { header, errors } = readHeader(record, context.purpose);
      headerErrors.push(...errors);
      if (header !== undefined) reader = createLineReader(header, lineContextOf(context));
    } else {
      reader?.read(record);
    }
    last = record;
  });
  const errors = [...quoteErrors, ...headerErrors];
  if (reader === undefined || last === undefined) return { ok: false, errors: sorted(errors) };
  const other = reader.otherPurpose();
  if (other !== undefined) return { ok: false, errors: [...sorted(errors), other] };

  if (reader.count === 0 && errors.length === 0) errors.push(refusal("fileNoLines", last.line));
  for (const error of reader.errors) errors.push(error);
  // Without its line end nobody can tell whether the last line is whole: 1250,50 may have been cut to 125.
  if (!endsLine(bytes, bytes.length - 1))
    errors.push(refusal("lineCutOff", last.line, safeText(last.cells.at(-1) ?? "")));
  if (errors.length === 0) errors.push(...checkTotals(reader.lines, context.limits));
  return errors.length === 0 ? { ok: true, lines: reader.lines } : { ok: false, errors: sorted(errors) };
}

function lineContextOf(context: StaffFileContext): LineContext {
  const { purpose, planDate, reserved, knownPayees, letters = false, structures } = context;
  return {
    purpose,
    planDate,
    reserved: reservedNames(reserved),
    knownPayees,
    // A structure has an account: its convention is on the chain under it.
    letters: letters && purpose !== "subsidy",
    structures: structures === undefined ? undefined : structuresByAccount(structures),
  };
}

function sorted(errors: readonly RuleError[]): RuleError[] {
  return errors.toSorted((a, b) => (a.line ?? Infinity) - (b.line ?? Infinity));
}
