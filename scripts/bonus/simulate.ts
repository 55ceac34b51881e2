// SPDX-License-Identifier: EUPL-1.2
import type { BonusPlan } from "@monnaie-commune/sdk/bonus/plan";
import { runChunks, runTree } from "@monnaie-commune/sdk/bonus/run-chunks";
import { officerRole } from "@monnaie-commune/sdk/bonus/run-state";
import { type Finding, findingsOf, type RunStanding, tryChunks } from "@monnaie-commune/sdk/bonus/simulate-run";
import { afterLongWork } from "../lib/after-long-work.ts";
import { asFailure } from "../lib/failure.ts";
import { formatDay, type MessageParameters, t } from "../lib/messages.ts";
import type { Chain } from "../lib/network.ts";
import { limitsOf, openPlan, type PlanContext, type RunOnChain, runOnChain } from "./programme.ts";
import { loadPlan } from "./run-folder.ts";
import { payeesOfProgramme } from "./run-logs.ts";
import { fundedStructures } from "./structures.ts";

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

/** Does everything of a run but sending: each chunk is carried out by the node and thrown away. */
export async function simulateBonus(job: SimulateJob): Promise<Simulation> {
  const { chain, officer, onChunk = () => {} } = job;
  const { plan } = loadPlan(job.plan, job.runs);
  const context = await openPlan(chain, plan, job.deployments);
  const run = await runOnChain(context);
  const standing = findingsOf(await standingOf(context, run, officer));

  const { system, deployment } = context;
  const { Issuance, RegionalToken } = deployment.contracts;
  const chunks = runChunks(plan);
  const tree = runTree(chunks);
  await afterLongWork();
  const trial = await tryChunks({
    request: async (method, params) => await chain.provider.send(method, [...params]),
    contracts: { token: RegionalToken.address, issuance: Issuance.address },
    run,
    officer,
    chunks,
    proof: (index) => tree.proof(index),
    isPaid: async (index) => await system.issuance.isChunkPaid(run.runId, index),
    onChunk,
  });

  const { gas, dearestChunk } = trial;
  const { maxFeePerGas, gasPrice } = await chain.provider.getFeeData();
  const fee = gas * (maxFeePerGas ?? gasPrice ?? 0n);
  const funds = await chain.provider.getBalance(officer);
  const findings = [...standing, ...trial.findings];
  if (funds < fee) findings.push({ code: "shortOfFunds", address: officer });
  const payees = run.paidCount > 0n ? new Set<string>() : await payeesOfProgramme(context, plan.programmeId);
  const paidBefore = plan.lines.filter(({ wallet }) => wallet !== null && payees.has(wallet)).length;
  return { plan, run, gas, dearestChunk, fee, funds, paidBefore, problems: findings.map(sentenceOf) };
}

async function standingOf(
  { chain, plan, system }: PlanContext,
  run: RunOnChain,
  officer: string,
): Promise<RunStanding> {
  const { issuance, manager } = system;
  const programme = await issuance.programmeOf(plan.programmeId);
  const [isOfficer] = await manager.hasRole(officerRole(programme.purpose), officer);
  const isClosed = await issuance.isClosed();
  const now = BigInt((await chain.provider.getBlock("latest"))?.timestamp ?? 0);
  const limits = await limitsOf(system, plan.programmeId);
  const structures = plan.purpose === "subsidy" ? await fundedStructures(system) : [];
  return { plan, run, officer, isOfficer, isClosed, now, programme, limits, structures };
}

function sentenceOf(finding: Finding): string {
  const { code, ...parameters } = finding;
  if (code === "closed") return t("errors.IssuingIsClosed");
  if (finding.code === "lettersOver")
    return t("bonus-run.finding.lettersOver", { deadline: formatDay(finding.deadline) });
  if (finding.code === "notOpen") return t("errors.ProgrammeNotOpen", { ...finding });
  if (finding.code === "chunkRefused") {
    return t("bonus-run.finding.chunkRefused", { chunk: finding.chunk, reason: asFailure(finding.error).message });
  }
  return t(`bonus-run.finding.${code}`, parameters as MessageParameters);
}
