// SPDX-License-Identifier: EUPL-1.2
import type { ContractName, Deployment } from "@monnaie-commune/sdk/deployments";
import { programOf } from "@monnaie-commune/sdk/runtime-code";
import { Interface, toQuantity } from "ethers";
import type { Hex } from "viem";
import type { CompiledContract } from "../lib/compiled-contract.ts";
import { FACTORIES } from "../lib/deploy-contracts.ts";
import type { Chain } from "../lib/network.ts";

type Deployed = Deployment["contracts"][ContractName];

/** The transaction that created a contract, and what it sent. */
export type Creation = { transaction: Hex; input: Hex };

/** Constructor arguments as the chain takes them. */
export function encodedArguments(name: ContractName, args: unknown[]): Hex {
  return new Interface(FACTORIES[name].abi).encodeDeploy(args) as Hex;
}

/** The creation of a contract, by the block the deployment names; undefined when it is not in there, or no longer known. */
export async function creationOf({ provider }: Chain, { address, block }: Deployed): Promise<Creation | undefined> {
  const found = (await provider.send("eth_getBlockByNumber", [toQuantity(block), true])) as {
    transactions: { hash: Hex; to: Hex | null; input: Hex }[];
  } | null;
  for (const { hash, to, input } of found?.transactions ?? []) {
    if (to !== null) continue;
    const receipt = await provider.getTransactionReceipt(hash);
    if (receipt?.contractAddress?.toLowerCase() === address.toLowerCase()) return { transaction: hash, input };
  }
  return undefined;
}

/** Whether a creation sent the program of a contract, followed by these arguments and nothing else. */
export function isCreationOf({ input }: Creation, { creation }: CompiledContract, encoded: Hex): boolean {
  const words = encoded.slice(2);
  if (!input.endsWith(words)) return false;
  const code = input.slice(0, input.length - words.length) as Hex;
  return programOf(code) === programOf(creation);
}
