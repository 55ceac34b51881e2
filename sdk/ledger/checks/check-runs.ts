// SPDX-License-Identifier: EUPL-1.2
import type { Hex } from "viem";
import type { Act, ActNamed } from "../acts.ts";
import type { Entry } from "../entries.ts";
import { Tally, type Check } from "./check.ts";

type Run = {
  programmeId: bigint;
  proposer: Hex;
  approver?: Hex;
  isCancelled: boolean;
  paymentCount: bigint;
  total: bigint;
  /** What its chunks have created so far. */
  count: bigint;
  cents: bigint;
  chunks: Set<bigint>;
};

type Chunk = ActNamed<"ChunkPaid" | "ClaimsOpened">;

const isSame = (a: Hex | undefined, b: Hex) => a?.toLowerCase() === b.toLowerCase();

/** The payments that the issues of one chunk are, and their cents. */
function issuesByChunk(entries: readonly Entry[]): Map<string, { count: bigint; cents: bigint }> {
  const sums = new Map<string, { count: bigint; cents: bigint }>();
  for (const entry of entries) {
    if (entry.kind !== "issue" || entry.story === undefined) continue;
    const key = `${entry.tx} ${entry.story.runId} ${entry.story.chunkIndex}`;
    const { count, cents } = sums.get(key) ?? { count: 0n, cents: 0n };
    sums.set(key, { count: count + 1n, cents: cents + entry.cents });
  }
  return sums;
}

/** Counts a chunk of a run in, and says whether it is one of an approved run, as it was approved, and for the first time. */
function takeChunk(run: Run | undefined, chunk: Chunk, decisionHash: Hex | undefined): boolean {
  if (run === undefined) return false;
  const { programmeId, chunkIndex, proposer, approver, amount } = chunk.args;
  const count = chunk.event === "ChunkPaid" ? chunk.args.paymentCount : chunk.args.claimCount;
  const isFirst = !run.chunks.has(chunkIndex);
  run.chunks.add(chunkIndex);
  run.count += count;
  run.cents += amount;
  const isAsDecided = run.programmeId === programmeId && chunk.args.decisionHash === decisionHash;
  const isApproved = !run.isCancelled && isSame(run.approver, approver) && isSame(run.proposer, proposer);
  return isFirst && isAsDecided && isApproved && run.count <= run.paymentCount && run.cents <= run.total;
}

/**
 * Every unit that came into being belongs to a chunk of a run that one person proposed and another approved, under a
 * programme that was opened; a chunk is paid once, and its payments add up to what it declares.
 */
export function checkRuns(acts: readonly Act[], entries: readonly Entry[]): Check[] {
  const decisions = new Map<bigint, Hex>();
  const runs = new Map<bigint, Run>();
  const issues = issuesByChunk(entries);
  const approved = new Tally();
  const chunks = new Tally();
  const sums = new Tally();
  for (const act of acts) {
    if (act.event === "ProgrammeOpened") decisions.set(act.args.programmeId, act.args.decisionHash);
    else if (act.event === "RunProposed") {
      const { runId, programmeId, proposer, paymentCount, total } = act.args;
      const nothing = { isCancelled: false, count: 0n, cents: 0n, chunks: new Set<bigint>() };
      runs.set(runId, { programmeId, proposer, paymentCount, total, ...nothing });
    } else if (act.event === "RunApproved") {
      const run = runs.get(act.args.runId);
      const isFirst = run?.approver === undefined && run?.isCancelled === false;
      approved.add(isFirst && run !== undefined && !isSame(run.proposer, act.args.approver), act);
      if (run !== undefined) run.approver = act.args.approver;
    } else if (act.event === "RunCancelled") {
      const run = runs.get(act.args.runId);
      if (run !== undefined) run.isCancelled = true;
    } else if (act.event === "ChunkPaid" || act.event === "ClaimsOpened") {
      const { runId, programmeId, chunkIndex, amount } = act.args;
      chunks.add(takeChunk(runs.get(runId), act, decisions.get(programmeId)), act);
      const { count, cents } = issues.get(`${act.tx} ${runId} ${chunkIndex}`) ?? { count: 0n, cents: 0n };
      const declared = act.event === "ChunkPaid" ? act.args.paymentCount : 1n;
      sums.add(cents === amount && count === declared, act);
    }
  }
  return [approved.check("runsByTwoPersons"), chunks.check("chunksOfApprovedRuns"), sums.check("chunkSumsAgree")];
}
