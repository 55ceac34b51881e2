// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from "react-i18next";
import { ErrorState } from "../../../components/states.tsx";
import type { Programme } from "../../audit/audit.ts";
import { useReport } from "../api/use-report.ts";
import type { ReadyPlan } from "../plan.ts";
import type { Run } from "../run.ts";
import { ReportChecks } from "./report-checks.tsx";
import { ReportFiles } from "./report-files.tsx";
import { ReportLines } from "./report-lines.tsx";
import { ReportTotals } from "./report-totals.tsx";

type Props = { ready: ReadyPlan; run: Run; programme: Programme };

/** Every line of the plan held against the chain: totals, checks, files, and the lines themselves. */
export function ReportStep({ ready: { plan }, run, programme }: Props) {
  const { t } = useTranslation("runs");
  const { data: reported, error, refetch } = useReport(plan, run);
  if (error && !reported) {
    return <ErrorState title={t("report.problem")} error={error} onRetry={() => void refetch()} />;
  }
  const report = reported && { plan, run, decisionHash: programme.decisionHash, ...reported };
  return (
    <section aria-label={t("report.title")} className="space-y-8">
      <div className="space-y-8 rounded-card border border-hairline bg-surface p-5 md:p-8">
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
          <h2 className="text-title font-bold tracking-tight">{t("report.title")}</h2>
          {report && <ReportFiles report={report} />}
        </div>
        {report ? (
          <>
            <ReportTotals report={report} />
            <ReportChecks report={report} />
            <div className="print:hidden">
              <ReportLines lines={report.result.lines} />
            </div>
          </>
        ) : (
          <div role="status" className="space-y-4">
            <span className="sr-only">{t("report.reading")}</span>
            <div className="skeleton h-20" />
            <div className="skeleton h-48" />
          </div>
        )}
      </div>
    </section>
  );
}
