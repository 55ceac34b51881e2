// SPDX-License-Identifier: EUPL-1.2
import type { BonusPlan } from "@monnaie-commune/sdk/bonus/plan";
import type { Limits } from "@monnaie-commune/sdk/bonus/check-totals";
import { shortHash } from "@monnaie-commune/sdk/bonus/run-state";
import { Failure } from "../lib/failure.ts";
import { t } from "../lib/messages.ts";
import type { Chain } from "../lib/network.ts";
import { limitsOf, openPlan, type RunOnChain, runOnChain } from "./programme.ts";
import { givenPrevious, type Previous, previousOf } from "./previous.ts";
import { loadPlan } from "./run-folder.ts";
import { payeesOfProgramme } from "./run-logs.ts";
import { checkConventions } from "./structures.ts";
import type { OpenJournal } from "../lib/sending/session.ts";
import { type Signatory, takeStep } from "../lib/sending/take-step.ts";

/** What the approver sees before signing. `paidBefore`: people of the plan paid under this programme by another run. */
export type ApprovalSummary = {
  plan: BonusPlan;
  run: RunOnChain;
  decisionHash: string;
  limits: Limits;
  paidBefore: number;
  /** The last period; undefined when there was none. */
  previous: Previous | undefined;
};

export type ApproveJob = {
  chain: Chain;
  plan: string;
  approver: Signatory;
  /** Plan of the last period: path, or the first digits of its hash. Looked for when it is left out. */
  previous?: string | undefined;
  /** Shows the summary and asks; throws to refuse. */
  confirm: (summary: ApprovalSummary) => Promise<void>;
  runs?: string | undefined;
  deployments?: string | undefined;
  openJournal?: OpenJournal | undefined;
};

/**
 * Approves a proposed run after the plan was checked against it: the approver reads the plan, and signs what was proposed
 * only because it is the same. Done before, it changes nothing.
 * @throws Failure when it was not proposed, was proposed by this approver, a convention ended since, or the approver does
 * not confirm.
 */
export async function approveBonus(job: ApproveJob): Promise<{ runId: bigint; isNew: boolean }> {
  const { chain, approver } = job;
  const { plan, folder } = loadPlan(job.plan, job.runs);
  const context = await openPlan(chain, plan, job.deployments);
  const { issuance } = context.system;
  const run = await runOnChain(context);
  const { runId, state } = run;
  if (state === "none") throw new Failure(3, "bonus.notProposed");
  if (state === "cancelled") throw new Failure(3, "bonus.cancelled", { run: runId });
  if (state === "approved") return { runId, isNew: false };
  await checkConventions(context);
  if (run.proposer === approver.address) throw new Failure(3, "bonus.ownProposal", { run: runId });

  const { decisionHash } = await issuance.programmeOf(plan.programmeId);
  const payees = await payeesOfProgramme(context, plan.programmeId);
  const paidBefore = plan.lines.filter(({ wallet }) => wallet !== null && payees.has(wallet)).length;
  const previous =
    job.previous === undefined
      ? await previousOf(context, runId, job.runs)
      : givenPrevious(context, job.previous, job.runs);
  const limits = await limitsOf(context.system, plan.programmeId);
  await job.confirm({ plan, run, decisionHash, limits, paidBefore, previous });

  await takeStep({
    chain,
    by: approver,
    folder,
    name: `approve ${runId}`,
    title: t("safe.steps.approve", { run: runId, plan: shortHash(plan) }),
    role: "APPROVER",
    manager: context.system.manager,
    call: async () => await issuance.approveRun.populateTransaction(runId),
    isDone: async () => (await runOnChain(context)).state === "approved",
    openJournal: job.openJournal,
  });
  return { runId, isNew: true };
}
