// SPDX-License-Identifier: EUPL-1.2
import { network } from "hardhat";
import { firstFreePort, HOST } from "../../scripts/lib/local-chain.ts";

/** A node of another chain: its address, and how many transactions an account sent there. */
export type OtherChain = { url: string; countOf(address: string): Promise<number>; close(): Promise<void> };

/** What a person gets who mistypes the address of the node. */
const OTHER_CHAIN_ID = 1;

let started: Promise<OtherChain> | undefined;

/** The same one for all cases: nothing is ever sent there. */
export async function otherChain(): Promise<OtherChain> {
  started ??= start();
  return await started;
}

export async function closeOtherChain(): Promise<void> {
  await (await started)?.close();
  started = undefined;
}

async function start(): Promise<OtherChain> {
  const port = await firstFreePort(35_000 + Math.floor(Math.random() * 5_000));
  const override = { chainId: OTHER_CHAIN_ID };
  const server = await network.createServer({ network: "local", override }, HOST, port);
  await server.listen();
  const url = `http://${HOST}:${port}`;
  return {
    url,
    async countOf(address) {
      const body = JSON.stringify({
        jsonrpc: "2.0",
        id: 1,
        method: "eth_getTransactionCount",
        params: [address, "latest"],
      });
      const response = await fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body });
      const { result } = (await response.json()) as { result: string };
      return Number(result);
    },
    close: async () => await server.close(),
  };
}
