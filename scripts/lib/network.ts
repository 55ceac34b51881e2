// SPDX-License-Identifier: EUPL-1.2
import type { HardhatEthersProvider } from "@nomicfoundation/hardhat-ethers/types";
import { config, network } from "hardhat";
import type { NetworkConnection } from "hardhat/types/network";
import { type NetworkRules, rulesOf } from "../config/networks.ts";
import { Failure } from "./failure.ts";

export const LOCAL_CHAIN_ID = 31337;

/** A chain the verbs work on. */
export type Chain = {
  /** Name of the network in hardhat.config.ts. */
  readonly name: string;
  readonly chainId: number;
  /** Whether people's money is on it, or could be: everything but the development chain. */
  readonly isLive: boolean;
  readonly provider: HardhatEthersProvider;
  /** How we send and wait on it. */
  readonly rules: NetworkRules;
  close(): Promise<void>;
};

/**
 * Connects to a network of hardhat.config.ts and checks that the node is on the chain the configuration names.
 * @param options.url Another address for a network that is reached over HTTP.
 * @param options.rules What is different from the network's own rules this time.
 * @throws Failure when the network is unknown, the node does not answer, or it is on another chain.
 */
export async function connect(
  name: string,
  options: { url?: string; rules?: Partial<NetworkRules> } = {},
): Promise<Chain> {
  const known = config.networks[name];
  if (known === undefined) {
    throw new Failure(1, "common.unknownNetwork", { name, known: Object.keys(config.networks).join(", ") });
  }
  const connection =
    options.url === undefined
      ? await network.create(name)
      : await network.create({ network: name, override: { url: options.url } });
  const chain = await chainOf(connection);
  return { ...chain, rules: { ...chain.rules, ...options.rules } };
}

/** The chain of a connection that is open already. */
export async function chainOf(connection: NetworkConnection): Promise<Chain> {
  const { networkName, networkConfig } = connection;
  const { provider } = connection.ethers;
  const chainId = Number(BigInt((await provider.send("eth_chainId")) as string));
  if (networkConfig.chainId !== undefined && networkConfig.chainId !== chainId) {
    throw new Failure(1, "common.wrongChain", { name: networkName, expected: networkConfig.chainId, actual: chainId });
  }
  return {
    name: networkName,
    chainId,
    isLive: chainId !== LOCAL_CHAIN_ID,
    provider,
    rules: rulesOf(chainId),
    close: async () => await connection.close(),
  };
}

/** Hash of the chain's first block: another one means that a local chain was started again. */
export async function genesisHashOf(chain: Chain): Promise<`0x${string}`> {
  const block = (await chain.provider.send("eth_getBlockByNumber", ["0x0", false])) as { hash: `0x${string}` };
  return block.hash;
}
