// SPDX-License-Identifier: EUPL-1.2
import type { RunFacts } from "@monnaie-commune/sdk/bonus/run-facts";
import * as logs from "@monnaie-commune/sdk/bonus/run-logs";
import { RUN_STATES } from "@monnaie-commune/sdk/bonus/run-state";
import { createRpcSource } from "@monnaie-commune/sdk/ledger/rpc-source";
import type { PlanContext } from "./programme.ts";

/** The chunks of a run that were paid, and its claim sheets that were opened, in the order of the chain. */
export async function chunksPaidOf(context: PlanContext, runId: bigint): Promise<logs.PaidWhere[]> {
  return await logs.chunksPaidOf(placeOf(context), runId);
}

/** All the report needs, read at one block. */
export async function runFacts(context: PlanContext, runId: bigint): Promise<RunFacts & { block: number }> {
  const { token, issuance } = context.system;
  return await logs.runFacts(placeOf(context), runId, async (block, sheets) => {
    const at = { blockTag: block };
    const [totalSupply, escrow, run, mined, ...states] = await Promise.all([
      token.totalSupply(at),
      token.balanceOf(issuance, at),
      issuance.runOf(runId, at),
      context.chain.provider.getBlock(block),
      ...sheets.map(async (sheet) => await issuance.claimSheetOf(sheet.runId, sheet.index, at)),
    ]);
    return {
      totalSupply,
      escrow,
      paid: run.paid,
      paidCount: Number(run.paidCount),
      returned: run.returned,
      isCancelled: RUN_STATES[Number(run.state)] === "cancelled",
      now: mined?.timestamp ?? 0,
      waiting: states.map(({ remaining }) => remaining),
    };
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
