// SPDX-License-Identifier: EUPL-1.2
import { SECONDS_PER_DAY } from "@monnaie-commune/sdk/days";
import type { ListPurpose } from "@monnaie-commune/sdk/purposes";
import type { Region } from "@monnaie-commune/sdk/regions";
import { id } from "ethers";
import { attestEuros, openProgramme } from "../bonus/fund.ts";
import type { Chain } from "../lib/network.ts";
import { signerFor } from "../lib/signers.ts";

const DAYS_OPEN = 365;

/** What the council of the demo set aside for a purpose in the currency, in cents, and under which papers. */
const DECISIONS: Record<ListPurpose, { budget: bigint; decision: string; order: string; title: string }> = {
  bonus: { budget: 200_000_00n, decision: "12-CP-07", order: "4711", title: "prime de fin d’année" },
  reward: { budget: 10_000_00n, decision: "06-CP-12", order: "4712", title: "récompenses" },
  subsidy: { budget: 60_000_00n, decision: "01-CP-03", order: "4713", title: "subventions" },
};

/** The council opens a programme and the treasurer attests its euros, in cents: what precedes a run. */
export async function openDemoProgramme(
  chain: Chain,
  { slug: region }: Region,
  purpose: ListPurpose,
  year: number,
): Promise<{ programmeId: bigint; budget: bigint }> {
  const { budget, decision, order, title } = DECISIONS[purpose];
  const opensAt = (await chain.provider.getBlock("latest"))?.timestamp ?? 0;
  const { programmeId } = await openProgramme({
    chain,
    region,
    council: await signerFor(chain, "council"),
    purpose,
    budget,
    opensAt,
    closesAt: opensAt + DAYS_OPEN * Number(SECONDS_PER_DAY),
    decisionHash: id(`Délibération ${year}-${decision}, ${title} (démonstration)`),
  });
  await attestEuros({
    chain,
    region,
    treasurer: await signerFor(chain, "treasurer"),
    programme: Number(programmeId),
    amount: budget,
    orderHash: id(`Mandat ${year}-${order}, ${title} (démonstration)`),
  });
  return { programmeId, budget };
}
