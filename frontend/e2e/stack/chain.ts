// SPDX-License-Identifier: EUPL-1.2
import { network } from "hardhat";
import { firstFreePort, HOST } from "../../../scripts/lib/local-chain.ts";
import { type Chain, connect } from "../../../scripts/lib/network.ts";

const FIRST_PORT = 18_545;

/** A development chain that began some days ago, so that a past can be written on it. */
export type TestChain = {
  chain: Chain;
  url: string;
  /** Goes on at so many days before now; 0 brings the chain to the present. */
  moveTo(daysAgo: number): Promise<void>;
  close(): Promise<void>;
};

const secondsAgo = (days: number) => Math.floor(Date.now() / 1000) - days * 86_400;

export async function startChainInThePast(days: number): Promise<TestChain> {
  const port = await firstFreePort(FIRST_PORT);
  const override = { initialDate: new Date(secondsAgo(days) * 1000) };
  const server = await network.createServer({ network: "local", override }, HOST, port);
  await server.listen();
  const url = `http://${HOST}:${port}`;
  const chain = await connect("localhost", { url });
  return {
    chain,
    url,
    async moveTo(daysAgo) {
      await chain.provider.send("evm_setNextBlockTimestamp", [secondsAgo(daysAgo)]);
      await chain.provider.send("evm_mine", []);
    },
    async close() {
      await chain.close();
      await server.close();
    },
  };
}
