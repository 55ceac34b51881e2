// SPDX-License-Identifier: EUPL-1.2
import { callData, type RunCall } from "@monnaie-commune/sdk/bonus/run-calls";
import { officerRoleName } from "@monnaie-commune/sdk/bonus/run-state";
import type { OpenJournal } from "../lib/sending/session.ts";
import { type Signatory, takeStep } from "../lib/sending/take-step.ts";
import type { PlanContext } from "./programme.ts";

/** What commands that give money back to the budget have in common. */
export type GiveBackJob = {
  chain: PlanContext["chain"];
  plan: string;
  officer: Signatory;
  /** Only asks the chain whether it would be accepted. */
  dryRun?: boolean | undefined;
  runs?: string | undefined;
  deployments?: string | undefined;
  openJournal?: OpenJournal | undefined;
};

/** A call of the officer; `name` tells it from all other steps of the run, `title` says what it does to those who sign. */
export type OfficerStep = { name: string; title: string; call: RunCall; isDone: () => Promise<boolean> };

/**
 * Has the officer take a step on a run, or only tries it.
 * @throws Failure when the contract refuses it.
 */
export async function officerStep(
  { chain, plan, system }: PlanContext,
  { officer, dryRun, openJournal }: GiveBackJob,
  folder: string,
  { name, title, call, isDone }: OfficerStep,
): Promise<void> {
  const transaction = { to: await system.issuance.getAddress(), data: callData(call) };
  if (dryRun === true) {
    await chain.provider.estimateGas({ from: officer.address, ...transaction });
    return;
  }
  const { purpose } = await system.issuance.programmeOf(plan.programmeId);
  await takeStep({
    chain,
    by: officer,
    folder,
    name,
    title,
    role: officerRoleName(purpose),
    manager: system.manager,
    call: async () => Promise.resolve(transaction),
    isDone,
    openJournal,
  });
}
