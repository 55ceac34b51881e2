// SPDX-License-Identifier: EUPL-1.2
import { id } from "ethers";
import { attestEuros, openProgramme } from "../../scripts/bonus/fund.ts";
import { deploySystem } from "../../scripts/lib/deploy-system.ts";
import { memoryStore } from "../../scripts/lib/deployment-file.ts";
import { type LocalChain, startLocalChain } from "../../scripts/lib/local-chain.ts";
import { loadRegion } from "../../scripts/lib/region-file.ts";
import { signerFor } from "../../scripts/lib/signers.ts";
import { type Folders, freshFolders, REGION } from "./bonus.ts";

/** A chain other processes reach over HTTP, with a region and a bonus programme of 200,000.00 on it. */
export async function startBonusChain(): Promise<{ local: LocalChain; folders: Folders }> {
  const local = await startLocalChain(20_000 + Math.floor(Math.random() * 20_000));
  const { chain } = local;
  const deployer = await signerFor(chain, "deployer");
  const { deployment } = await deploySystem(chain, loadRegion(REGION), deployer, memoryStore());
  const folders = freshFolders(deployment);
  const place = { chain, region: REGION, ...folders };
  const now = Math.floor(Date.now() / 1_000);
  await openProgramme({
    ...place,
    council: await signerFor(chain, "council"),
    purpose: "bonus",
    budget: 20_000_000n,
    opensAt: now - 86_400,
    closesAt: now + 90 * 86_400,
    decisionHash: id("decision"),
  });
  const treasurer = await signerFor(chain, "treasurer");
  await attestEuros({ ...place, treasurer, programme: 1, amount: 20_000_000n, orderHash: id("order") });
  return { local, folders };
}
