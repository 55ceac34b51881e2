// SPDX-License-Identifier: EUPL-1.2
import type { Hex } from "viem";
import { encodeFunctionData } from "viem/utils";
import { RegionalTokenAbi } from "../generated/abis.ts";
import type { LedgerContracts } from "../ledger/entries.ts";
import type { RpcRequest } from "../ledger/rpc-source.ts";
import { brokenLines, type FundedStructure } from "./check-structure.ts";
import type { Limits } from "./check-totals.ts";
import { MOST_CHUNK_GAS } from "./chunks.ts";
import type { BonusPlan } from "./plan.ts";
import { callData, chunkCall } from "./run-calls.ts";
import type { RunChunk } from "./run-chunks.ts";
import type { RunState } from "./run-state.ts";

/** What would stop a run now. */
export type Finding =
  | { code: "notOfficer"; address: string }
  | { code: "closed" }
  | { code: "notOpen"; programmeId: number; opensAt: bigint; closesAt: bigint }
  | { code: "cancelled"; run: bigint }
  | { code: "conventions"; lines: string }
  | { code: "lettersOver"; deadline: number }
  | { code: "overAttested" }
  | { code: "overCap" }
  | { code: "chunkTooLarge"; chunk: number; gas: bigint }
  | { code: "chunkRefused"; chunk: number; error: unknown }
  | { code: "shortOfFunds"; address: string };

/** What the chain says before anything is tried; `now` is the time of its last block, in Unix seconds. */
export type RunStanding = {
  plan: Pick<BonusPlan, "programmeId" | "purpose" | "lines" | "totals" | "claims">;
  run: { runId: bigint; state: RunState };
  officer: string;
  isOfficer: boolean;
  isClosed: boolean;
  now: bigint;
  programme: { opensAt: bigint; closesAt: bigint };
  limits: Limits;
  /** The registry's funded structures, where the plan is a subsidy; else empty. */
  structures: readonly FundedStructure[];
};

/** What stands in the way of the whole run, whatever its chunks. */
export function findingsOf(standing: RunStanding): Finding[] {
  const { plan, run, officer, isOfficer, isClosed, now, programme, limits, structures } = standing;
  const { opensAt, closesAt } = programme;
  const { programmeId } = plan;
  const findings: Finding[] = [];
  if (!isOfficer) findings.push({ code: "notOfficer", address: officer });
  if (isClosed) findings.push({ code: "closed" });
  if (now < opensAt || now >= closesAt) findings.push({ code: "notOpen", programmeId, opensAt, closesAt });
  const broken = brokenLines(plan, Number(now), structures);
  if (broken.length > 0) findings.push({ code: "conventions", lines: broken.join(", ") });
  if (run.state === "cancelled") findings.push({ code: "cancelled", run: run.runId });
  const deadline = plan.claims?.deadline ?? Infinity;
  if (now > deadline) findings.push({ code: "lettersOver", deadline });
  // An approved run has its total set aside; the cap is held against its chunks, one by one.
  if (run.state === "approved") return findings;
  const total = BigInt(plan.totals.cents);
  if (total > limits.attested) findings.push({ code: "overAttested" });
  if (total > limits.cap) findings.push({ code: "overCap" });
  return findings;
}

/**
 * What `payChunk` needs on top of the token's `mintBatch`, estimated both: 64,565 for a single payment, 97,457 for 100,
 * 191,537 for 300 with a proof of nine hashes. Less is used; the rest is what a call inside a call holds back.
 */
const PAY_CHUNK_GAS = 200_000n;

/** What `openClaims` needs on top of the token's `mint`, whatever is on the sheet: 95,799 with a proof of one hash. */
const OPEN_CLAIMS_GAS = 110_000n;

export type ChunkTrial = {
  request: RpcRequest;
  contracts: LedgerContracts;
  run: { runId: bigint; state: RunState };
  officer: string;
  chunks: readonly RunChunk[];
  proof: (index: number) => readonly Hex[];
  isPaid: (index: number) => Promise<boolean>;
  onChunk?: (checked: number, all: number) => void;
};

/** Has the node carry out each chunk and throw it away. Gas of all chunks that are not paid, and of the dearest. */
export async function tryChunks(
  trial: ChunkTrial,
): Promise<{ gas: bigint; dearestChunk: bigint; findings: Finding[] }> {
  const { chunks, onChunk = () => {} } = trial;
  const findings: Finding[] = [];
  let gas = 0n;
  let dearestChunk = 0n;
  for (const [index, content] of chunks.entries()) {
    const chunk = index + 1;
    try {
      const needed = await gasOf(trial, index, content);
      gas += needed;
      if (needed > dearestChunk) dearestChunk = needed;
      if (needed > MOST_CHUNK_GAS) findings.push({ code: "chunkTooLarge", chunk, gas: needed });
    } catch (error) {
      findings.push({ code: "chunkRefused", chunk, error });
    }
    onChunk(chunk, chunks.length);
  }
  return { gas, dearestChunk, findings };
}

/**
 * Gas of one chunk; 0 when it is paid. Before the run is approved the token is asked instead, in the name of the contract
 * that will call it: the same payments to the same accounts, or a sheet's amount to the contract itself.
 */
async function gasOf(trial: ChunkTrial, index: number, chunk: RunChunk): Promise<bigint> {
  const { request, contracts, run, officer, proof, isPaid } = trial;
  if (run.state === "approved") {
    if (await isPaid(index)) return 0n;
    return await estimate(officer, contracts.issuance, callData(chunkCall(run.runId, index, chunk, proof(index))));
  }
  const data =
    chunk.kind === "payments"
      ? encodeFunctionData({ abi: RegionalTokenAbi, functionName: "mintBatch", args: [chunk.payments] })
      : encodeFunctionData({
          abi: RegionalTokenAbi,
          functionName: "mint",
          args: [contracts.issuance, chunk.sheet.amount],
        });
  const ownGas = chunk.kind === "payments" ? PAY_CHUNK_GAS : OPEN_CLAIMS_GAS;
  return (await estimate(contracts.issuance, contracts.token, data)) + ownGas;

  async function estimate(from: string, to: string, input: Hex): Promise<bigint> {
    return BigInt((await request("eth_estimateGas", [{ from, to, data: input }])) as string);
  }
}
