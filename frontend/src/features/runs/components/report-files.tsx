// SPDX-License-Identifier: EUPL-1.2
import type { RunReport } from "@monnaie-commune/sdk/bonus/report-files";
import { Download, Printer } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import { download } from "../../../lib/download.ts";
import { printPage } from "../../../lib/print-page.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import { useCheckSentence } from "../use-check-sentence.ts";

/** The report to take along: a table, a file for programs, and a page for the binder. */
export function ReportFiles({ report }: { report: RunReport }) {
  const { t, i18n } = useTranslation(["runs", "bonus-run", "report-page"]);
  const language = useLanguage();
  const { region } = useRuntime();
  const checkSentence = useCheckSentence();
  // What writes the files is loaded when somebody asks for one.
  const writer = () => import("@monnaie-commune/sdk/bonus/report-files");
  const saveCsv = async () => {
    const csv = (await writer()).reportCsv(report, {
      column: (column) => t(`bonus-run:columns.${column}`),
      purpose: (purpose) => t(`bonus-run:purposes.${purpose}`),
      act: (act) => t(`bonus-run:acts.${act}`),
      reason: (reason) => t(`bonus-run:reason.${reason}`),
      fate: (fate) => t(`bonus-run:fate.${fate}`),
      final: (isFinal) => t(`bonus-run:final.${isFinal ? "yes" : "no"}`),
    });
    download("report.csv", csv, "text/csv");
  };
  const saveJson = async () => download("report.json", (await writer()).reportJson(report), "application/json");
  const printReport = async () => {
    const { reportPage } = await import("@monnaie-commune/sdk/bonus/report-page");
    // The page asks for its sentences by name; that there are all of them is tested where the page is made.
    const said = (namespace: "report-page" | "bonus-run") =>
      i18n.getFixedT(language, namespace) as unknown as (key: string, parameters?: object) => string;
    const words = { language, say: said("report-page"), word: said("bonus-run"), check: checkSentence };
    printPage(reportPage(report, region, words));
  };
  return (
    <div className="flex flex-wrap gap-x-2 print:hidden">
      <Button kind="quiet" onClick={() => void saveCsv()}>
        <Download size={18} strokeWidth={1.75} aria-hidden="true" />
        {t("report.csv")}
      </Button>
      <Button kind="quiet" onClick={() => void saveJson()}>
        <Download size={18} strokeWidth={1.75} aria-hidden="true" />
        {t("report.json")}
      </Button>
      <Button kind="quiet" onClick={() => void printReport()}>
        <Printer size={18} strokeWidth={1.75} aria-hidden="true" />
        {t("report.print")}
      </Button>
    </div>
  );
}
