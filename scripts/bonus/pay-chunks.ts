// SPDX-License-Identifier: EUPL-1.2
import { setTimeout as pause } from "node:timers/promises";
import { MOST_CHUNK_GAS } from "@monnaie-commune/sdk/bonus/chunks";
import { callData, chunkCall } from "@monnaie-commune/sdk/bonus/run-calls";
import { type RunChunk, sizeOf } from "@monnaie-commune/sdk/bonus/run-chunks";
import type { RunTree } from "@monnaie-commune/sdk/runs";
import type { Wallet } from "ethers";
import { contractErrorOf } from "../lib/contract-errors.ts";
import { Failure } from "../lib/failure.ts";
import type { SignedRecord } from "../lib/sending/journal.ts";
import type { Chain } from "../lib/network.ts";
import type { System } from "../lib/system.ts";
import { GAS_MARGIN, type Session } from "../lib/sending/session.ts";

/** Chunks on their way at once: the next is signed while the one before is being mined. */
const WINDOW = 4;

/** What is to be paid. */
export type Work = {
  chain: Chain;
  system: System;
  runId: bigint;
  chunks: readonly RunChunk[];
  tree: RunTree;
};

type OwnWork = Work & { officer: Wallet };

/** Name of the step that pays a chunk. */
export function chunkStep(runId: bigint, index: number): string {
  return `run ${runId} chunk ${index}`;
}

/** The call that pays a chunk, or opens it if it is a sheet of claims. */
export async function callOfChunk(
  { system, runId, chunks, tree }: Pick<Work, "system" | "runId" | "chunks" | "tree">,
  index: number,
): Promise<{ to: string; data: string }> {
  const chunk = chunks[index];
  if (chunk === undefined) throw new RangeError(`The run has no chunk ${index}`);
  const data = callData(chunkCall(runId, index, chunk, tree.proof(index)));
  return { to: await system.issuance.getAddress(), data };
}

/** The chunks that are paid or, being claim sheets, opened, as the chain says. */
export async function paidChunks({ system, runId, chunks }: Work): Promise<Set<number>> {
  const paid = new Set<number>();
  const answers = chunks.map(async (_, index) => {
    if (await system.issuance.isChunkPaid(runId, index)) paid.add(index);
  });
  await Promise.all(answers);
  return paid;
}

/** Payments in some of the chunks, claims among them. */
export function countIn(chunks: readonly RunChunk[], indexes: ReadonlySet<number>): number {
  return chunks.reduce((sum, chunk, index) => sum + (indexes.has(index) ? sizeOf(chunk) : 0), 0);
}

/**
 * Sends every chunk that is neither paid nor under way, and waits for all. Adds to `paid` as they are mined. What was sent
 * before for an unpaid chunk is waited for first: it may have been taken back, and comes again with the same bytes.
 * @throws Failure or the error of the node, once what is on its way has settled.
 */
export async function payMissing(
  work: OwnWork,
  { sender, journal }: Session,
  paid: Set<number>,
  onPaid: (paid: ReadonlySet<number>) => void,
): Promise<void> {
  const { runId, chunks } = work;
  const indexes = new Map(chunks.map((_, index) => [chunkStep(runId, index), index]));
  const underWay = sender.sent.filter(({ step }) => !paid.has(indexes.get(step) ?? -1));
  const sentBefore = new Set(underWay.map(({ step }) => indexes.get(step)));
  const toSend = chunks.map((_, index) => index).filter((index) => !paid.has(index) && !sentBefore.has(index));
  const refused = new Set<number>();
  const paidElsewhere: number[] = [];
  let problem: unknown;
  for (;;) {
    while (problem === undefined && underWay.length < WINDOW) {
      const index = toSend.shift();
      if (index === undefined) break;
      try {
        if (!(await isPaid(index))) underWay.push(await sendChunk(work, sender.send, index));
      } catch (error) {
        if (await isPaid(index)) continue;
        // What is on its way is waited for first, so that nothing is left in the dark.
        if (isAlreadyPaid(error)) paidElsewhere.push(index);
        else problem = error;
      }
    }
    const sent = underWay.shift();
    if (sent === undefined) break;
    const outcome = await sender.outcome(sent);
    if (outcome.kind === "mined") {
      const { hash, blockNumber: block } = outcome.receipt;
      journal.append({ kind: "done", step: sent.step, hash, block });
    }
    const index = indexes.get(sent.step);
    if (index === undefined || (await isPaid(index))) continue;
    if (outcome.kind === "reverted" && refused.has(index)) {
      problem ??= new Failure(3, "sending.reverted", { hash: outcome.receipt.hash });
      continue;
    }
    // Refused once: the next estimate tells why.
    if (outcome.kind === "reverted") refused.add(index);
    const isUnderWay = underWay.some(({ step }) => step === sent.step);
    if (!isUnderWay && !toSend.includes(index)) toSend.unshift(index);
  }
  if (problem !== undefined) throw problem;
  for (const index of paidElsewhere) await othersHavePaid(index);

  /** Waits for a transaction that is in the node's pool, and in no journal here: ours was lost, or is another machine's. */
  async function othersHavePaid(index: number): Promise<void> {
    const { pollEveryMs, giveUpAfterMs } = work.chain.rules;
    for (const startedAt = performance.now(); !(await isPaid(index)); await pause(pollEveryMs)) {
      if (performance.now() - startedAt > giveUpAfterMs)
        throw new Failure(2, "bonus.paidElsewhere", { chunk: index + 1 });
    }
  }

  async function isPaid(index: number): Promise<boolean> {
    if (paid.has(index)) return true;
    if (!(await work.system.issuance.isChunkPaid(runId, index))) return false;
    paid.add(index);
    onPaid(paid);
    return true;
  }
}

/** The node looks at what waits to be mined too. */
function isAlreadyPaid(error: unknown): boolean {
  return contractErrorOf(error)?.name === "ChunkAlreadyPaid";
}

/** The estimate is also the last look: what the contract would refuse is not signed. */
async function sendChunk(
  { system, officer, runId, chunks, tree }: OwnWork,
  send: Session["sender"]["send"],
  index: number,
): Promise<SignedRecord> {
  const call = await callOfChunk({ system, runId, chunks, tree }, index);
  const estimate = await officer.estimateGas(call);
  if (estimate > MOST_CHUNK_GAS) throw new Failure(3, "bonus.chunkTooLarge", { chunk: index + 1, gas: estimate });
  const generous = estimate + (estimate * GAS_MARGIN) / 100n;
  const gasLimit = generous < MOST_CHUNK_GAS ? generous : MOST_CHUNK_GAS;
  return await send({ name: chunkStep(runId, index), ...call, gasLimit });
}
