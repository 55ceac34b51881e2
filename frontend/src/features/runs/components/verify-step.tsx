// SPDX-License-Identifier: EUPL-1.2
import type { BonusPlan } from "@monnaie-commune/sdk/bonus/plan";
import type { ReportLine } from "@monnaie-commune/sdk/bonus/fates";
import { limitsFrom } from "@monnaie-commune/sdk/bonus/run-state";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { FileDrop } from "../../../components/file-drop.tsx";
import { ErrorState } from "../../../components/states.tsx";
import type { Programme } from "../../audit/audit.ts";
import type { Programmes } from "../api/use-programmes.ts";
import { useReadFile } from "../api/use-plans.ts";
import type { PlanRefusal, ReadyPlan } from "../plan.ts";
import type { Run } from "../run.ts";
import { Comparison } from "./comparison.tsx";
import { LimitsTable } from "./limits-table.tsx";
import { PlanRefused } from "./plan-refused.tsx";
import { PlanSummary } from "./plan-summary.tsx";
import { ReportLines } from "./report-lines.tsx";

type State =
  { step: "idle" | "reading" } | { step: "refused"; problem: PlanRefusal } | { step: "failed"; error: unknown };

/** Asks for the file of a plan whose hash is known; no other plan is taken. */
export function PlanDrop({ planHash }: { planHash: string }) {
  const { t } = useTranslation("runs");
  const readFile = useReadFile();
  const [state, setState] = useState<State>({ step: "idle" });
  const read = async (file: File) => {
    setState({ step: "reading" });
    try {
      const answer = await readFile(file);
      if (answer.kind === "errors") setState({ step: "refused", problem: "json" });
      else if (answer.kind === "refused") setState({ step: "refused", problem: answer.problem });
      else if (answer.ready.plan.planHash !== planHash) setState({ step: "refused", problem: "otherPlan" });
      else setState({ step: "idle" });
    } catch (error) {
      setState({ step: "failed", error });
    }
  };
  return (
    <div className="space-y-4">
      <FileDrop
        label={t("verify.drop")}
        hint={t("verify.hint")}
        action={t("verify.choose")}
        accepts={[".json", "application/json"]}
        isBusy={state.step === "reading"}
        onFile={(file) => void read(file)}
      />
      {state.step === "refused" && <PlanRefused problem={state.problem} />}
      {state.step === "failed" && (
        <ErrorState title={t("new.problem")} error={state.error} onRetry={() => setState({ step: "idle" })} />
      )}
    </div>
  );
}

type Props = { ready: ReadyPlan; run: Run | null; programme: Programme; all: Programmes };

/** The lines of a plan before anything is paid. */
function linesOf({ lines }: BonusPlan): ReportLine[] {
  return lines.map((line) => ({ ...line, fate: line.consent === null ? "euros" : "unpaid" }));
}

/** What the plan says, for whoever wants to read it again. */
export function VerifiedPlan({ ready, run, programme, all }: Props) {
  const { t } = useTranslation("runs");
  const [isOpen, setIsOpen] = useState(run === null);
  const lines = useMemo(() => linesOf(ready.plan), [ready]);
  return (
    <details
      open={isOpen}
      onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}
      className="rounded-card border border-hairline bg-surface px-5 py-3"
    >
      <summary className="min-h-11 content-center font-semibold text-accent">{t("verify.show")}</summary>
      {isOpen && (
        <div className="space-y-6 pt-3 pb-4">
          <PlanSummary ready={ready} />
          {run === null && <LimitsTable limits={limitsFrom(programme, all)} total={BigInt(ready.plan.totals.cents)} />}
          <Comparison plan={ready.plan} ownRun={run?.runId} programmes={all.programmes} />
          <ReportLines lines={lines} />
        </div>
      )}
    </details>
  );
}
