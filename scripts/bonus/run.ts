// SPDX-License-Identifier: EUPL-1.2
import { planChunks } from "@monnaie-commune/sdk/bonus/plan";
import { MOST_CHUNK_GAS } from "@monnaie-commune/sdk/bonus/chunks";
import { buildRunTree, type Payment, type RunTree } from "@monnaie-commune/sdk/runs";
import type { Wallet } from "ethers";
import { Failure } from "../lib/failure.ts";
import type { Journal, SignedRecord } from "../lib/journal.ts";
import type { Chain } from "../lib/network.ts";
import type { System } from "../lib/system.ts";
import { openPlan, type PlanContext, type RunOnChain, runOnChain } from "./programme.ts";
import { loadPlan } from "./run-folder.ts";
import { chunksPaidOf } from "./run-logs.ts";
import { awaitDepth, GAS_MARGIN, type OpenJournal, type Session, withSender } from "./step.ts";

export type RunJob = {
  chain: Chain;
  /** Path of the plan, or the first digits of its hash. */
  plan: string;
  officer: Wallet;
  runs?: string | undefined;
  deployments?: string | undefined;
  /** Told of payments that are on the chain: before anything is sent, then after each chunk. */
  onPaid?: (payments: number, all: number) => void;
  openJournal?: OpenJournal | undefined;
};

export type RunResult = { runId: bigint; payments: number; paidNow: number; cents: bigint };

/** Chunks on their way at once: the next is signed while the one before is being mined. */
const WINDOW = 4;

/**
 * Pays what an approved run has not paid yet, chunk by chunk. Calling it again goes on where it stopped, whatever stopped
 * it; when all is paid it does nothing.
 * @throws Failure when the run is not approved, the contract refuses a chunk, or the node or the fees run out.
 */
export async function runBonus(job: RunJob): Promise<RunResult> {
  const { chain, officer, onPaid = () => {} } = job;
  const { plan, folder } = loadPlan(job.plan, job.runs);
  const context = await openPlan(chain, plan, job.deployments);
  const run = await runOnChain(context);
  checkApproved(run);
  const chunks = planChunks(plan);
  const work = { chain, system: context.system, officer, runId: run.runId, chunks, tree: buildRunTree(chunks) };
  const all = plan.totals.payments;
  const before = await paidChunks(work);
  const already = countIn(chunks, before);
  onPaid(already, all);
  if (before.size < chunks.length) {
    await withSender(
      chain,
      officer,
      folder,
      async (session) => {
        await rebuildJournal(context, run.runId, session.journal);
        // Once more at the end: a reorganisation may have taken back what was mined.
        for (let paid = await paidChunks(work); paid.size < chunks.length; paid = await paidChunks(work)) {
          await payMissing(work, session, paid, (now) => onPaid(countIn(chunks, now), all));
        }
      },
      job.openJournal,
    );
  }
  return { runId: run.runId, payments: all, paidNow: all - already, cents: BigInt(plan.totals.cents) };
}

type Work = {
  chain: Chain;
  system: System;
  officer: Wallet;
  runId: bigint;
  chunks: readonly (readonly Payment[])[];
  tree: RunTree;
};

export const chunkStep = (runId: bigint, index: number) => `run ${runId} chunk ${index}`;

/** Sends every chunk that is neither paid nor under way, and waits for all. Adds to `paid` as they are mined. */
async function payMissing(
  work: Work,
  { sender, journal }: Session,
  paid: Set<number>,
  onPaid: (paid: ReadonlySet<number>) => void,
): Promise<void> {
  const { chain, runId, chunks } = work;
  const names = new Map(chunks.map((_, index) => [chunkStep(runId, index), index]));
  const underWay = [...sender.unsettled];
  const sentChunks = new Set(underWay.map(({ step }) => names.get(step)));
  const toSend = chunks.map((_, index) => index).filter((index) => !paid.has(index) && !sentChunks.has(index));
  const refused = new Set<number>();
  let lastBlock = 0;
  let problem: unknown;
  for (;;) {
    while (problem === undefined && underWay.length < WINDOW) {
      const index = toSend.shift();
      if (index === undefined) break;
      try {
        underWay.push(await sendChunk(work, sender.send, index));
      } catch (error) {
        // What is on its way is waited for first, so that nothing is left in the dark.
        problem = error;
      }
    }
    const sent = underWay.shift();
    if (sent === undefined) break;
    const outcome = await sender.outcome(sent);
    if (outcome.kind === "mined") {
      lastBlock = Math.max(lastBlock, outcome.receipt.blockNumber);
      journal.append({ kind: "done", step: sent.step, hash: sent.hash, block: outcome.receipt.blockNumber });
    }
    const index = names.get(sent.step);
    if (index === undefined) continue;
    if (outcome.kind === "mined" || (await work.system.issuance.isChunkPaid(runId, index))) {
      paid.add(index);
      onPaid(paid);
    } else if (outcome.kind === "reverted" && refused.has(index)) {
      problem ??= new Failure(3, "bonus.reverted", { hash: sent.hash });
    } else {
      // Refused once: the next estimate tells why.
      if (outcome.kind === "reverted") refused.add(index);
      toSend.unshift(index);
    }
  }
  if (problem !== undefined) throw problem;
  await awaitDepth(chain, lastBlock);
}

/** The estimate is also the last look: what the contract would refuse is not signed. */
async function sendChunk(
  { system, officer, runId, chunks, tree }: Work,
  send: Session["sender"]["send"],
  index: number,
): Promise<SignedRecord> {
  const issuance = system.issuance.connect(officer);
  const call = await issuance.payChunk.populateTransaction(runId, index, [...(chunks[index] ?? [])], tree.proof(index));
  const estimate = await officer.estimateGas(call);
  if (estimate > MOST_CHUNK_GAS) throw new Failure(3, "bonus.chunkTooLarge", { chunk: index + 1, gas: estimate });
  const generous = estimate + (estimate * GAS_MARGIN) / 100n;
  const gasLimit = generous < MOST_CHUNK_GAS ? generous : MOST_CHUNK_GAS;
  return await send({ name: chunkStep(runId, index), to: call.to, data: call.data, gasLimit });
}

/** Writes down what the chain has of the run and the journal has not: all of it, when the journal was lost. */
async function rebuildJournal(context: PlanContext, runId: bigint, journal: Journal): Promise<void> {
  const known = new Set(journal.records.filter(({ kind }) => kind === "done").map(({ step }) => step));
  for (const { index, tx, block } of await chunksPaidOf(context, runId)) {
    const step = chunkStep(runId, index);
    if (!known.has(step)) journal.append({ kind: "done", step, hash: tx, block });
  }
}

/** What the chain says, chunk by chunk. */
async function paidChunks({ system, runId, chunks }: Work): Promise<Set<number>> {
  const paid = new Set<number>();
  const answers = chunks.map(async (_, index) => {
    if (await system.issuance.isChunkPaid(runId, index)) paid.add(index);
  });
  await Promise.all(answers);
  return paid;
}

function countIn(chunks: readonly (readonly Payment[])[], indexes: ReadonlySet<number>): number {
  return [...indexes].reduce((sum, index) => sum + (chunks[index]?.length ?? 0), 0);
}

function checkApproved({ state, runId }: RunOnChain): void {
  if (state === "none") throw new Failure(3, "bonus.notProposed");
  if (state === "proposed") throw new Failure(3, "bonus.notApproved", { run: runId });
  if (state === "cancelled") throw new Failure(3, "bonus.cancelled", { run: runId });
}
