// SPDX-License-Identifier: EUPL-1.2
import type { BonusPlan } from "@monnaie-commune/sdk/bonus/plan";
import { textsOf } from "../bonus/letters/letters.ts";
import { lettersOf } from "../bonus/letters/standing.ts";
import { openPlan, runOnChain } from "../bonus/programme.ts";
import type { Chain } from "../lib/network.ts";

/** What is on a letter: the code to type, and its amount in cents. */
export type SampleLetter = { code: string; cents: bigint };

/** The first letter of a plan, to try what its receiver sees; undefined when the plan has none. */
export async function sampleLetter(chain: Chain, plan: BonusPlan): Promise<SampleLetter | undefined> {
  if (plan.claims === null) return undefined;
  const context = await openPlan(chain, plan);
  const { runId } = await runOnChain(context);
  const [letter] = await lettersOf(context, runId);
  if (letter === undefined) return undefined;
  const [text] = await textsOf(chain, context, runId, [letter]);
  return text;
}
