// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from "node:fs";
import type { MerchantRecord } from "@monnaie-commune/sdk/merchants";
import { structuresOf } from "@monnaie-commune/sdk/structures/from-journal";
import type { StructureFigures } from "@monnaie-commune/sdk/structures/structures";
import { deploymentsFolder, loadDeployment } from "../lib/deployment-file.ts";
import { merchantRecordsPath } from "../lib/merchant-records.ts";
import type { Chain } from "../lib/network.ts";
import { readRegionJournal } from "../lib/region-journal.ts";

export type StructureReport = {
  structures: StructureFigures[];
  block: number;
  /** The public name of an account in the register of shops; empty for others. */
  nameOf: (account: string) => string;
};

/** What every funded structure did with the currency, read at one block. */
export async function readStructures(
  chain: Chain,
  region: string,
  isProgressShown: boolean,
  folder = deploymentsFolder(),
): Promise<StructureReport> {
  const deployment = await loadDeployment(chain, region, folder);
  const { journal, at } = await readRegionJournal(chain, deployment, isProgressShown);
  return {
    structures: structuresOf(journal, at),
    block: journal.toBlock,
    nameOf: namesIn(merchantRecordsPath(chain.chainId, region, folder)),
  };
}

/** Names from the file of public records beside the deployment, where there is one. */
function namesIn(path: string): (account: string) => string {
  let records: Record<string, MerchantRecord>;
  try {
    records = JSON.parse(readFileSync(path, "utf8")) as Record<string, MerchantRecord>;
  } catch {
    return () => "";
  }
  const names = new Map(Object.entries(records).map(([account, { name }]) => [account.toLowerCase(), name]));
  return (account) => names.get(account.toLowerCase()) ?? "";
}
