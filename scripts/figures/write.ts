// SPDX-License-Identifier: EUPL-1.2
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Deployment } from "@monnaie-commune/sdk/deployments";
import { figuresOf, type Figures } from "@monnaie-commune/sdk/ledger/figures/figures";
import { openDataFiles } from "@monnaie-commune/sdk/ledger/figures/open-data";
import type { Chain } from "../lib/network.ts";
import { readRegionJournal } from "../lib/region-journal.ts";
import { writeWhole } from "../lib/write-whole.ts";

/** Computes a region's figures from its journal and writes them as open data. The files of an earlier day are replaced. */
export async function writeFigures(
  chain: Chain,
  deployment: Deployment,
  folder: string,
  isProgressShown: boolean,
): Promise<{ figures: Figures; files: string[] }> {
  const { journal, at } = await readRegionJournal(chain, deployment, isProgressShown);
  const figures = figuresOf(journal, at);
  const { region, chainId, contracts } = deployment;
  mkdirSync(folder, { recursive: true });
  const files = openDataFiles(figures, { region, chainId, token: contracts.RegionalToken.address });
  for (const [name, text] of files) writeWhole(join(folder, name), text);
  return { figures, files: [...files.keys()] };
}
