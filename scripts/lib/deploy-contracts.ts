// SPDX-License-Identifier: EUPL-1.2
import { CONTRACT_NAMES, type ContractName, type Deployment } from "@monnaie-commune/sdk/deployments";
import type { Region } from "@monnaie-commune/sdk/regions";
import { ContractFactory, type Provider, type TransactionReceipt, type Wallet, keccak256 } from "ethers";
import {
  AccessManager__factory,
  AuthorizationBatch__factory,
  Issuance__factory,
  MerchantRegistry__factory,
  Redemptions__factory,
  RegionalToken__factory,
} from "../../types/ethers-contracts/index.js";
import { isOurCode, publishedCode } from "./deployed-code.ts";
import type { DeploymentDraft, DeploymentStore } from "./deployment-file.ts";
import { Failure } from "./failure.ts";

/** What Hardhat built of each contract, with its types. */
export const FACTORIES = {
  AccessManager: AccessManager__factory,
  RegionalToken: RegionalToken__factory,
  MerchantRegistry: MerchantRegistry__factory,
  Issuance: Issuance__factory,
  Redemptions: Redemptions__factory,
  AuthorizationBatch: AuthorizationBatch__factory,
};

type Deployed = Deployment["contracts"][ContractName];

/** Told of each contract as soon as it stands, with `isNew` false when it stood already. */
export type ContractListener = (name: ContractName, contract: Deployed, isNew: boolean) => void;

/**
 * Creates the contracts a draft does not have yet, in the order in which they know each other, and saves each as soon as
 * it stands. The creation is saved before it is broadcast, so that a run killed in between waits for it instead of
 * creating the contract twice.
 * @param confirmations Blocks to wait for, the one that holds the creation included.
 * @throws Failure when the code at a known address is not ours.
 */
export async function deployContracts(
  deployer: Wallet,
  region: Region,
  draft: DeploymentDraft,
  store: DeploymentStore,
  confirmations: number,
  listener: ContractListener,
): Promise<Deployment["contracts"]> {
  const provider = providerOf(deployer);
  for (const name of CONTRACT_NAMES) {
    const known = draft.contracts[name];
    if (known !== undefined) {
      if (!(await isOurCode(provider, name, known.address))) {
        throw new Failure(3, "deploy.otherCode", { name, address: known.address });
      }
      listener(name, known, false);
      continue;
    }
    const args = argumentsOf(name, region, draft, deployer);
    const receipt = (await receiptOfSent(name)) ?? (await create(name, args));
    if (receipt.status !== 1 || receipt.contractAddress === null) throw new Failure(3, "deploy.notCreated", { name });
    const address = receipt.contractAddress as Deployed["address"];
    const contract = { address, block: receipt.blockNumber, args, code: await publishedCode(name) };
    draft.contracts[name] = contract;
    delete draft.sending;
    store.save(draft);
    listener(name, contract, true);
  }
  return draft.contracts as Deployment["contracts"];

  async function receiptOfSent(name: ContractName): Promise<TransactionReceipt | undefined> {
    if (draft.sending?.contract !== name) return undefined;
    const response = await provider.getTransaction(draft.sending.transaction);
    return (await response?.wait(confirmations)) ?? undefined;
  }

  async function create(name: ContractName, args: unknown[]): Promise<TransactionReceipt> {
    const { abi, bytecode } = FACTORIES[name];
    const request = await new ContractFactory(abi, bytecode).getDeployTransaction(...args);
    const signed = await deployer.signTransaction(await deployer.populateTransaction(request));
    draft.sending = { contract: name, transaction: keccak256(signed) };
    store.save(draft);
    const response = await provider.broadcastTransaction(signed);
    const receipt = await response.wait(confirmations);
    if (receipt === null) throw new Failure(2, "deploy.notConfirmed", { name });
    return receipt;
  }
}

/** The constructor's arguments, as the deployment file keeps them. */
function argumentsOf(name: ContractName, region: Region, { contracts }: DeploymentDraft, deployer: Wallet): unknown[] {
  const manager = contracts.AccessManager?.address;
  if (name === "AccessManager") return [deployer.address];
  if (name === "RegionalToken") return [tokenParameters(region), manager];
  const token = contracts.RegionalToken?.address;
  if (name === "AuthorizationBatch") return [token];
  return name === "Redemptions"
    ? [manager, token, contracts.MerchantRegistry?.address, redemptionParameters(region)]
    : [manager, token];
}

/** What exits to euros begin with; the ceiling of the fee is for ever. */
export function redemptionParameters({ exits }: Region) {
  return { feeBps: exits.feeBps, feeCeilingBps: exits.feeCeilingBps, monthlyAllowance: exits.monthlyAllowanceCents };
}

/** What the token is created with; for ever, but for the rates. */
export function tokenParameters({ name, currency, site }: Region) {
  const metadata = {
    name: currency.name.fr,
    symbol: currency.symbol,
    description: `${currency.name.fr} (${name.fr}). ${currency.name.en} (${name.en}).`,
    external_link: site.url,
  };
  return {
    name: currency.tokenName,
    symbol: currency.symbol,
    contractURI: `data:application/json;base64,${Buffer.from(JSON.stringify(metadata)).toString("base64")}`,
    cap: currency.capCents,
    ordinaryRateBps: currency.ordinaryRateBps,
    merchantRateBps: currency.merchantRateBps,
    rateCeilingBps: currency.rateCeilingBps,
  };
}

function providerOf({ provider }: Wallet): Provider {
  if (provider === null) throw new TypeError("The deployer's wallet is not connected to a chain");
  return provider;
}
