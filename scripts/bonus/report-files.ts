// SPDX-License-Identifier: EUPL-1.2
import { join } from "node:path";
import { amountParts } from "@monnaie-commune/sdk/amounts";
import type { ReportLine } from "@monnaie-commune/sdk/bonus/reconcile";
import { isoDateOf } from "@monnaie-commune/sdk/days";
import { stringify } from "csv-stringify/sync";
import { t } from "../lib/messages.ts";
import type { BonusReport } from "./report.ts";
import { writeWhole } from "./run-folder.ts";

const COLUMNS = ["line", "payee", "wallet", "budgetLine", "fate", "units", "euros", "date", "block", "tx"] as const;

/**
 * The report as French spreadsheets open it: UTF-8 with a byte order mark, `;`, CRLF, decimal commas, no thousands, and no
 * cell that a spreadsheet would run as a formula.
 */
export function reportCsv({ result }: BonusReport): string {
  const rows = result.lines.map((line: ReportLine) => [
    line.line,
    line.payeeId,
    line.wallet ?? "",
    line.budgetLine,
    t(`bonus.report.fate.${line.fate}`),
    plainAmount(line.cents),
    plainAmount(line.eurosCents),
    line.day === undefined ? "" : isoDateOf(line.day),
    line.block ?? "",
    line.tx ?? "",
  ]);
  const header = COLUMNS.map((column) => t(`bonus.report.columns.${column}`));
  return stringify([header, ...rows], {
    bom: true,
    delimiter: ";",
    record_delimiter: "windows",
    escape_formulas: true,
  });
}

/** The report for programs: cents as decimal strings. */
export function reportJson({ plan, run, decisionHash, block, totalSupply, result }: BonusReport): string {
  const { lines, checks, ...sums } = result;
  const value = {
    planHash: plan.planHash,
    sourceSha256: plan.sourceSha256,
    chainId: plan.chainId,
    region: plan.region,
    issuance: plan.issuance,
    token: plan.token,
    programmeId: plan.programmeId,
    decisionHash,
    runId: run.runId,
    state: run.state,
    proposer: run.proposer,
    approver: run.approver,
    block,
    totalSupply,
    ...sums,
    checks,
    lines: lines.map(({ day, ...line }) => ({ ...line, ...(day === undefined ? {} : { date: isoDateOf(day) }) })),
  };
  const text = JSON.stringify(value, (_, part: unknown) => (typeof part === "bigint" ? part.toString() : part), 2);
  return `${text}\n`;
}

/** Writes a report beside the plan and returns its path. */
export function writeReport(report: BonusReport, format: "csv" | "json"): string {
  const path = join(report.folder, `report.${format}`);
  writeWhole(path, format === "csv" ? reportCsv(report) : reportJson(report));
  return path;
}

function plainAmount(cents: string): string {
  const { whole, decimals } = amountParts(BigInt(cents), "fr");
  return `${whole.replaceAll("\u202F", "")},${decimals}`;
}
