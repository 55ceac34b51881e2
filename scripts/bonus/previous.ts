// SPDX-License-Identifier: EUPL-1.2
import type { BonusPlan } from "@monnaie-commune/sdk/bonus/plan";
import type { FormerTotals } from "@monnaie-commune/sdk/bonus/compare";
import { PURPOSES } from "@monnaie-commune/sdk/purposes";
import { RUN_STATES } from "@monnaie-commune/sdk/bonus/run-state";
import { Failure } from "../lib/failure.ts";
import type { PlanContext } from "./programme.ts";
import { findPlan, loadPlan } from "./run-folder.ts";

/** The last period: its run on the chain and, where it is at hand, its plan; `runId` is undefined for a plan somebody gave. */
export type Previous =
  { runId: bigint | undefined; plan: BonusPlan } | { runId: bigint; plan: undefined; totals: FormerTotals };

/**
 * The last approved run before a plan's own that pays for the same purpose, whatever programme it belongs to. Its plan is
 * looked for in the folder of the runs; without it there are the totals of the chain.
 */
export async function previousOf(context: PlanContext, ownRun: bigint, runs?: string): Promise<Previous | undefined> {
  const { issuance } = context.system;
  const { chainId, planHash, purpose } = context.plan;
  const purposes = new Map<bigint, string | undefined>();
  const purposeOf = async (programmeId: bigint) => {
    if (!purposes.has(programmeId)) {
      purposes.set(programmeId, PURPOSES[Number((await issuance.programmeOf(programmeId)).purpose)]);
    }
    return purposes.get(programmeId);
  };
  const latest = ownRun === 0n ? await issuance.runCount() : ownRun - 1n;
  for (let runId = latest; runId > 0n; runId--) {
    const run = await issuance.runOf(runId);
    if (RUN_STATES[Number(run.state)] !== "approved" || run.planHash === planHash) continue;
    if ((await purposeOf(run.programmeId)) !== purpose) continue;
    const plan = findPlan(chainId, run.planHash, runs);
    if (plan !== undefined) return { runId, plan };
    return { runId, plan: undefined, totals: { payments: Number(run.paymentCount), cents: run.total } };
  }
  return undefined;
}

/**
 * A plan somebody names as the last period's.
 * @throws Failure when it is of another purpose, or this plan itself.
 */
export function givenPrevious({ plan }: Pick<PlanContext, "plan">, given: string, runs?: string): Previous {
  const { plan: previous } = loadPlan(given, runs);
  if (previous.purpose !== plan.purpose || previous.planHash === plan.planHash) {
    throw new Failure(1, "bonus.otherPrevious", { given });
  }
  return { runId: undefined, plan: previous };
}
