// SPDX-License-Identifier: EUPL-1.2
// As resources.fr.ts, for pages of those who act for the region: they may name the machinery.
import bonusRules from "../../../sdk/i18n/bonus-rules.fr.json";
import bonusRun from "../../../sdk/i18n/bonus-run.fr.json";
import reportPage from "../../../sdk/i18n/report-page.fr.json";
import runs from "./runs.fr.json";
import structureReport from "../../../sdk/i18n/structure-report.fr.json";
import structures from "./structures.fr.json";

export const officerFr = {
  "bonus-rules": bonusRules,
  "bonus-run": bonusRun,
  "report-page": reportPage,
  runs,
  "structure-report": structureReport,
  structures,
};
