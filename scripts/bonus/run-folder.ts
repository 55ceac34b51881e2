// SPDX-License-Identifier: EUPL-1.2
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type BonusPlan, planText } from "@monnaie-commune/sdk/bonus/plan";
import { readPlan } from "@monnaie-commune/sdk/bonus/read-plan";
import { shortHash } from "@monnaie-commune/sdk/bonus/run-state";
import { Failure } from "../lib/failure.ts";
import { writeWhole } from "../lib/write-whole.ts";

/** A plan and the folder in which its run keeps what it writes. */
export type PlanFolder = { plan: BonusPlan; folder: string };

const PLAN_FILE = "plan.json";

/** The folder of all runs: `runs`, or what RUNS_FOLDER says. */
export function runsFolder(): string {
  return resolve(process.env.RUNS_FOLDER ?? fileURLToPath(new URL("../../runs", import.meta.url)));
}

/** Writes a plan into `<runs>/<chain id>/<short hash>/plan.json`. The same plan is written once. */
export function savePlan(plan: BonusPlan, runs = runsFolder()): string {
  const folder = join(runs, String(plan.chainId), shortHash(plan));
  // Pseudonyms and mandates are for the account that runs this, not for everybody on the machine.
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, PLAN_FILE);
  if (!existsSync(path)) writeWhole(path, planText(plan));
  return folder;
}

/**
 * Reads a plan, given by the path of its file or folder or by the first digits of its hash. A plan that comes from
 * elsewhere gets its folder here.
 * @throws Failure when there is none, more than one, or the file is not what was planned.
 */
export function loadPlan(given: string, runs = runsFolder()): PlanFolder {
  const path = planPath(given, runs);
  const result = readPlan(readFileSync(path, "utf8"));
  if ("problem" in result) throw new Failure(1, `bonus.badPlan.${result.problem}`, { file: path });
  return { plan: result.plan, folder: savePlan(result.plan, runs) };
}

/** The plan of a hash, where it is at hand and is what its hash says. */
export function findPlan(chainId: number, planHash: string, runs = runsFolder()): BonusPlan | undefined {
  const path = join(runs, String(chainId), planHash.slice(2, 14), PLAN_FILE);
  if (!existsSync(path)) return undefined;
  const result = readPlan(readFileSync(path, "utf8"));
  return "plan" in result && result.plan.planHash === planHash ? result.plan : undefined;
}

/** All plans of a chain that can be read, one after the other: together they could be too many for the memory. */
export function* plansOf(chainId: number, runs = runsFolder()): Generator<BonusPlan> {
  for (const text of planTexts(chainId, runs)) {
    const result = readPlan(text);
    if ("plan" in result) yield result.plan;
  }
}

/** The other plans of a chain that were made from the same file. */
export function* plansOfSource(
  { chainId, sourceSha256, planHash }: Pick<BonusPlan, "chainId" | "sourceSha256" | "planHash">,
  runs = runsFolder(),
): Generator<BonusPlan> {
  // Looked at as text first: a folder of large plans would take long to read.
  for (const text of planTexts(chainId, runs)) {
    if (!text.includes(sourceSha256) || text.includes(planHash)) continue;
    const result = readPlan(text);
    if ("plan" in result && result.plan.sourceSha256 === sourceSha256) yield result.plan;
  }
}

function* planTexts(chainId: number, runs: string): Generator<string> {
  const folder = join(runs, String(chainId));
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const path = join(folder, name, PLAN_FILE);
    if (existsSync(path)) yield readFileSync(path, "utf8");
  }
}

function planPath(given: string, runs: string): string {
  if (existsSync(given)) {
    const path = statSync(given).isDirectory() ? join(given, PLAN_FILE) : given;
    if (existsSync(path)) return resolve(path);
  }
  const digits = given.replace(/^0x/u, "").toLowerCase();
  const chains = existsSync(runs) ? readdirSync(runs) : [];
  const folders = chains
    .map((chain) => join(runs, chain))
    .filter((chain) => statSync(chain).isDirectory())
    .flatMap((chain) => readdirSync(chain).map((name) => join(chain, name)))
    .filter((folder) => existsSync(join(folder, PLAN_FILE)));
  // A whole hash is longer than a folder's name.
  const matches = folders.filter((folder) => basename(folder).startsWith(digits.slice(0, 12)));
  if (!/^[0-9a-f]{4,64}$/u.test(digits) || matches[0] === undefined) throw new Failure(1, "bonus.noPlan", { given });
  if (matches.length > 1) throw new Failure(1, "bonus.manyPlans", { given });
  return join(matches[0], PLAN_FILE);
}
