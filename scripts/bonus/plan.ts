// SPDX-License-Identifier: EUPL-1.2
import { createHash } from "node:crypto";
import { type BonusPlan, makePlan } from "@monnaie-commune/sdk/bonus/plan";
import { readStaffFile, type StaffFileContext } from "@monnaie-commune/sdk/bonus/read-staff-file";
import type { RuleError } from "@monnaie-commune/sdk/bonus/rules";
import type { ListPurpose } from "@monnaie-commune/sdk/purposes";
import { loadDeployment } from "../lib/deployment-file.ts";
import { Failure } from "../lib/failure.ts";
import type { Chain } from "../lib/network.ts";
import { type System, systemAt } from "../lib/system.ts";
import { today } from "../lib/today.ts";
import { letterDeadline, lettersFor } from "./letters/for-plan.ts";
import { limitsOf, purposeOf } from "./programme.ts";
import { savePlan } from "./run-folder.ts";
import { fundedStructures } from "./structures.ts";

export type PlanJob = {
  chain: Chain;
  /** Slug of the region. */
  region: string;
  programme: number;
  file: { name: string; bytes: Uint8Array };
  /** Pseudonyms of everybody who may be paid. */
  knownPayees?: ReadonlySet<string> | undefined;
  /** Last day, as `2027-03-31`, of the letters to those who opted in without a wallet; they are refused when left out. */
  claimsUntil?: string | undefined;
  /** The day of the plan, as `2026-11-23`; today when left out. */
  planDate?: string | undefined;
  /** Told what the programme is for before the file is read; throws to refuse. */
  check?: (purpose: ListPurpose) => void;
  runs?: string | undefined;
  deployments?: string | undefined;
};

export type PlanResult = { plan: BonusPlan; folder: string } | { errors: RuleError[] };

/**
 * Checks a file against the rules for what the programme is for, the programme and the cap, and freezes it into a plan.
 * Sends nothing.
 * @returns The plan and its folder, or all that is wrong with the file.
 * @throws Failure when the clock is hours off the chain, the region is not deployed there, or the programme is not paid from a list.
 */
export async function planBonus(job: PlanJob): Promise<PlanResult> {
  const { chain, region, programme, file, knownPayees, claimsUntil } = job;
  const planDate = job.planDate ?? (await today(chain));
  const deployment = await loadDeployment(chain, region, job.deployments);
  const { contracts } = deployment;
  const system = systemAt(deployment, chain.provider);
  const purpose = await purposeOf(system, programme);
  job.check?.(purpose);
  const deadline = claimsUntil === undefined ? undefined : await letterDeadline(chain, purpose, claimsUntil);
  const limits = await limitsOf(system, programme);
  const reserved = Object.entries(contracts).map(([name, { address }]) => ({ address, name }));
  const facts = { planDate, reserved, knownPayees, limits, letters: deadline !== undefined };
  const staff = readStaffFile(file.bytes, await forPurpose(facts, purpose, system));
  if (!staff.ok) return { errors: staff.errors };
  const head = {
    chainId: chain.chainId,
    region,
    token: contracts.RegionalToken.address,
    issuance: contracts.Issuance.address,
    programmeId: programme,
    purpose,
    created: planDate,
    sourceSha256: `0x${createHash("sha256").update(file.bytes).digest("hex")}`,
  } as const;
  const needLetters = staff.lines.some(({ optIn }) => optIn?.wallet === null);
  const letters = deadline === undefined || !needLetters ? undefined : await lettersFor(chain, head, deadline);
  const plan = makePlan(head, staff.lines, letters);
  return { plan, folder: savePlan(plan, job.runs) };
}

async function forPurpose(
  facts: Omit<StaffFileContext, "purpose" | "structures">,
  purpose: ListPurpose,
  system: System,
): Promise<StaffFileContext> {
  if (purpose !== "subsidy") return { ...facts, purpose };
  return { ...facts, purpose, structures: await fundedStructures(system) };
}

/** One pseudonym a line; empty lines do not matter. */
export function readPayees(bytes: Uint8Array): Set<string> {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    throw new Failure(1, "bonus.badPayees", {}, { cause: error });
  }
  return new Set(
    text
      .split(/\r\n|\n|\r/u)
      .map((line) => line.trim())
      .filter((line) => line !== ""),
  );
}
