// SPDX-License-Identifier: EUPL-1.2
import type { BonusPlan } from "@monnaie-commune/sdk/bonus/plan";
import { isRunOfPlan } from "@monnaie-commune/sdk/bonus/run-state";
import { PURPOSES } from "@monnaie-commune/sdk/purposes";
import { useTranslation } from "react-i18next";
import { SkeletonRows } from "../../../components/skeleton.tsx";
import { EmptyState, ErrorState } from "../../../components/states.tsx";
import type { Programme } from "../../audit/audit.ts";
import { usePlan } from "../api/use-plans.ts";
import type { Programmes } from "../api/use-programmes.ts";
import { useRun } from "../api/use-runs.ts";
import type { PlanRefusal } from "../plan.ts";
import type { Run } from "../run.ts";
import { PlanRefused } from "./plan-refused.tsx";
import { RunFacts } from "./run-facts.tsx";
import { RunSteps } from "./run-steps.tsx";

type Hex = `0x${string}`;
type Props = { all: Programmes; runId?: bigint; planHash?: Hex };

/** Why a plan may not go on, though it is right in itself: somebody tries to have other payments pass under it. */
function refusalOf(plan: BonusPlan, run: Run | null, { purpose }: Programme): PlanRefusal | undefined {
  if (run && !isRunOfPlan(run, plan)) return "otherRun";
  return PURPOSES[purpose] === plan.purpose ? undefined : "otherPurpose";
}

/** A run, or a plan that may become one: where it stands on the chain, and its steps. */
export function RunView({ all, runId, planHash }: Props) {
  const { t } = useTranslation("runs");
  const { data: run, error, refetch } = useRun({ runId, planHash });
  const hash = planHash ?? run?.planHash;
  const { data: ready } = usePlan(hash);

  if (error && run === undefined) {
    return <ErrorState title={t("run.problem")} error={error} onRetry={() => void refetch()} />;
  }
  if (run === undefined || ready === undefined || hash === undefined) return <SkeletonRows rows={5} />;
  if (run === null && ready === null) return <EmptyState text={t("run.unknownPlan")} />;
  const programmeId = run?.programmeId ?? BigInt(ready?.plan.programmeId ?? 0);
  const programme = all.programmes.find((each) => each.programmeId === programmeId);
  if (programme === undefined) return <EmptyState text={t("run.unknownProgramme")} />;
  const refusal = ready ? refusalOf(ready.plan, run, programme) : undefined;
  return (
    <div className="space-y-8">
      {run && <RunFacts run={run} programme={programme} />}
      {refusal ? (
        <PlanRefused problem={refusal} />
      ) : (
        <RunSteps key={hash} run={run} ready={ready} planHash={hash} programme={programme} all={all} />
      )}
    </div>
  );
}
