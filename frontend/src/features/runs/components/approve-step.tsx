// SPDX-License-Identifier: EUPL-1.2
import { approveCall } from "@monnaie-commune/sdk/bonus/run-calls";
import { limitsFrom } from "@monnaie-commune/sdk/bonus/run-state";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { Field } from "../../../components/field.tsx";
import { isSameAddress } from "../../../lib/short-address.ts";
import { useAccountNames } from "../../accounts/api/use-account-names.ts";
import { useIdentity } from "../../accounts/api/use-identity.ts";
import type { Programme } from "../../audit/audit.ts";
import type { Programmes } from "../api/use-programmes.ts";
import { useRunStep } from "../api/use-run-step.ts";
import type { ReadyPlan } from "../plan.ts";
import type { Run } from "../run.ts";
import { Allowed } from "./allowed.tsx";
import { Comparison } from "./comparison.tsx";
import { Fingerprint } from "./fingerprint.tsx";
import { LimitsTable } from "./limits-table.tsx";
import { PaidBefore } from "./paid-before.tsx";
import { PlanSummary } from "./plan-summary.tsx";
import { Sending } from "./sending.tsx";

/** Digits of the plan's hash the approver types: enough to compare it with the paper copy. */
const DIGITS = 8;

type Props = { ready: ReadyPlan; run: Run; programme: Programme; all: Programmes };

/** The approver reads the plan, compares its hash with the paper copy, and signs what was proposed because it is the same. */
export function ApproveStep({ ready, run, programme, all }: Props) {
  const { plan } = ready;
  const { t } = useTranslation("runs");
  const { state, send, reset } = useRunStep();
  const identity = useIdentity();
  const nameOf = useAccountNames();
  const [typed, setTyped] = useState("");
  const [isWrong, setIsWrong] = useState(false);
  const isOwn = identity.status === "connected" && isSameAddress(identity.address, run.proposer);

  const approve = () => {
    const digits = typed.trim().toLowerCase().replace(/^0x/, "");
    if (digits !== plan.planHash.slice(2, 2 + DIGITS)) {
      setIsWrong(true);
      return;
    }
    void send(approveCall(run.runId));
  };

  if (isOwn) return <p className="rounded-card bg-stone px-4 py-3">{t("approve.own")}</p>;
  return (
    <Allowed action="run.approve">
      <Sending state={state} action={t("approve.sending")} onReset={reset}>
        <div className="space-y-6 rounded-card border border-hairline bg-surface p-5">
          <PlanSummary ready={ready} />
          <LimitsTable limits={limitsFrom(programme, all)} total={run.total} />
          <Comparison plan={plan} ownRun={run.runId} programmes={all.programmes} />
          <div>
            <p className="text-caption text-ink-soft">
              {t("approve.proposer", { name: nameOf(run.proposer).name, address: run.proposer })}
            </p>
            <Fingerprint label={t("decision")} hash={programme.decisionHash} />
          </div>
          <PaidBefore plan={plan} />
        </div>
        <form
          className="max-w-column space-y-4"
          onSubmit={(event) => {
            event.preventDefault();
            approve();
          }}
        >
          <Field
            label={t("approve.question", { digits: DIGITS })}
            hint={t("approve.hint")}
            value={typed}
            error={isWrong ? t("approve.different") : undefined}
            spellCheck={false}
            onChange={(text) => {
              setTyped(text);
              setIsWrong(false);
            }}
          />
          <Button type="submit">{t("approve.action")}</Button>
        </form>
      </Sending>
    </Allowed>
  );
}
