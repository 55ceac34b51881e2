// SPDX-License-Identifier: EUPL-1.2
import type { Deployment } from "@monnaie-commune/sdk/deployments";
import { ADMIN_ROLE, ROLES } from "@monnaie-commune/sdk/generated/roles";
import { findActs } from "@monnaie-commune/sdk/ledger/find-acts";
import type { Region } from "@monnaie-commune/sdk/regions";
import type { Wallet } from "ethers";
import { type AccessStep, type Holders, isWired, missingAccessSteps } from "./access-steps.ts";
import { compilerInput, compilerInputHash } from "./compiler-input.ts";
import { type ContractListener, deployContracts } from "./deploy-contracts.ts";
import type { DeploymentDraft, DeploymentStore } from "./deployment-file.ts";
import { Failure } from "./failure.ts";
import { type Chain, genesisHashOf } from "./network.ts";
import { sourceOf } from "./region-journal.ts";
import { type System, systemAt } from "./system.ts";

/** Told of what happens; `calls` is 0 when the step was done before. */
export type DeploymentListener = {
  contract: ContractListener;
  step(key: AccessStep["key"] | "handover", calls: number): void;
};

const SILENT: DeploymentListener = { contract() {}, step() {} };

/**
 * Deploys a region: contracts, roles, hand-over to its holders; the deployer holds nothing afterwards. Each step looks at
 * the chain first and does what is missing, so calling it again goes on, or changes nothing.
 * @throws Failure when the holders are missing, the deployment is another chain's, or somebody else administers it.
 */
export async function deploySystem(
  chain: Chain,
  region: Region,
  deployer: Wallet,
  store: DeploymentStore,
  listener: DeploymentListener = SILENT,
): Promise<{ deployment: Deployment; system: System }> {
  const holders = holdersOn(chain, region, deployer);
  const { confirmations } = chain.rules;
  const draft = await draftOf(chain, region, store);
  if (draft.compilerInputHash === (await compilerInputHash())) store.keepInput(await compilerInput());
  const contracts = await deployContracts(deployer, region, draft, store, confirmations, listener.contract);
  const deployment: Deployment = { ...draft, contracts };
  const system = systemAt(deployment, deployer);

  const [deployerIsAdmin] = await system.manager.hasRole(ADMIN_ROLE, deployer);
  if (deployerIsAdmin) {
    const { address, block: fromBlock } = contracts.AccessManager;
    const steps = await missingAccessSteps(system, region, holders, async (event) => {
      return await findActs(sourceOf(chain), { contract: "AccessManager", address, event }, { fromBlock });
    });
    for (const { key, calls } of steps) {
      if (calls.length > 0) await (await system.manager.multicall(calls)).wait(confirmations);
      listener.step(key, calls.length);
    }
    await checkCouncil(system, holders);
    await (await system.manager.renounceRole(ADMIN_ROLE, deployer)).wait(confirmations);
    listener.step("handover", 1);
  } else {
    await checkCouncil(system, holders);
    listener.step("handover", 0);
  }
  await checkHandedOver(system, deployer);
  return { deployment, system };
}

/** Who holds the roles on this chain. */
export function holdersOn(chain: Chain, region: Region, deployer: Wallet): Holders {
  const holders = region.holders[String(chain.chainId)];
  if (holders === undefined) {
    throw new Failure(3, "deploy.noHolders", { region: region.slug, chainId: chain.chainId });
  }
  const mine = Object.entries(holders).find(([, accounts]) =>
    accounts.some((account) => account.toLowerCase() === deployer.address.toLowerCase()),
  );
  if (mine !== undefined) throw new Failure(1, "deploy.deployerIsHolder", { role: mine[0], address: deployer.address });
  return holders;
}

async function draftOf(chain: Chain, region: Region, store: DeploymentStore): Promise<DeploymentDraft> {
  const genesisHash = await genesisHashOf(chain);
  const known = store.load();
  if (known !== undefined && known.genesisHash === genesisHash) return known;
  // A local chain that was started again has forgotten everything; on a live one this is another chain.
  if (known !== undefined && chain.isLive) throw new Failure(3, "deploy.otherGenesis", { network: chain.name });
  return {
    region: region.slug,
    chainId: chain.chainId,
    genesisHash,
    compilerInputHash: await compilerInputHash(),
    contracts: {},
  };
}

/** Nobody could ever grant a role again if the deployer left without the council in place. */
async function checkCouncil({ manager }: System, holders: Holders): Promise<void> {
  for (const account of holders.COUNCIL) {
    const [isMember] = await manager.hasRole(ADMIN_ROLE, account);
    if (!isMember) throw new Failure(3, "deploy.councilMissing", { address: account });
  }
}

async function checkHandedOver(system: System, deployer: Wallet): Promise<void> {
  for (const role of [ADMIN_ROLE, ...Object.values(ROLES)]) {
    const { since } = await system.manager.getAccess(role, deployer);
    if (since !== 0n) throw new Failure(3, "deploy.deployerHoldsRole", { role: role.toString() });
  }
  if (!(await isWired(system))) throw new Failure(3, "deploy.rewired");
}
