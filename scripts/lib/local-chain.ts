// SPDX-License-Identifier: EUPL-1.2
import { createServer as createProbe } from "node:net";
import { network } from "hardhat";
import { type Chain, connect } from "./network.ts";

export const HOST = "127.0.0.1";

/** A development chain in this process, open to the dApp and to other terminals on the loopback interface only. */
export type LocalChain = { chain: Chain; url: string; port: number; close(): Promise<void> };

/** Starts a fresh development chain on the first free port from `firstPort` on. */
export async function startLocalChain(firstPort: number): Promise<LocalChain> {
  const port = await firstFreePort(firstPort);
  const server = await network.createServer("local", HOST, port);
  await server.listen();
  const url = `http://${HOST}:${port}`;
  const chain = await connect("localhost", { url });
  return {
    chain,
    url,
    port,
    async close() {
      await chain.close();
      await server.close();
    },
  };
}

/** The first port from `first` on that nothing listens on, on the loopback interface. */
export async function firstFreePort(first: number): Promise<number> {
  for (let port = first; port < first + 100; port++) if (await isFree(port)) return port;
  throw new Error(`No free port from ${first} to ${first + 99}`);
}

async function isFree(port: number): Promise<boolean> {
  return await new Promise((resolve) => {
    const probe = createProbe();
    probe.once("error", () => resolve(false));
    probe.listen(port, HOST, () => probe.close(() => resolve(true)));
  });
}
