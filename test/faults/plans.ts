// SPDX-License-Identifier: EUPL-1.2
import { copyFileSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { chunkRanges } from "@monnaie-commune/sdk/bonus/chunks";
import { type BonusPlan, planHashOf } from "@monnaie-commune/sdk/bonus/plan";
import { runChunks, runTree } from "@monnaie-commune/sdk/bonus/run-chunks";
import { shortHash } from "@monnaie-commune/sdk/bonus/run-state";
import { planBonus } from "../../scripts/bonus/plan.ts";
import { savePlan } from "../../scripts/bonus/run-folder.ts";
import type { Chain } from "../../scripts/lib/network.ts";
import { PLAN_DATE, REGION, staffCents, staffFile, staffWallet } from "../helpers/bonus.ts";
import type { Due } from "./books.ts";

/** Payments in a chunk, and claims on a sheet: few, so that a run has many moments and takes little time. */
const PAYMENTS = 5;
const CLAIMS = 3;

/** People who stay in euros. */
const IN_EUROS = 3;

/** Last day of the letters. */
const CLAIMS_UNTIL_DAYS = 200;

/** How many people of a staff file have an account, and how many get a letter. */
export type Staff = { wallets: number; letters: number };

/**
 * A plan on the disk, and what is due by the staff file: worked out here, not read from the plan. `due` is what comes into
 * being; what a line of the file gets is part of it.
 */
export type FaultPlan = {
  plan: BonusPlan;
  short: string;
  path: string;
  /** Payments and claim sheets: what a run sends. */
  chunks: number;
  due: readonly Due[];
  lines: readonly { payeeId: string; cents: bigint; due: Due }[];
};

/** Plans a staff file with small chunks and sheets. */
export async function makeSmallPlan(
  chain: Chain,
  folders: { runs: string; deployments: string },
  programme: number,
  staff: Staff,
): Promise<FaultPlan> {
  const file = { name: "staff.csv", bytes: staffFile(staff.wallets, IN_EUROS, staff.letters) };
  // Planned aside: as the command does it, but for the size of the chunks.
  const aside = { ...folders, runs: join(folders.runs, "..", "planned") };
  const now = (await chain.provider.getBlock("latest"))?.timestamp ?? 0;
  const claimsUntil = new Date((now + CLAIMS_UNTIL_DAYS * 86_400) * 1_000).toISOString().slice(0, 10);
  const job = { chain, region: REGION, programme, file, planDate: PLAN_DATE, claimsUntil, ...aside };
  const planned = await planBonus(job);
  if ("errors" in planned) throw new Error(JSON.stringify(planned.errors.slice(0, 3)));
  const plan = cutSmall(planned.plan);
  return {
    plan,
    short: shortHash(plan),
    path: join(savePlan(plan, folders.runs), "plan.json"),
    chunks: runChunks(plan).length,
    ...dueOf(staff, plan.issuance),
  };
}

/** The same plan in another folder of runs: nothing but the plan is there yet. */
export function copyPlan(plan: FaultPlan, runs: string): FaultPlan {
  const path = join(runs, String(plan.plan.chainId), plan.short, "plan.json");
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  copyFileSync(plan.path, path);
  return { ...plan, path };
}

/** Cents due to the people of a staff file. */
export function total(staff: Staff): bigint {
  return sumOf([...numbersOf(staff).wallets, ...numbersOf(staff).letters]);
}

function cutSmall(plan: BonusPlan): BonusPlan {
  const { totals, claims } = plan;
  const chunks = chunkRanges(totals.payments - totals.claims, PAYMENTS);
  const cut = { ...plan, chunks, claims: claims && { ...claims, sheets: chunkRanges(totals.claims, CLAIMS) } };
  const rooted = { ...cut, root: runTree(runChunks(cut)).root };
  return { ...rooted, planHash: planHashOf(rooted) };
}

/** Where people of a kind stand in the file: accounts first, then who stays in euros, then letters. */
function numbersOf({ wallets, letters }: Staff): { wallets: number[]; letters: number[] } {
  const from = (first: number, count: number) => Array.from({ length: count }, (_, i) => first + i);
  return { wallets: from(0, wallets), letters: from(wallets + IN_EUROS, letters) };
}

/** Each account is paid what it is due, and what a sheet holds waits with the issuing contract. */
function dueOf(staff: Staff, issuance: string): Pick<FaultPlan, "due" | "lines"> {
  const { wallets, letters } = numbersOf(staff);
  const paid = wallets.map((n) => ({ numbers: [n], due: { to: staffWallet(n), cents: staffCents(n) } }));
  const sheets = chunkRanges(letters.length, CLAIMS).map(({ first, count }) => {
    const numbers = letters.slice(first, first + count);
    return { numbers, due: { to: issuance, cents: sumOf(numbers) } };
  });
  const all = [...paid, ...sheets];
  return {
    due: all.map(({ due }) => due),
    lines: all.flatMap(({ numbers, due }) => numbers.map((n) => ({ payeeId: `AG-${n}`, cents: staffCents(n), due }))),
  };
}

function sumOf(numbers: readonly number[]): bigint {
  return numbers.reduce((sum, n) => sum + staffCents(n), 0n);
}
