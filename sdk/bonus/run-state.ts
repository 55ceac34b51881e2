// SPDX-License-Identifier: EUPL-1.2
import type { Hex } from "viem";
import { ROLES, type RoleName } from "../generated/roles.ts";
import { PURPOSES } from "../purposes.ts";
import type { Limits } from "./check-totals.ts";
import type { BonusPlan } from "./plan.ts";

/** Where a run stands: the order of IIssuance.RunState. */
export const RUN_STATES = ["none", "proposed", "approved", "cancelled"] as const;
export type RunState = (typeof RUN_STATES)[number];

/** The role that proposes and pays the runs of a programme, by the number of its purpose. */
export function officerRoleName(purpose: number | bigint): RoleName {
  return Number(purpose) === PURPOSES.indexOf("bonus") ? "BONUS_OFFICER" : "REWARD_OFFICER";
}

export function officerRole(purpose: number | bigint): bigint {
  return ROLES[officerRoleName(purpose)];
}

/** What a programme and the cap still leave, in cents. */
export function limitsFrom(
  { budget, attested, committed }: { budget: bigint; attested: bigint; committed: bigint },
  { cap, totalSupply }: { cap: bigint; totalSupply: bigint },
): Limits {
  return { budget: budget - committed, attested: attested - committed, cap: cap - totalSupply };
}

/** What the contract keeps of a run and a plan can be held against. */
export type ProposedRun = {
  programmeId: bigint;
  root: string;
  planHash: string;
  total: bigint;
  paymentCount: bigint | number;
};

type PlanFacts = Pick<BonusPlan, "programmeId" | "root" | "planHash" | "totals">;

/** Whether a run on the chain is the one this plan makes: same payments, same sum, same count, same programme. */
export function isRunOfPlan(run: ProposedRun, { programmeId, root, planHash, totals }: PlanFacts): boolean {
  return (
    run.planHash === planHash &&
    run.root === root &&
    run.programmeId === BigInt(programmeId) &&
    run.total === BigInt(totals.cents) &&
    BigInt(run.paymentCount) === BigInt(totals.payments)
  );
}

type Source = Pick<BonusPlan, "sourceSha256" | "programmeId" | "issuance" | "planHash">;

/**
 * Plans of the same file for the same programme under another hash. The hash holds the plan's date, so that the contract
 * cannot see a file that comes back on another day.
 */
export function plansOfSameFile<T extends Source>(plan: Source, others: readonly T[]): T[] {
  return others.filter(
    (other) =>
      other.sourceSha256 === plan.sourceSha256 &&
      other.programmeId === plan.programmeId &&
      other.issuance === plan.issuance &&
      other.planHash !== plan.planHash,
  );
}

/** The first digits of a plan's hash: enough to tell it from all others, few enough to be read aloud. */
export function shortHash({ planHash }: { planHash: Hex }): string {
  return planHash.slice(2, 14);
}
