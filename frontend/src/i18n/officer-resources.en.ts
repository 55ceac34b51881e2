// SPDX-License-Identifier: EUPL-1.2
import bonusRules from "../../../sdk/i18n/bonus-rules.en.json";
import bonusRun from "../../../sdk/i18n/bonus-run.en.json";
import type { officerFr } from "./officer-resources.fr.ts";
import reportPage from "../../../sdk/i18n/report-page.en.json";
import runs from "./runs.en.json";
import structureReport from "../../../sdk/i18n/structure-report.en.json";
import structures from "./structures.en.json";

export const officerEn: typeof officerFr = {
  "bonus-rules": bonusRules,
  "bonus-run": bonusRun,
  "report-page": reportPage,
  runs,
  "structure-report": structureReport,
  structures,
};
