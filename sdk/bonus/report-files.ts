// SPDX-License-Identifier: EUPL-1.2
// The build of csv-stringify that brings its own Buffer, so that browsers write a file exactly as Node does.
import { stringify } from "csv-stringify/browser/esm/sync";
import { amountParts } from "../amounts.ts";
import { isoDateOf } from "../days.ts";
import type { ListPurpose } from "../purposes.ts";
import type { Act } from "./acts.ts";
import type { Fate, Refusal, ReportLine } from "./fates.ts";
import { countFinal, isFinal } from "./finality.ts";
import { actsOf, type BonusPlan } from "./plan.ts";
import type { Reconciliation } from "./reconcile.ts";
import type { RunState } from "./run-state.ts";

/** `date`, `block` and `tx` tell where a line's money was created; with `end`, where a claim was paid, cancelled or closed. */
const COLUMNS = [
  "line",
  "purpose",
  "payee",
  "wallet",
  "budgetLine",
  "act",
  "fate",
  "reason",
  "units",
  "euros",
  "date",
  "block",
  "tx",
  "endDate",
  "endBlock",
  "endTx",
  "final",
] as const;

export type ReportColumn = (typeof COLUMNS)[number];

/** The words of a report's table, in the language of its reader. */
export type ReportWords = {
  column: (column: ReportColumn) => string;
  purpose: (purpose: ListPurpose) => string;
  act: (act: Act) => string;
  fate: (fate: Fate) => string;
  reason: (reason: Refusal) => string;
  final: (isFinal: boolean) => string;
};

/** A report and what it is about; amounts are cents. */
export type RunReport = {
  plan: BonusPlan;
  run: { runId: bigint; state: RunState; proposer: string; approver: string };
  decisionHash: string;
  /** Block all of it was read at, and the last one that can no longer be taken back. */
  block: number;
  finalBlock: number;
  totalSupply: bigint;
  result: Reconciliation;
};

/**
 * A table as French spreadsheets open it: UTF-8 with a byte order mark, `;`, CRLF, and no cell that a spreadsheet would
 * run as a formula.
 */
export function spreadsheetCsv(rows: Rows): string {
  return stringify(mutable(rows), { ...SPREADSHEET, bom: true });
}

/** More rows of such a table, for one that is written in pieces. */
export function spreadsheetRows(rows: Rows): string {
  return stringify(mutable(rows), SPREADSHEET);
}

type Rows = readonly (readonly (string | number)[])[];

const SPREADSHEET = { delimiter: ";", record_delimiter: "windows", escape_formulas: true };

function mutable(rows: Rows): (string | number)[][] {
  return rows.map((row) => [...row]);
}

/** Every line of the plan with what became of it; decimal commas, no thousands. */
export function reportCsv(
  { plan, result, finalBlock }: Pick<RunReport, "plan" | "result" | "finalBlock">,
  words: ReportWords,
): string {
  const finalWord = (final: boolean | undefined) => (final === undefined ? "" : words.final(final));
  const rows = result.lines.map((line) => [
    line.line,
    words.purpose(plan.purpose),
    line.payeeId,
    line.wallet ?? line.end?.payee ?? "",
    line.budgetLine,
    line.act === null ? "" : words.act(line.act),
    words.fate(line.fate),
    line.reason === undefined ? "" : words.reason(line.reason),
    plainAmount(line.cents),
    plainAmount(line.eurosCents),
    ...whereCells(line),
    ...whereCells(line.end ?? {}),
    finalWord(isFinal(line, finalBlock)),
  ]);
  return spreadsheetCsv([COLUMNS.map(words.column), ...rows]);
}

/** The report for programs: cents as decimal strings. */
export function reportJson({ plan, run, decisionHash, block, finalBlock, totalSupply, result }: RunReport): string {
  const { lines, checks, ...sums } = result;
  const finalCount = countFinal(lines, finalBlock);
  const value = {
    planHash: plan.planHash,
    sourceSha256: plan.sourceSha256,
    chainId: plan.chainId,
    region: plan.region,
    issuance: plan.issuance,
    token: plan.token,
    programmeId: plan.programmeId,
    purpose: plan.purpose,
    acts: actsOf(plan.lines),
    decisionHash,
    runId: run.runId,
    state: run.state,
    proposer: run.proposer,
    approver: run.approver,
    block,
    finalBlock,
    totalSupply,
    ...sums,
    finalLines: finalCount.final,
    notFinalLines: finalCount.open,
    checks,
    lines: lines.map(({ end, ...line }) => ({
      ...withDate(line),
      ...(end === undefined ? {} : { end: withDate(end) }),
      // Left out of what is not on the chain.
      final: isFinal({ ...line, end }, finalBlock),
    })),
  };
  const text = JSON.stringify(value, (_, part: unknown) => (typeof part === "bigint" ? part.toString() : part), 2);
  return `${text}\n`;
}

function whereCells({ day, block, tx }: Pick<ReportLine, "day" | "block" | "tx">): (string | number)[] {
  return [day === undefined ? "" : isoDateOf(day), block ?? "", tx ?? ""];
}

function withDate<T extends { day?: number }>({ day, ...rest }: T): Omit<T, "day"> & { date?: string } {
  return day === undefined ? rest : { ...rest, date: isoDateOf(day) };
}

/** An amount as French spreadsheets read it: `1250,50`. */
export function plainAmount(cents: string | bigint): string {
  const { whole, decimals } = amountParts(BigInt(cents), "fr");
  return `${whole.replaceAll("\u202F", "")},${decimals}`;
}
