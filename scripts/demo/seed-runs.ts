// SPDX-License-Identifier: EUPL-1.2
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Region } from "@monnaie-commune/sdk/regions";
import { id } from "ethers";
import { approveBonus } from "../bonus/approve.ts";
import { recordConvention } from "../bonus/convention.ts";
import { planBonus } from "../bonus/plan.ts";
import { proposeBonus } from "../bonus/propose.ts";
import { runBonus } from "../bonus/run.ts";
import { Failure } from "../lib/failure.ts";
import type { Chain } from "../lib/network.ts";
import { signerFor } from "../lib/signers.ts";
import { openDemoProgramme } from "./programme.ts";
import { demoRewardsCsv } from "./rewards.ts";
import { demoStructures, demoSubsidiesCsv } from "./subsidies.ts";

/** The registrar records the conventions of the demo's structures, in force since the beginning of the year. */
export async function seedConventions(chain: Chain, { slug: region }: Region, year: number): Promise<void> {
  const registrar = await signerFor(chain, "registrar");
  for (const { account, siret, acceptedSharePercent } of demoStructures()) {
    await recordConvention({
      chain,
      region,
      registrar,
      account,
      acceptedShareBps: acceptedSharePercent * 100,
      since: Date.UTC(year, 0, 1) / 1000,
      conventionHash: id(`Convention ${year} ${siret} (démonstration)`),
    });
  }
}

/**
 * Pays the rewards or the subsidies of the demo: the steps of `npm run reward` and `npm run subsidy`, each by its office,
 * in this process, so that the demo starts soon. Returns how many payments were made and their sum in cents.
 */
export async function seedList(
  chain: Chain,
  region: Region,
  purpose: "reward" | "subsidy",
  year: number,
  folder: string,
): Promise<{ payments: number; cents: bigint }> {
  const csv = purpose === "reward" ? demoRewardsCsv({ year }) : demoSubsidiesCsv({ year });
  const name = `${purpose === "reward" ? "rewards" : "subsidies"}-${year}.csv`;
  writeFileSync(join(folder, name), csv);
  const { programmeId } = await openDemoProgramme(chain, region, purpose, year);
  const file = { name, bytes: new TextEncoder().encode(csv) };
  const planned = await planBonus({ chain, region: region.slug, programme: Number(programmeId), file });
  if ("errors" in planned) throw new Failure(3, "start.noPlan");
  const plan = planned.plan.planHash;
  const officer = await signerFor(chain, "rewardOfficer");
  await proposeBonus({ chain, plan, officer });
  await approveBonus({ chain, plan, approver: await signerFor(chain, "approver"), confirm: async () => {} });
  return await runBonus({ chain, plan, officer });
}
