// SPDX-License-Identifier: EUPL-1.2
import { join } from "node:path";
import { formatAmount } from "@monnaie-commune/sdk/amounts";
import type { ReportCheck } from "@monnaie-commune/sdk/bonus/reconcile";
import * as files from "@monnaie-commune/sdk/bonus/report-files";
import { reportPage } from "@monnaie-commune/sdk/bonus/report-page";
import { formatCount, language, t } from "../lib/messages.ts";
import { printFont } from "../lib/print-font.ts";
import { loadRegion } from "../lib/region-file.ts";
import { writeWhole } from "../lib/write-whole.ts";
import type { BonusReport } from "./report.ts";

/** The report as French spreadsheets open it. */
export function reportCsv(report: BonusReport): string {
  return files.reportCsv(report, {
    column: (column) => t(`bonus-run.columns.${column}`),
    purpose: (purpose) => t(`bonus-run.purposes.${purpose}`),
    act: (act) => t(`bonus-run.acts.${act}`),
    final: (isFinal) => t(isFinal ? "bonus-run.final.yes" : "bonus-run.final.no"),
    fate: (fate) => t(`bonus-run.fate.${fate}`),
    reason: (reason) => t(`bonus-run.reason.${reason}`),
  });
}

/** The report as pages to print and to sign. */
export function reportHtml(report: BonusReport): string {
  const words = {
    language: language(),
    say: (key: string, parameters?: Record<string, string>) => t(`report-page.${key}`, parameters),
    word: (key: string) => t(`bonus-run.${key}`),
    check: checkSentence,
  };
  return reportPage(report, loadRegion(report.plan.region), words, printFont());
}

/** What a check of a report says, and that it fails when it does. */
export function checkSentence({ key, holds, expected, actual }: ReportCheck): string {
  const readable = (value: bigint) => (key === "countAgrees" ? formatCount(value) : formatAmount(value, language()));
  const values = { expected: readable(expected), actual: readable(actual) };
  const sentence = t(`bonus-run.check.${key}`, values);
  return holds ? sentence : t("bonus-run.checkFails", { ...values, check: sentence });
}

/** What a report can be written as. */
export const REPORT_FORMATS = ["csv", "json", "html"] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

const WRITERS: Record<ReportFormat, (report: BonusReport) => string> = {
  csv: reportCsv,
  json: files.reportJson,
  html: reportHtml,
};

/** Writes a report beside the plan and returns its path. */
export function writeReport(report: BonusReport, format: ReportFormat): string {
  const path = join(report.folder, `report.${format}`);
  writeWhole(path, WRITERS[format](report));
  return path;
}
