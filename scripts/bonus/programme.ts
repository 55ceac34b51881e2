// SPDX-License-Identifier: EUPL-1.2
import type { BonusPlan } from "@monnaie-commune/sdk/bonus/plan";
import type { Limits } from "@monnaie-commune/sdk/bonus/check-totals";
import {
  isRunOfPlan,
  limitsFrom,
  officerRoleName,
  RUN_STATES,
  type RunState,
} from "@monnaie-commune/sdk/bonus/run-state";
import type { Deployment } from "@monnaie-commune/sdk/deployments";
import { isListPurpose, type ListPurpose, PURPOSES } from "@monnaie-commune/sdk/purposes";
import { loadDeployment } from "../lib/deployment-file.ts";
import { afterLongWork } from "../lib/after-long-work.ts";
import { Failure } from "../lib/failure.ts";
import type { Chain } from "../lib/network.ts";
import type { Actor } from "../lib/signers.ts";
import { type System, systemAt } from "../lib/system.ts";

/** Where a plan stands on the chain. Amounts are cents. */
export type RunOnChain = {
  runId: bigint;
  state: RunState;
  proposer: string;
  approver: string;
  paid: bigint;
  paidCount: bigint;
};

/** A plan, the contracts it was made for, and its programme. */
export type PlanContext = { chain: Chain; plan: BonusPlan; deployment: Deployment; system: System };

/**
 * The contracts a plan was made for.
 * @throws Failure when the plan is another chain's, names other contracts than the deployment file, or another purpose
 * than its programme.
 */
export async function openPlan(chain: Chain, plan: BonusPlan, deployments?: string): Promise<PlanContext> {
  if (plan.chainId !== chain.chainId) {
    throw new Failure(1, "bonus.otherChain", { planned: plan.chainId, actual: chain.chainId, network: chain.name });
  }
  await afterLongWork();
  const deployment = await loadDeployment(chain, plan.region, deployments);
  const { RegionalToken, Issuance } = deployment.contracts;
  if (plan.token !== RegionalToken.address || plan.issuance !== Issuance.address) {
    throw new Failure(1, "bonus.otherDeployment", { region: plan.region, network: chain.name });
  }
  const system = systemAt(deployment, chain.provider);
  const purpose = await purposeOf(system, plan.programmeId);
  if (purpose !== plan.purpose) throw new Failure(3, "bonus.otherPurpose", { programme: plan.programmeId });
  return { chain, plan, deployment, system };
}

/**
 * What a programme is for.
 * @throws Failure when it is not paid from a list.
 */
export async function purposeOf({ issuance }: System, programmeId: number): Promise<ListPurpose> {
  const { purpose } = await issuance.programmeOf(programmeId);
  const name = PURPOSES[Number(purpose)];
  if (!isListPurpose(name)) throw new Failure(1, "bonus.noList", { programme: programmeId });
  return name;
}

/** Who pays the runs of a programme. */
export async function officerOf({ issuance }: System, programmeId: number): Promise<Actor> {
  const { purpose } = await issuance.programmeOf(programmeId);
  return officerRoleName(purpose) === "BONUS_OFFICER" ? "bonusOfficer" : "rewardOfficer";
}

/** What a programme and the cap still leave, in cents. */
export async function limitsOf({ issuance, token }: System, programmeId: number): Promise<Limits> {
  const programme = await issuance.programmeOf(programmeId);
  const [cap, totalSupply] = await Promise.all([token.cap(), token.totalSupply()]);
  return limitsFrom(programme, { cap, totalSupply });
}

/**
 * The run a plan has become; state `none` when it was not proposed, or the proposal was cancelled with nothing paid.
 * @throws Failure when somebody proposed other payments under the hash of this plan.
 */
export async function runOnChain({ plan, system }: PlanContext): Promise<RunOnChain> {
  const runId = await system.issuance.runOfPlan(plan.planHash);
  if (runId === 0n) return { runId, state: "none", proposer: "", approver: "", paid: 0n, paidCount: 0n };
  const run = await system.issuance.runOf(runId);
  if (!isRunOfPlan(run, plan)) throw new Failure(3, "bonus.otherRun", { run: runId });
  const state = RUN_STATES[Number(run.state)] ?? "none";
  return { runId, state, proposer: run.proposer, approver: run.approver, paid: run.paid, paidCount: run.paidCount };
}
