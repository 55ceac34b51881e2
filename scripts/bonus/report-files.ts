// SPDX-License-Identifier: EUPL-1.2
import { join } from "node:path";
import * as files from "@monnaie-commune/sdk/bonus/report-files";
import { t } from "../lib/messages.ts";
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

/** Writes a report beside the plan and returns its path. */
export function writeReport(report: BonusReport, format: "csv" | "json"): string {
  const path = join(report.folder, `report.${format}`);
  writeWhole(path, format === "csv" ? reportCsv(report) : files.reportJson(report));
  return path;
}
