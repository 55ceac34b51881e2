// SPDX-License-Identifier: EUPL-1.2
import { SECONDS_PER_DAY } from "@monnaie-commune/sdk/days";
import type { Region } from "@monnaie-commune/sdk/regions";
import { id } from "ethers";
import { attestEuros, openProgramme } from "../bonus/fund.ts";
import type { Chain } from "../lib/network.ts";
import { signerFor } from "../lib/signers.ts";

const DAYS_OPEN = 365;

/** What the council of the demo set aside for year-end bonuses in the currency, in cents. */
export const DEMO_BUDGET = 200_000_00n;

/** The council opens a bonus programme and the treasurer attests its euros: what precedes a run. Returns its number. */
export async function openDemoProgramme(chain: Chain, { slug }: Region, year: number): Promise<bigint> {
  const opensAt = (await chain.provider.getBlock("latest"))?.timestamp ?? 0;
  const { programmeId } = await openProgramme({
    chain,
    region: slug,
    council: await signerFor(chain, "council"),
    purpose: "bonus",
    budget: DEMO_BUDGET,
    opensAt,
    closesAt: opensAt + DAYS_OPEN * Number(SECONDS_PER_DAY),
    decisionHash: id(`Délibération ${year}-12-CP-07, prime de fin d’année (démonstration)`),
  });
  await attestEuros({
    chain,
    region: slug,
    treasurer: await signerFor(chain, "treasurer"),
    programme: Number(programmeId),
    amount: DEMO_BUDGET,
    orderHash: id(`Mandat ${year}-4711, prime de fin d’année (démonstration)`),
  });
  return programmeId;
}
