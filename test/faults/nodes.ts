// SPDX-License-Identifier: EUPL-1.2
import { startAnvil } from "../../scripts/lib/anvil.ts";
import { startLocalChain } from "../../scripts/lib/local-chain.ts";
import type { Chain } from "../../scripts/lib/network.ts";

export const NODES = ["hardhat", "anvil"] as const;

/** Two implementations that share no code: Hardhat's own chain, and anvil, which can also reorganise its chain. */
export type NodeName = (typeof NODES)[number];

/** A node of our own on the loopback interface, and our own way to it, past every fault. */
export type FaultNode = {
  readonly name: NodeName;
  readonly url: string;
  readonly chain: Chain;
  send(method: string, params?: readonly unknown[]): Promise<unknown>;
  close(): Promise<void>;
};

export async function startNode(name: NodeName): Promise<FaultNode> {
  const { chain, url, close } = name === "anvil" ? await startAnvil() : await startLocalChain(firstPort());
  return { name, url, chain, send: sendTo(chain), close };
}

function sendTo({ provider }: Chain): FaultNode["send"] {
  return async (method, params = []) => (await provider.send(method, [...params])) as unknown;
}

let nextPort = 21_000 + Math.floor(Math.random() * 10_000);

/** Nodes that start at the same time look for a free port from different ones on. */
function firstPort(): number {
  nextPort += 100;
  return nextPort;
}
