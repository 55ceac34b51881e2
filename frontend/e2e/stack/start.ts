// SPDX-License-Identifier: EUPL-1.2
import { deploySystem } from "../../../scripts/lib/deploy-system.ts";
import { deploymentPath, fileStore } from "../../../scripts/lib/deployment-file.ts";
import { loadRegion } from "../../../scripts/lib/region-file.ts";
import { signerFor } from "../../../scripts/lib/signers.ts";
import { PAST_DAYS } from "../seed.ts";
import { startChainInThePast, type TestChain } from "./chain.ts";
import { writePast } from "./past.ts";

const REGION = "centre-val-de-loire";

/** Starts the chain, deploys the region and writes its past. The dApp's server finds them by the environment. */
export async function startStack(folder: string): Promise<TestChain> {
  const region = loadRegion(REGION);
  const started = await startChainInThePast(PAST_DAYS);
  const { chain, url } = started;
  Object.assign(process.env, { DEPLOYMENTS_FOLDER: folder, RPC_URL: url, REGION, CHAIN_ID: String(chain.chainId) });
  const store = fileStore(deploymentPath(chain.chainId, region.slug));
  const { deployment } = await deploySystem(chain, region, await signerFor(chain, "deployer"), store);
  await writePast(started, region, deployment);
  return started;
}
