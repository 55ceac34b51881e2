// SPDX-License-Identifier: EUPL-1.2
import type { Case } from "./case.ts";
import { makeSmallPlan, type Staff } from "./plans.ts";
import { openFunded } from "./world.ts";

/** A plan that is neither proposed nor approved yet: two chunks and a sheet of claims. */
export const SMALL: Staff = { wallets: 8, letters: 3 };

/** Puts it on our desk, in a programme of its own with so many cents. */
export async function planSmall(
  c: Case,
  { attested, budget = attested }: { attested: bigint; budget?: bigint },
): Promise<number> {
  const { node, system, wallet, folders } = c.world;
  const programme = await openFunded(node, system, wallet, "bonus", budget, attested);
  const place = { runs: c.desk.runs, deployments: folders.deployments };
  c.usePlan(await makeSmallPlan(node.chain, place, programme, SMALL));
  return programme;
}
