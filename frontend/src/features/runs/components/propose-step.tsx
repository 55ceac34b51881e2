// SPDX-License-Identifier: EUPL-1.2
import { proposeCall } from "@monnaie-commune/sdk/bonus/run-calls";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import type { Action } from "../../../lib/permissions.ts";
import { useRunOfSameFile } from "../api/use-plans.ts";
import { useRunStep } from "../api/use-run-step.ts";
import type { ReadyPlan } from "../plan.ts";
import { Allowed } from "./allowed.tsx";
import { PaidBefore } from "./paid-before.tsx";
import { Sending } from "./sending.tsx";

/** Proposes the run of a plan; the same list a second time only when it is meant. */
export function ProposeStep({ ready: { plan }, action }: { ready: ReadyPlan; action: Action }) {
  const { t } = useTranslation("runs");
  const id = useId();
  const { state, send, reset } = useRunStep();
  const { data: sameFile, isPending } = useRunOfSameFile(plan);
  const [isAgain, setIsAgain] = useState(false);
  return (
    <Allowed action={action}>
      <Sending state={state} action={t("propose.sending")} onReset={reset}>
        <PaidBefore plan={plan} />
        {sameFile && (
          <div className="space-y-2 rounded-card border border-bad px-4 py-3">
            <p>{t("propose.sameFile", { run: sameFile.runId.toString() })}</p>
            <label htmlFor={id} className="flex min-h-11 items-center gap-3 font-semibold">
              <input
                id={id}
                type="checkbox"
                checked={isAgain}
                onChange={(event) => setIsAgain(event.target.checked)}
                className="size-5 accent-accent"
              />
              {t("propose.again")}
            </label>
          </div>
        )}
        <Button
          onClick={() => void send(proposeCall(plan))}
          isPending={isPending}
          disabled={Boolean(sameFile) && !isAgain}
        >
          {t("propose.action")}
        </Button>
      </Sending>
    </Allowed>
  );
}
