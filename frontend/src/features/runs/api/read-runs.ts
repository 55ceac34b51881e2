// SPDX-License-Identifier: EUPL-1.2
import { RUN_STATES } from "@monnaie-commune/sdk/bonus/run-state";
import type { Config } from "wagmi";
import { readContract } from "wagmi/actions";
import type { useContracts } from "../../../lib/contracts.ts";
import type { Run } from "../run.ts";

/** What every reader of this page needs to ask the contracts. */
export type Asked = { config: Config; chainId: number; contracts: ReturnType<typeof useContracts> };

export async function readRun({ config, chainId, contracts }: Asked, runId: bigint): Promise<Run> {
  const run = await readContract(config, { ...contracts.issuance, chainId, functionName: "runOf", args: [runId] });
  return { ...run, runId, state: RUN_STATES[run.state] ?? "none" };
}

/** The run a plan has become; undefined when it was not proposed, or the proposal was cancelled with nothing paid. */
export async function readRunOfPlan(asked: Asked, planHash: `0x${string}`): Promise<Run | undefined> {
  const { config, chainId, contracts } = asked;
  const call = { ...contracts.issuance, chainId, functionName: "runOfPlan", args: [planHash] } as const;
  const runId = await readContract(config, call);
  return runId === 0n ? undefined : await readRun(asked, runId);
}

/** Every run there is, the latest first. */
export async function readRuns(asked: Asked): Promise<Run[]> {
  const { config, chainId, contracts } = asked;
  const count = await readContract(config, { ...contracts.issuance, chainId, functionName: "runCount" });
  const ids = Array.from({ length: Number(count) }, (_, index) => count - BigInt(index));
  return await Promise.all(ids.map((runId) => readRun(asked, runId)));
}

/** Which chunks of a run are paid, as the chain says now. */
export async function readPaidChunks(asked: Asked, runId: bigint, chunks: number): Promise<boolean[]> {
  return await Promise.all(Array.from({ length: chunks }, (_, index) => readIsChunkPaid(asked, runId, index)));
}

export async function readIsChunkPaid({ config, chainId, contracts }: Asked, runId: bigint, index: number) {
  const args = [runId, BigInt(index)] as const;
  return await readContract(config, { ...contracts.issuance, chainId, functionName: "isChunkPaid", args });
}
