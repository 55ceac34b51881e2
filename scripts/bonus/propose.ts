// SPDX-License-Identifier: EUPL-1.2
import type { BonusPlan } from "@monnaie-commune/sdk/bonus/plan";
import { officerRoleName, plansOfSameFile, shortHash } from "@monnaie-commune/sdk/bonus/run-state";
import { afterLongWork } from "../lib/after-long-work.ts";
import { Failure } from "../lib/failure.ts";
import { t } from "../lib/messages.ts";
import type { Chain } from "../lib/network.ts";
import { openPlan, type PlanContext, runOnChain } from "./programme.ts";
import { loadPlan, plansOfSource } from "./run-folder.ts";
import type { OpenJournal } from "../lib/sending/session.ts";
import { type Signatory, takeStep } from "../lib/sending/take-step.ts";

export type ProposeJob = {
  chain: Chain;
  plan: string;
  officer: Signatory;
  /** The same staff file may be paid a second time. */
  again?: boolean | undefined;
  runs?: string | undefined;
  deployments?: string | undefined;
  openJournal?: OpenJournal | undefined;
};

export type Proposal = { plan: BonusPlan; runId: bigint; isNew: boolean };

/**
 * Proposes the run of a plan. Done before, it changes nothing.
 * @throws Failure when the run was cancelled, or the same staff file is a run of this programme under another plan.
 */
export async function proposeBonus(job: ProposeJob): Promise<Proposal> {
  const { chain, officer } = job;
  const { plan, folder } = loadPlan(job.plan, job.runs);
  const context = await openPlan(chain, plan, job.deployments);
  const known = await runOnChain(context);
  if (known.state === "cancelled") throw new Failure(3, "bonus.cancelled", { run: known.runId });
  if (known.state !== "none") return { plan, runId: known.runId, isNew: false };
  if (job.again !== true) await checkFileUnused(context, job.runs);

  const { issuance, manager } = context.system;
  const { programmeId, root, planHash, totals } = plan;
  const { purpose } = await issuance.programmeOf(programmeId);
  await takeStep({
    chain,
    by: officer,
    folder,
    name: "propose",
    title: t("safe.steps.propose", { plan: shortHash(plan) }),
    role: officerRoleName(purpose),
    manager,
    call: async () => {
      return await issuance.proposeRun.populateTransaction(programmeId, root, planHash, totals.payments, totals.cents);
    },
    isDone: async () => (await runOnChain(context)).state !== "none",
    openJournal: job.openJournal,
  });
  const { runId } = await runOnChain(context);
  return { plan, runId, isNew: true };
}

async function checkFileUnused({ plan, system }: PlanContext, runs: string | undefined): Promise<void> {
  for (const other of plansOfSource(plan, runs)) {
    if (plansOfSameFile(plan, [other]).length === 0) continue;
    await afterLongWork();
    const runId = await system.issuance.runOfPlan(other.planHash);
    if (runId !== 0n) throw new Failure(3, "bonus.sameFile", { run: runId, plan: shortHash(other) });
  }
  await afterLongWork();
}
