// SPDX-License-Identifier: EUPL-1.2
import { parseEther } from "ethers";
import { join } from "node:path";
import { deploySystem } from "../../../scripts/lib/deploy-system.ts";
import { deploymentPath, fileStore } from "../../../scripts/lib/deployment-file.ts";
import { loadRegion } from "../../../scripts/lib/region-file.ts";
import { signerFor } from "../../../scripts/lib/signers.ts";
import { startRelay } from "../../../scripts/relay/start-relay.ts";
import { PAST_DAYS } from "../seed.ts";
import { startChainInThePast, type TestChain } from "./chain.ts";
import { writePast } from "./past.ts";

const FIRST_RELAY_PORT = 18_650;
const DAILY_BUDGET = parseEther("1");
const REGION = "centre-val-de-loire";

/**
 * Starts the chain, deploys the region, writes its past and opens a relay for the pages of a site. The dApp's server finds
 * them by the environment.
 */
export async function startStack(folder: string, site: string): Promise<TestChain> {
  const region = loadRegion(REGION);
  const started = await startChainInThePast(PAST_DAYS);
  const { chain, url } = started;
  const folders = {
    DEPLOYMENTS_FOLDER: folder,
    RUNS_FOLDER: join(folder, "runs"),
    RELAY_FOLDER: join(folder, "relay"),
  };
  Object.assign(process.env, { ...folders, RPC_URL: url, REGION, CHAIN_ID: String(chain.chainId) });
  const store = fileStore(deploymentPath(chain.chainId, region.slug));
  const { deployment } = await deploySystem(chain, region, await signerFor(chain, "deployer"), store);
  await writePast(started, region, deployment);
  const wallet = await signerFor(chain, "relay");
  const options = { chain, region: REGION, wallet, dailyBudget: DAILY_BUDGET, log: () => {} };
  const relay = await startRelay(options, { port: FIRST_RELAY_PORT, origins: [site], perHour: 1_000 });
  process.env.RELAY_URL = relay.url;
  return {
    ...started,
    async close() {
      await relay.close();
      await started.close();
    },
  };
}
