// SPDX-License-Identifier: EUPL-1.2
import type { Deployment } from "@monnaie-commune/sdk/deployments";
import { id } from "ethers";
import type { Chain } from "../lib/network.ts";
import { signerFor } from "../lib/signers.ts";
import { systemAt } from "../lib/system.ts";

const PURPOSE_BONUS = 0;
const YEAR = 365 * 86_400;

/** What the council of the demo set aside for year-end bonuses in the currency, in cents. */
export const DEMO_BUDGET = 200_000_00n;

/** The council opens a bonus programme and the treasurer attests its euros: what precedes a run. Returns its number. */
export async function openDemoProgramme(chain: Chain, deployment: Deployment, year: number): Promise<bigint> {
  const council = await signerFor(chain, "council");
  const treasurer = await signerFor(chain, "treasurer");
  const { issuance } = systemAt(deployment, council);
  const opensAt = (await chain.provider.getBlock("latest"))?.timestamp ?? 0;
  const decision = id(`Délibération ${year}-12-CP-07, prime de fin d’année (démonstration)`);
  const order = id(`Mandat ${year}-4711, prime de fin d’année (démonstration)`);
  const opened = await issuance.openProgramme(PURPOSE_BONUS, DEMO_BUDGET, opensAt, opensAt + YEAR, decision);
  await opened.wait();
  const programmeId = await issuance.programmeCount();
  await (await issuance.connect(treasurer).attest(programmeId, DEMO_BUDGET, order)).wait();
  return programmeId;
}
