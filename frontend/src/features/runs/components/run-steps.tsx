// SPDX-License-Identifier: EUPL-1.2
import { formatCount } from "@monnaie-commune/sdk/bonus/rule-words";
import { officerRoleName } from "@monnaie-commune/sdk/bonus/run-state";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../../i18n/use-language.ts";
import { useAccountNames } from "../../accounts/api/use-account-names.ts";
import type { Programme } from "../../audit/audit.ts";
import type { Programmes } from "../api/use-programmes.ts";
import type { ReadyPlan } from "../plan.ts";
import { statusOf, type Run } from "../run.ts";
import { stepStates } from "../steps.ts";
import { ApproveStep } from "./approve-step.tsx";
import { Elsewhere } from "./elsewhere.tsx";
import { PayStep } from "./pay-step.tsx";
import { ProposeStep } from "./propose-step.tsx";
import { Rehearsal } from "./rehearsal.tsx";
import { ReportStep } from "./report-step.tsx";
import { Step } from "./step.tsx";
import { PlanDrop, VerifiedPlan } from "./verify-step.tsx";

type Props = {
  run: Run | null;
  ready: ReadyPlan | null;
  planHash: string;
  programme: Programme;
  all: Programmes;
};

/** From the list to the report: what is done, what comes now, and who does it. The chain says where a run stands. */
export function RunSteps({ run, ready, planHash, programme, all }: Props) {
  const { t } = useTranslation("runs");
  const language = useLanguage();
  const nameOf = useAccountNames();
  const states = stepStates(run, ready !== null);
  const action = officerRoleName(programme.purpose) === "BONUS_OFFICER" ? "bonus.pay" : "reward.pay";
  const status = run && statusOf(run);
  const proposed = run && { run: run.runId.toString(), name: nameOf(run.proposer).name };
  const paid = run && { paid: formatCount(run.paidCount, language), all: formatCount(run.paymentCount, language) };
  return (
    <>
      <ol aria-label={t("steps.label")} className="print:hidden">
        <Step
          number={1}
          title={t("steps.verify")}
          state={states.verify}
          line={t(ready ? "verify.done" : "verify.missing")}
        >
          {ready ? (
            <VerifiedPlan key={run?.state} ready={ready} run={run} programme={programme} all={all} />
          ) : (
            <PlanDrop planHash={planHash} />
          )}
        </Step>
        <Step number={2} title={t("steps.simulate")} state={states.simulate} line={t("simulate.explain")}>
          {ready && states.simulate === "open" && <Rehearsal ready={ready} run={run} />}
        </Step>
        <Step
          number={3}
          title={t("steps.propose")}
          state={states.propose}
          line={proposed ? t("propose.done", proposed) : t("propose.explain")}
        >
          {ready && states.propose === "now" && <ProposeStep ready={ready} action={action} />}
        </Step>
        <Step
          number={4}
          title={t("steps.approve")}
          state={states.approve}
          line={
            run?.state === "approved"
              ? t("approve.done", { name: nameOf(run.approver).name })
              : t(status === "cancelled" ? "cancelled" : "approve.explain")
          }
        >
          {run && states.approve === "now" && ready && (
            <ApproveStep ready={ready} run={run} programme={programme} all={all} />
          )}
          {states.approve === "now" && !ready && <p>{t("approve.needsPlan")}</p>}
        </Step>
        <Step
          number={5}
          title={t("steps.pay")}
          state={states.pay}
          line={run?.state === "approved" && paid ? t("pay.progress", paid) : t("pay.later")}
        >
          {run && ready && states.pay === "now" && <PayStep ready={ready} run={run} action={action} />}
        </Step>
        <Step
          number={6}
          title={t("steps.report")}
          state={states.report}
          line={t(
            run === null || run.state === "proposed" ? "report.later" : ready ? "report.explain" : "report.needsPlan",
          )}
        />
      </ol>
      {run && ready && run.state !== "proposed" && <ReportStep ready={ready} run={run} programme={programme} />}
      {ready && <Elsewhere ready={ready} run={run} programme={programme} />}
    </>
  );
}
