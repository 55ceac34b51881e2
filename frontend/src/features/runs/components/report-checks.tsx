// SPDX-License-Identifier: EUPL-1.2
import type { RunReport } from "@monnaie-commune/sdk/bonus/report-files";
import { Check, ShieldAlert, ShieldCheck, TriangleAlert } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useCheckSentence } from "../use-check-sentence.ts";

/** Whether lines, events and supply agree to the cent, and each comparison that says so. */
export function ReportChecks({ report: { result } }: { report: RunReport }) {
  const { t } = useTranslation("runs");
  const sentenceOf = useCheckSentence();
  const { checks, isReconciled, isComplete } = result;
  const Verdict = isReconciled ? ShieldCheck : ShieldAlert;
  const verdict = !isReconciled ? "differs" : isComplete ? "complete" : "incomplete";
  return (
    <div className="space-y-4">
      <p className={`flex items-start gap-3 text-lead font-bold ${isReconciled ? "text-ok" : "text-bad"}`}>
        <Verdict size={28} strokeWidth={1.75} aria-hidden="true" className="shrink-0" />
        {t(`report.verdict.${verdict}`)}
      </p>
      <ul className="space-y-1.5">
        {checks.map((check) => {
          const Icon = check.holds ? Check : TriangleAlert;
          return (
            <li key={check.key} className="flex items-start gap-2">
              <Icon
                size={18}
                strokeWidth={2}
                aria-hidden="true"
                className={`mt-1 shrink-0 ${check.holds ? "text-ok" : "text-bad"}`}
              />
              <span className="tabular min-w-0 break-words first-letter:uppercase">{sentenceOf(check)}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
