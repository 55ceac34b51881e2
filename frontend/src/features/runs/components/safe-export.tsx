// SPDX-License-Identifier: EUPL-1.2
import { shortHash } from "@monnaie-commune/sdk/bonus/run-state";
import { KeyRound } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "../../../components/button.tsx";
import { useRoleHolders } from "../../../lib/use-role-holders.ts";
import { usePaidChunks } from "../api/use-pay-run.ts";
import { useSafeFile } from "../api/use-safe-file.ts";
import { nextCall } from "../next-call.ts";
import type { ReadyPlan } from "../plan.ts";
import type { Run } from "../run.ts";

type Props = { ready: ReadyPlan; run: Run | null; purpose: number };

/** Where a Safe holds the role of the step that comes next: the file its owners import into their app. */
export function SafeExport({ ready, run, purpose }: Props) {
  const { t } = useTranslation("runs");
  const { data: paid } = usePaidChunks(run, ready.chunks.length);
  const next = nextCall(ready, run, purpose, paid);
  const { data: holders = [] } = useRoleHolders(next?.role ?? "APPROVER");
  const save = useSafeFile();
  const safes = holders.filter(({ isSafe }) => isSafe);
  if (next === undefined || safes.length === 0) return null;
  const facts = {
    run: run?.runId.toString() ?? "",
    plan: shortHash(ready.plan),
    chunk: next.chunk,
    chunks: ready.chunks.length,
  };
  return (
    <div className="space-y-3">
      <p className="max-w-column">{t("safe.explain")}</p>
      {safes.map(({ address }) => (
        <Button
          key={address}
          kind="secondary"
          onClick={() => void save(address, next.call, t(`safe.steps.${next.step}`, facts))}
        >
          <KeyRound size={20} strokeWidth={1.75} aria-hidden="true" />
          {t(`safe.${next.step}`, facts)}
        </Button>
      ))}
    </div>
  );
}
