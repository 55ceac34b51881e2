// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from "react-i18next";
import { useIdentity } from "../../accounts/api/use-identity.ts";
import { useSimulation } from "../api/use-simulation.ts";
import type { ReadyPlan } from "../plan.ts";
import type { Run } from "../run.ts";
import { SimulateStep } from "./simulate-step.tsx";

/** Rehearses a run in the name of who would pay it: the one who proposed it, or who is connected. */
export function Rehearsal({ ready, run }: { ready: ReadyPlan; run: Run | null }) {
  const { t } = useTranslation("runs");
  const identity = useIdentity();
  const { state, start } = useSimulation(ready, run);
  const officer = run?.proposer ?? (identity.status === "connected" ? identity.address : undefined);
  if (officer === undefined) return <p>{t("simulate.needsAccount")}</p>;
  const { payments } = ready.plan.totals;
  return <SimulateStep state={state} payments={payments} officer={officer} onStart={(from) => void start(from)} />;
}
