// SPDX-License-Identifier: EUPL-1.2
import type { BonusPlan } from "@monnaie-commune/sdk/bonus/plan";
import type { Chain } from "../lib/network.ts";
import { givenPrevious, previousOf } from "./previous.ts";
import { printComparison } from "./print-comparison.ts";
import { printPlan } from "./print-plan.ts";
import { openPlan, runOnChain } from "./programme.ts";

export type WithPrevious = { previous?: string };

/** A plan and how it differs from the last period, as the approver will see both. */
export async function printWithPrevious(chain: Chain, plan: BonusPlan, { previous }: WithPrevious): Promise<void> {
  const context = await openPlan(chain, plan);
  const { runId } = await runOnChain(context);
  printPlan(plan);
  printComparison(plan, previous === undefined ? await previousOf(context, runId) : givenPrevious(context, previous));
}
