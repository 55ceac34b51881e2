// SPDX-License-Identifier: EUPL-1.2
import { createHash } from "node:crypto";
import { type BonusPlan, makePlan } from "@monnaie-commune/sdk/bonus/plan";
import { readStaffFile } from "@monnaie-commune/sdk/bonus/read-staff-file";
import type { RuleError } from "@monnaie-commune/sdk/bonus/rules";
import { dayOf, isoDateOf } from "@monnaie-commune/sdk/days";
import { loadDeployment } from "../lib/deployment-file.ts";
import { Failure } from "../lib/failure.ts";
import type { Chain } from "../lib/network.ts";
import { systemAt } from "../lib/system.ts";
import { limitsOf } from "./programme.ts";
import { savePlan } from "./run-folder.ts";

export type PlanJob = {
  chain: Chain;
  /** Slug of the region. */
  region: string;
  programme: number;
  file: { name: string; bytes: Uint8Array };
  /** Pseudonyms of everybody who may be paid. */
  knownPayees?: ReadonlySet<string> | undefined;
  /** The day of the plan, as `2026-11-23`; today when left out. */
  planDate?: string | undefined;
  runs?: string | undefined;
  deployments?: string | undefined;
};

export type PlanResult = { plan: BonusPlan; folder: string } | { errors: RuleError[] };

/**
 * Checks a staff file against the rules, the programme and the cap, and freezes it into a plan. Sends nothing.
 * @returns The plan and its folder, or all that is wrong with the file.
 * @throws Failure when the region is not deployed there.
 */
export async function planBonus(job: PlanJob): Promise<PlanResult> {
  const { chain, region, programme, file, knownPayees } = job;
  const planDate = job.planDate ?? isoDateOf(dayOf(Date.now() / 1000));
  const deployment = await loadDeployment(chain, region, job.deployments);
  const { contracts } = deployment;
  const limits = await limitsOf(systemAt(deployment, chain.provider), programme);
  const reserved = Object.entries(contracts).map(([name, { address }]) => ({ address, name }));
  const staff = readStaffFile(file.bytes, { planDate, reserved, knownPayees, limits });
  if (!staff.ok) return { errors: staff.errors };
  const plan = makePlan(
    {
      chainId: chain.chainId,
      region,
      token: contracts.RegionalToken.address,
      issuance: contracts.Issuance.address,
      programmeId: programme,
      created: planDate,
      sourceSha256: `0x${createHash("sha256").update(file.bytes).digest("hex")}`,
    },
    staff.lines,
  );
  return { plan, folder: savePlan(plan, job.runs) };
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
