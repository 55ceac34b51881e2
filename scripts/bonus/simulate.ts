// SPDX-License-Identifier: EUPL-1.2
import { planChunks } from "@monnaie-commune/sdk/bonus/plan";
import { MOST_CHUNK_GAS } from "@monnaie-commune/sdk/bonus/chunks";
import { buildRunTree, type Payment } from "@monnaie-commune/sdk/runs";
import type { BonusPlan } from "@monnaie-commune/sdk/bonus/plan";
import { asFailure, Failure } from "../lib/failure.ts";
import { t } from "../lib/messages.ts";
import type { Chain } from "../lib/network.ts";
import { limitsOf, officerRole, openPlan, type PlanContext, type RunOnChain, runOnChain } from "./programme.ts";
import { loadPlan } from "./run-folder.ts";
import { payeesOfProgramme } from "./run-logs.ts";

export type SimulateJob = {
  chain: Chain;
  plan: string;
  /** Address that would propose and pay. */
  officer: string;
  runs?: string | undefined;
  deployments?: string | undefined;
  onChunk?: (checked: number, all: number) => void;
};

export type Simulation = {
  plan: BonusPlan;
  run: RunOnChain;
  /** Gas of all chunks, and of the dearest. */
  gas: bigint;
  dearestChunk: bigint;
  /** Wei the run costs at today's price, and what the officer has. */
  fee: bigint;
  funds: bigint;
  /** People of the plan who were paid under this programme before, by another run. */
  paidBefore: number;
  /** Sentences of what would stop the run now. */
  problems: string[];
};

/**
 * What `payChunk` needs on top of the token's `mintBatch`, estimated both: 64,565 for a single payment, 97,457 for 100,
 * 191,537 for 300 with a proof of nine hashes. Less is used; the rest is what a call inside a call holds back.
 */
const PAY_CHUNK_GAS = 200_000n;

/** Does everything of a run but sending: each chunk is carried out by the node and thrown away. */
export async function simulateBonus(job: SimulateJob): Promise<Simulation> {
  const { chain, officer, onChunk = () => {} } = job;
  const { plan } = loadPlan(job.plan, job.runs);
  const context = await openPlan(chain, plan, job.deployments);
  const run = await runOnChain(context);
  const problems = await problemsOf(context, run, officer);

  const chunks = planChunks(plan);
  const tree = buildRunTree(chunks);
  let gas = 0n;
  let dearestChunk = 0n;
  for (const [index, payments] of chunks.entries()) {
    try {
      const needed = await gasOf(context, run, officer, index, payments, tree.proof(index));
      gas += needed;
      if (needed > dearestChunk) dearestChunk = needed;
      if (needed > MOST_CHUNK_GAS) {
        problems.push(new Failure(3, "bonus.chunkTooLarge", { chunk: index + 1, gas: needed }).message);
      }
    } catch (error) {
      const sentence = asFailure(error).message;
      problems.push(t("bonus.simulate.chunkRefused", { chunk: index + 1, reason: sentence }));
    }
    onChunk(index + 1, chunks.length);
  }

  const { maxFeePerGas, gasPrice } = await chain.provider.getFeeData();
  const fee = gas * (maxFeePerGas ?? gasPrice ?? 0n);
  const funds = await chain.provider.getBalance(officer);
  if (funds < fee) problems.push(t("bonus.simulate.shortOfFunds", { address: officer }));
  const payees = run.paidCount > 0n ? new Set<string>() : await payeesOfProgramme(context, plan.programmeId);
  const paidBefore = plan.lines.filter(({ wallet }) => wallet !== null && payees.has(wallet)).length;
  return { plan, run, gas, dearestChunk, fee, funds, paidBefore, problems };
}

/**
 * Gas of one chunk; 0 when it is paid. Before the run is approved the token is asked instead, in the name of the contract
 * that will call it: the same payments to the same accounts.
 */
async function gasOf(
  { chain, system, deployment }: PlanContext,
  { runId, state }: RunOnChain,
  officer: string,
  index: number,
  payments: readonly Payment[],
  proof: string[],
): Promise<bigint> {
  const { Issuance, RegionalToken } = deployment.contracts;
  if (state === "approved") {
    if (await system.issuance.isChunkPaid(runId, index)) return 0n;
    const data = system.issuance.interface.encodeFunctionData("payChunk", [runId, index, [...payments], proof]);
    return await estimate(officer, Issuance.address, data);
  }
  const data = system.token.interface.encodeFunctionData("mintBatch", [[...payments]]);
  return (await estimate(Issuance.address, RegionalToken.address, data)) + PAY_CHUNK_GAS;

  async function estimate(from: string, to: string, input: string): Promise<bigint> {
    return BigInt((await chain.provider.send("eth_estimateGas", [{ from, to, data: input }])) as string);
  }
}

/** What stands in the way of the whole run, whatever its chunks. */
async function problemsOf({ chain, plan, system }: PlanContext, run: RunOnChain, officer: string): Promise<string[]> {
  const { issuance, manager } = system;
  const problems: string[] = [];
  const programme = await issuance.programmeOf(plan.programmeId);
  const [isOfficer] = await manager.hasRole(officerRole(programme.purpose), officer);
  if (!isOfficer) problems.push(t("bonus.simulate.notOfficer", { address: officer }));
  if (await issuance.isClosed()) problems.push(t("errors.IssuingIsClosed"));
  const now = BigInt((await chain.provider.getBlock("latest"))?.timestamp ?? 0);
  if (now < programme.opensAt || now >= programme.closesAt) {
    const { opensAt, closesAt } = programme;
    problems.push(t("errors.ProgrammeNotOpen", { programmeId: plan.programmeId, opensAt, closesAt }));
  }
  if (run.state === "cancelled") problems.push(new Failure(3, "bonus.cancelled", { run: run.runId }).message);
  // An approved run has its total set aside; the cap is held against its chunks, one by one.
  if (run.state === "approved") return problems;
  const total = BigInt(plan.totals.cents);
  const { attested, cap } = await limitsOf(system, plan.programmeId);
  if (total > attested) problems.push(t("bonus.simulate.overAttested"));
  if (total > cap) problems.push(t("bonus.simulate.overCap"));
  return problems;
}
