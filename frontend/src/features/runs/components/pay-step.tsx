// SPDX-License-Identifier: EUPL-1.2
import { formatCount } from "@monnaie-commune/sdk/bonus/rule-words";
import { CirclePause } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { useLanguage } from "../../../i18n/use-language.ts";
import type { Action } from "../../../lib/permissions.ts";
import { usePayRun } from "../api/use-pay-run.ts";
import type { ReadyPlan } from "../plan.ts";
import type { Run } from "../run.ts";
import { Allowed } from "./allowed.tsx";
import { Sending } from "./sending.tsx";

type Props = { ready: ReadyPlan; run: Run; action: Action };

/** Pays chunk after chunk, with a way to stop after the current one; it goes on from what the chain says is paid. */
export function PayStep({ ready, run, action }: Props) {
  const { t } = useTranslation("runs");
  const language = useLanguage();
  const { phase, current, state, paid, pay, stop, reset } = usePayRun(ready, run);
  const { chunks } = ready;
  const people = chunks.reduce((sum, { size }, index) => sum + (paid.data?.[index] ? size : 0), 0);
  const all = ready.plan.totals.payments;
  const isPaying = phase === "paying" || phase === "stopping";
  const chunk = { chunk: (current ?? 0) + 1, chunks: chunks.length };
  return (
    <div className="space-y-4">
      <div className="space-y-2">
        <p role="status" className="font-semibold">
          {t("pay.progress", { paid: formatCount(people, language), all: formatCount(all, language) })}
        </p>
        <progress aria-label={t("steps.pay")} value={people} max={all} className="block h-3 w-full accent-accent" />
      </div>
      <Allowed action={action}>
        <Sending state={state} action={t("pay.sending", chunk)} onReset={reset}>
          {!isPaying && (
            <div className="space-y-3">
              {phase === "elsewhere" && <p role="alert">{t("pay.elsewhere")}</p>}
              <p>{t("pay.explain", { count: chunks.length })}</p>
              <Button onClick={() => void pay()}>{t(people === 0 ? "pay.action" : "pay.resume")}</Button>
            </div>
          )}
        </Sending>
        {isPaying && (
          <div className="space-y-2">
            <Button kind="secondary" onClick={stop} isPending={phase === "stopping"}>
              <CirclePause size={20} strokeWidth={1.75} aria-hidden="true" />
              {t(phase === "stopping" ? "pay.stopping" : "pay.stop")}
            </Button>
            <p className="text-caption text-ink-soft">{t("pay.leave")}</p>
          </div>
        )}
      </Allowed>
    </div>
  );
}
