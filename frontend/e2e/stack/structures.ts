// SPDX-License-Identifier: EUPL-1.2
import { formatAmount } from "@monnaie-commune/sdk/amounts";
import { COLUMNS } from "@monnaie-commune/sdk/bonus/columns";
import { dayOf, isoDateOf } from "@monnaie-commune/sdk/days";
import type { Deployment } from "@monnaie-commune/sdk/deployments";
import { id } from "ethers";
import { recordConvention } from "../../../scripts/bonus/convention.ts";
import { attestEuros } from "../../../scripts/bonus/fund.ts";
import type { Chain } from "../../../scripts/lib/network.ts";
import { signerFor } from "../../../scripts/lib/signers.ts";
import { systemAt } from "../../../scripts/lib/system.ts";
import { STRUCTURES } from "../seed.ts";
import { payList } from "./bonus.ts";

const SUBSIDY_PROGRAMME = 2;
const DAY = 86_400;

/** Funds some shops of the register: each with a convention, the first with a subsidy. */
export async function fundStructures(
  chain: Chain,
  region: string,
  runs: string,
  deployment: Deployment,
): Promise<void> {
  const now = (await chain.provider.getBlock("latest"))?.timestamp ?? 0;
  const place = { chain, region, runs };
  const registrar = await signerFor(chain, "registrar");
  const { registry } = systemAt(deployment, registrar);
  for (const { shop, siret, heldForDays, acceptedShareBps, subsidy } of STRUCTURES) {
    const account = (await registry.merchants(shop, 1))[0]?.account ?? "";
    const convention = { acceptedShareBps, since: now - heldForDays * DAY, conventionHash: id(`convention ${shop}`) };
    await recordConvention({ ...place, registrar, account, ...convention });
    if (subsidy === 0n) continue;

    const programme = SUBSIDY_PROGRAMME;
    const treasurer = await signerFor(chain, "treasurer");
    await attestEuros({ ...place, treasurer, programme, amount: subsidy, orderHash: id(`order ${shop}`) });
    const planDate = isoDateOf(dayOf(now));
    const line = [siret, account, formatAmount(subsidy, "fr"), `CONV-${shop}`, planDate, acceptedShareBps / 100, "933"];
    const text = [COLUMNS.subsidy.join(";"), line.join(";"), ""].join("\n");
    const file = { name: "subsidies.csv", bytes: new TextEncoder().encode(text) };
    await payList({ ...place, programme, file, planDate, officer: await signerFor(chain, "rewardOfficer") });
  }
}
