// SPDX-License-Identifier: EUPL-1.2
import { brokenLines, type FundedStructure } from "@monnaie-commune/sdk/bonus/check-structure";
import { Failure } from "../lib/failure.ts";
import type { System } from "../lib/system.ts";
import type { PlanContext } from "./programme.ts";

const PAGE = 200;

/** Every structure the council ever funded, as the registry has it now. */
export async function fundedStructures({ registry }: System): Promise<FundedStructure[]> {
  const count = Number(await registry.structureCount());
  const structures: FundedStructure[] = [];
  for (let offset = 0; offset < count; offset += PAGE) {
    for (const { account, acceptedShareBps, since, until } of await registry.structures(offset, PAGE)) {
      const [bps, from, to] = [acceptedShareBps, since, until].map(Number) as [number, number, number];
      structures.push({ account, acceptedShareBps: bps, since: from, until: to });
    }
  }
  return structures;
}

/**
 * Holds a plan against the conventions of today.
 * @throws Failure when some no longer carry their line.
 */
export async function checkConventions({ chain, plan, system }: PlanContext): Promise<void> {
  if (plan.purpose !== "subsidy") return;
  const now = (await chain.provider.getBlock("latest"))?.timestamp ?? 0;
  const broken = brokenLines(plan, now, await fundedStructures(system));
  if (broken.length > 0) throw new Failure(3, "bonus.conventions", { lines: broken.join(", ") });
}
