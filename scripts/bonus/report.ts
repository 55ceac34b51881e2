// SPDX-License-Identifier: EUPL-1.2
import { countFinal } from "@monnaie-commune/sdk/bonus/finality";
import { reconcile } from "@monnaie-commune/sdk/bonus/reconcile";
import type { RunReport } from "@monnaie-commune/sdk/bonus/report-files";
import { Failure } from "../lib/failure.ts";
import { type Finality, finalityOf } from "../lib/finality.ts";
import { formatCount } from "../lib/messages.ts";
import type { Chain } from "../lib/network.ts";
import { openPlan, type RunOnChain, runOnChain } from "./programme.ts";
import { loadPlan } from "./run-folder.ts";
import { runFacts } from "./run-logs.ts";

export type ReportJob = {
  chain: Chain;
  plan: string;
  runs?: string | undefined;
  deployments?: string | undefined;
};

export type BonusReport = RunReport & { folder: string; run: RunOnChain; finality: Finality };

/**
 * Holds a plan against the chain, line by line.
 * @throws Failure when the plan was not proposed.
 */
export async function reportBonus(job: ReportJob): Promise<BonusReport> {
  const { plan, folder } = loadPlan(job.plan, job.runs);
  const context = await openPlan(job.chain, plan, job.deployments);
  const run = await runOnChain(context);
  if (run.state === "none") throw new Failure(3, "bonus.notProposed");
  const { decisionHash } = await context.system.issuance.programmeOf(plan.programmeId);
  // Asked first: what is final then is final in all that is read after it.
  const finality = await finalityOf(job.chain);
  const { block, ...facts } = await runFacts(context, run.runId);
  const result = reconcile(plan, run.runId, facts);
  const { totalSupply } = facts;
  return { plan, folder, run, decisionHash, block, finality, finalBlock: finality.block, totalSupply, result };
}

/**
 * What a report says of the run, as an exit code.
 * @throws Failure: 3 when something does not agree with the chain, 2 when somebody is not paid yet or not for good.
 */
export function checkReport({ plan, run, finalBlock, result }: BonusReport): void {
  if (!result.isReconciled) throw new Failure(3, "bonus.report.differs");
  const { open } = countFinal(result.lines, finalBlock);
  if (result.isComplete && open === 0) return;
  if (result.isComplete) throw new Failure(2, "bonus.report.notFinal", { count: formatCount(open) });
  const count = result.lines.filter(({ fate, reason }) => fate === "unpaid" || reason === "runCancelled").length;
  if (run.state !== "approved") throw new Failure(3, `bonus.report.${run.state}`, { count });
  throw new Failure(2, "bonus.report.unpaid", { count, plan: plan.planHash.slice(2, 14) });
}
