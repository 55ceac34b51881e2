// SPDX-License-Identifier: EUPL-1.2
import { rmSync } from "node:fs";
import type { Region } from "@monnaie-commune/sdk/regions";
import { deploySystem } from "../lib/deploy-system.ts";
import { deploymentPath, fileStore } from "../lib/deployment-file.ts";
import { DEPLOYMENT_PRINTER } from "../lib/deployment-printer.ts";
import { merchantRecordsPath } from "../lib/merchant-records.ts";
import type { Chain } from "../lib/network.ts";
import { signerFor } from "../lib/signers.ts";

/** Deploys a region on a fresh development chain: what an earlier one left behind in `deployments` is gone with it. */
export async function deployDemo(chain: Chain, region: Region): Promise<void> {
  const path = deploymentPath(chain.chainId, region.slug);
  for (const leftover of [path, merchantRecordsPath(chain.chainId, region.slug)]) rmSync(leftover, { force: true });
  const deployer = await signerFor(chain, "deployer");
  await deploySystem(chain, region, deployer, fileStore(path), DEPLOYMENT_PRINTER);
}
