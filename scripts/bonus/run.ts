// SPDX-License-Identifier: EUPL-1.2
import { runChunks, runTree } from "@monnaie-commune/sdk/bonus/run-chunks";
import { afterLongWork } from "../lib/after-long-work.ts";
import { Failure } from "../lib/failure.ts";
import type { Chain } from "../lib/network.ts";
import type { Journal } from "../lib/sending/journal.ts";
import { awaitDepth, isDeep } from "../lib/sending/depth.ts";
import { type OpenJournal, withSender } from "../lib/sending/session.ts";
import { isSafe, type Signatory } from "../lib/sending/take-step.ts";
import { payThroughSafe } from "./pay-through-safe.ts";
import { chunkStep, countIn, paidChunks, payMissing } from "./pay-chunks.ts";
import { writeClaimsFile } from "./letters/claims-file.ts";
import { openPlan, type PlanContext, type RunOnChain, runOnChain } from "./programme.ts";
import { loadPlan } from "./run-folder.ts";
import { chunksPaidOf } from "./run-logs.ts";

export type RunJob = {
  chain: Chain;
  /** Path of the plan, or the first digits of its hash. */
  plan: string;
  officer: Signatory;
  runs?: string | undefined;
  deployments?: string | undefined;
  /** Told of payments that are on the chain, claims among them: before anything is sent, then after each chunk. */
  onPaid?: (payments: number, all: number) => void;
  openJournal?: OpenJournal | undefined;
};

/** `letters`: how many of the payments wait for whoever has the letter. */
export type RunResult = { runId: bigint; payments: number; letters: number; paidNow: number; cents: bigint };

/**
 * Pays what an approved run has not paid yet, chunk by chunk, claim sheets at the end. Calling it again goes on where it
 * stopped, whatever stopped it; when all is paid it does nothing.
 * @throws Failure when the run is not approved, the contract refuses a chunk, or the node or the fees run out.
 */
export async function runBonus(job: RunJob): Promise<RunResult> {
  const { chain, officer, onPaid = () => {} } = job;
  const { plan, folder } = loadPlan(job.plan, job.runs);
  const context = await openPlan(chain, plan, job.deployments);
  const run = await runOnChain(context);
  checkApproved(run);
  if (plan.claims !== null) writeClaimsFile(plan, run.runId, folder);
  const chunks = runChunks(plan);
  const work = { chain, system: context.system, runId: run.runId, chunks, tree: runTree(chunks) };
  const all = plan.totals.payments;
  await afterLongWork();
  const already = countIn(chunks, await paidChunks(work));
  onPaid(already, all);
  // Until all is paid at the depth that was asked for: a reorganisation may take back what was mined.
  for (let seenAt: number | undefined; ;) {
    const paid = await paidChunks(work);
    if (paid.size === chunks.length) {
      const blocks = (await chunksPaidOf(context, run.runId)).map(({ block }) => block);
      // Fewer when some were taken back since: what came in their place was there when we saw all of them.
      seenAt ??= await chain.provider.getBlockNumber();
      const lastBlock = blocks.length < chunks.length ? seenAt : Math.max(0, ...blocks);
      if (await isDeep(chain, lastBlock)) break;
      await awaitDepth(chain, lastBlock);
      continue;
    }
    seenAt = undefined;
    const onMore = (now: ReadonlySet<number>) => onPaid(countIn(chunks, now), all);
    if (isSafe(officer)) {
      await payThroughSafe(context, work, officer, folder, paid, onMore);
      continue;
    }
    await withSender(
      chain,
      officer,
      folder,
      async (session) => {
        await rebuildJournal(context, run.runId, session.journal);
        await payMissing({ ...work, officer }, session, paid, onMore);
      },
      job.openJournal,
    );
  }
  const { claims: letters, cents } = plan.totals;
  return { runId: run.runId, payments: all, letters, paidNow: all - already, cents: BigInt(cents) };
}

/** Writes down what the chain has of the run and the journal has not: all of it, when the journal was lost. */
async function rebuildJournal(context: PlanContext, runId: bigint, journal: Journal): Promise<void> {
  const known = new Set(journal.records.filter(({ kind }) => kind === "done").map(({ step }) => step));
  for (const { index, tx, block } of await chunksPaidOf(context, runId)) {
    const step = chunkStep(runId, index);
    if (!known.has(step)) journal.append({ kind: "done", step, hash: tx, block });
  }
}

/** @throws Failure when the run is not approved. */
export function checkApproved({ state, runId }: Pick<RunOnChain, "state" | "runId">): void {
  if (state === "none") throw new Failure(3, "bonus.notProposed");
  if (state === "proposed") throw new Failure(3, "bonus.notApproved", { run: runId });
  if (state === "cancelled") throw new Failure(3, "bonus.cancelled", { run: runId });
}
