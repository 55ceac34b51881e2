// SPDX-License-Identifier: EUPL-1.2
import { cancelCall } from "@monnaie-commune/sdk/bonus/run-calls";
import { shortHash } from "@monnaie-commune/sdk/bonus/run-state";
import { Failure } from "../lib/failure.ts";
import { t } from "../lib/messages.ts";
import { type GiveBackJob, officerStep } from "./officer-step.ts";
import { openPlan, runOnChain } from "./programme.ts";
import { loadPlan } from "./run-folder.ts";

/** `released`: cents given back to the programme; `kept`: cents that were paid or set aside before, and stay so. */
export type Cancellation = { runId: bigint; isNew: boolean; released: bigint; kept: bigint };

/**
 * Cancels the run of a plan: what it has not paid is free again. Money that waits for letters stays theirs. Done before,
 * it changes nothing.
 * @throws Failure when there is no run, all of it is paid, or the contract refuses.
 */
export async function cancelBonus(job: GiveBackJob): Promise<Cancellation> {
  const { plan, folder } = loadPlan(job.plan, job.runs);
  const context = await openPlan(job.chain, plan, job.deployments);
  const { runId, state, paid } = await runOnChain(context);
  if (state === "none") throw new Failure(3, "bonus.cancel.nothing");
  if (state === "cancelled") return { runId, isNew: false, released: 0n, kept: paid };
  const left = BigInt(plan.totals.cents) - paid;
  if (left === 0n) throw new Failure(3, "bonus.cancel.allPaid", { run: runId });
  await officerStep(context, job, folder, {
    name: `cancel ${runId}`,
    title: t("safe.steps.cancel", { run: runId, plan: shortHash(plan) }),
    call: cancelCall(runId),
    // Cancelled with nothing paid, a run no longer answers for its plan.
    isDone: async () => (await context.system.issuance.runOf(runId)).state === 3n,
  });
  return { runId, isNew: true, released: state === "approved" ? left : 0n, kept: paid };
}
