// SPDX-License-Identifier: EUPL-1.2
import type { PaidChunk, RunFacts } from "@monnaie-commune/sdk/bonus/reconcile";
import * as logs from "@monnaie-commune/sdk/bonus/run-logs";
import { createRpcSource } from "@monnaie-commune/sdk/ledger/rpc-source";
import type { PlanContext } from "./programme.ts";

/** The chunks of a run that were paid, in the order of the chain. */
export async function chunksPaidOf(context: PlanContext, runId: bigint): Promise<PaidChunk[]> {
  return await logs.chunksPaidOf(placeOf(context), runId);
}

/** All the report needs, read at one block. */
export async function runFacts(context: PlanContext, runId: bigint): Promise<RunFacts & { block: number }> {
  const { token, issuance } = context.system;
  return await logs.runFacts(placeOf(context), runId, async (block) => {
    const at = { blockTag: block };
    const [totalSupply, run] = await Promise.all([token.totalSupply(at), issuance.runOf(runId, at)]);
    return { totalSupply, paid: run.paid, paidCount: Number(run.paidCount) };
  });
}

/** Everybody who was paid under a programme, by any run. */
export async function payeesOfProgramme(context: PlanContext, programmeId: number): Promise<Set<string>> {
  return await logs.payeesOfProgramme(placeOf(context), programmeId);
}

function placeOf({ chain, deployment }: PlanContext): logs.RunPlace {
  const { RegionalToken, Issuance } = deployment.contracts;
  return {
    source: createRpcSource(async (method, params) => await chain.provider.send(method, [...params])),
    contracts: { token: RegionalToken.address, issuance: Issuance.address },
    fromBlock: RegionalToken.block,
  };
}
