// SPDX-License-Identifier: EUPL-1.2
import { copyFileSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { chunkRanges } from "@monnaie-commune/sdk/bonus/chunks";
import { type BonusPlan, planHashOf } from "@monnaie-commune/sdk/bonus/plan";
import { runChunks, runTree } from "@monnaie-commune/sdk/bonus/run-chunks";
import { planBonus } from "../../scripts/bonus/plan.ts";
import { shortHash } from "@monnaie-commune/sdk/bonus/run-state";
import { savePlan } from "../../scripts/bonus/run-folder.ts";
import type { Chain } from "../../scripts/lib/network.ts";
import { PLAN_DATE, REGION, staffCents, staffFile, staffWallet } from "../helpers/bonus.ts";
import type { Due } from "./books.ts";

/** Payments in a chunk: few, so that a run has many moments and takes little time. */
const PAYMENTS = 5;

/** A plan on the disk, and who is due what by the staff file: worked out here, not read from the plan. */
export type FaultPlan = { plan: BonusPlan; short: string; path: string; chunks: number; due: readonly Due[] };

/** Plans a staff file of so many people who opted in, and three who did not, with small chunks. */
export async function makeSmallPlan(
  chain: Chain,
  folders: { runs: string; deployments: string },
  programme: number,
  people: number,
): Promise<FaultPlan> {
  const file = { name: "staff.csv", bytes: staffFile(people, 3) };
  // Planned aside: as the command does it, but for the size of the chunks.
  const aside = { ...folders, runs: join(folders.runs, "..", "planned") };
  const planned = await planBonus({ chain, region: REGION, programme, file, planDate: PLAN_DATE, ...aside });
  if ("errors" in planned) throw new Error(JSON.stringify(planned.errors.slice(0, 3)));
  const plan = cutSmall(planned.plan);
  return {
    plan,
    short: shortHash(plan),
    path: join(savePlan(plan, folders.runs), "plan.json"),
    chunks: plan.chunks.length,
    due: Array.from({ length: people }, (_, n) => ({ to: staffWallet(n), cents: staffCents(n) })),
  };
}

function cutSmall(plan: BonusPlan): BonusPlan {
  const cut = { ...plan, chunks: chunkRanges(plan.totals.payments, PAYMENTS) };
  const rooted = { ...cut, root: runTree(runChunks(cut)).root };
  return { ...rooted, planHash: planHashOf(rooted) };
}

/** The same plan in another folder of runs: nothing but the plan is there yet. */
export function copyPlan(plan: FaultPlan, runs: string): FaultPlan {
  const path = join(runs, String(plan.plan.chainId), plan.short, "plan.json");
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  copyFileSync(plan.path, path);
  return { ...plan, path };
}
