// SPDX-License-Identifier: EUPL-1.2
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { COLUMNS } from "@monnaie-commune/sdk/bonus/columns";
import type { Deployment } from "@monnaie-commune/sdk/deployments";
import { formatAmount } from "@monnaie-commune/sdk/amounts";
import { getAddress, id, type Wallet } from "ethers";
import { approveBonus } from "../../scripts/bonus/approve.ts";
import { planBonus } from "../../scripts/bonus/plan.ts";
import { proposeBonus } from "../../scripts/bonus/propose.ts";
import { deploymentPath, writeJson } from "../../scripts/lib/deployment-file.ts";
import type { Chain } from "../../scripts/lib/network.ts";

export const REGION = "centre-val-de-loire";
export const PLAN_DATE = "2026-11-23";

/** Folders of a test of its own. */
export type Folders = { runs: string; deployments: string };

export function freshFolders(deployment: Deployment): Folders {
  const folder = mkdtempSync(join(tmpdir(), "bonus-"));
  const deployments = join(folder, "deployments");
  writeJson(deploymentPath(deployment.chainId, deployment.region, deployments), deployment);
  return { runs: join(folder, "runs"), deployments };
}

/** The account of the n-th person of a staff file. */
export function staffWallet(n: number): string {
  return getAddress(`0x${id(`staff ${n}`).slice(-40)}`);
}

/** What the n-th person gets in the currency, in cents. */
export function staffCents(n: number): bigint {
  return 10_000n + BigInt(n % 977);
}

/** A staff file of so many people who opted in, so many who did not, then so many who opted in without a wallet. */
export function staffFile(optedIn: number, others = 0, letters = 0): Uint8Array {
  const line = (n: number, rest: string[]) => [`AG-${n}`, ...rest].join(";");
  const amount = (n: number) => formatAmount(2n * staffCents(n), "fr");
  const willing = (n: number, wallet: string) =>
    line(n, [wallet, amount(n), `MANDAT-${n}`, "2026-10-12", "50", n % 3 === 0 ? "930" : "932"]);
  const lines = [
    ...Array.from({ length: optedIn }, (_, n) => willing(n, staffWallet(n))),
    ...Array.from({ length: others }, (_, i) => line(optedIn + i, ["", amount(i), "", "", "", "938"])),
    ...Array.from({ length: letters }, (_, i) => willing(optedIn + others + i, "")),
  ];
  return new TextEncoder().encode([COLUMNS.bonus.join(";"), ...lines, ""].join("\n"));
}

/** Plans, proposes and approves a staff file; returns the plan's hash. */
export async function approvedPlan(
  chain: Chain,
  folders: Folders,
  { bonusOfficer: officer, approver }: { bonusOfficer: Wallet; approver: Wallet },
  file: Uint8Array,
  claimsUntil?: string,
): Promise<string> {
  const planned = await planBonus({
    chain,
    region: REGION,
    programme: 1,
    file: { name: "staff.csv", bytes: file },
    planDate: PLAN_DATE,
    claimsUntil,
    ...folders,
  });
  if ("errors" in planned) throw new Error(JSON.stringify(planned.errors.slice(0, 3)));
  const plan = planned.plan.planHash;
  await proposeBonus({ chain, plan, officer, ...folders });
  await approveBonus({ chain, plan, approver, confirm: async () => {}, ...folders });
  return plan;
}
