// SPDX-License-Identifier: EUPL-1.2
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { HOST, startLocalChain } from "../../scripts/lib/local-chain.ts";
import { type Chain, connect, LOCAL_CHAIN_ID } from "../../scripts/lib/network.ts";

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

/** anvil's program in its npm package; undefined where there is no package for this machine. */
export function anvilPath(): string | undefined {
  const architecture = process.arch === "x64" ? "amd64" : process.arch;
  const name = `@foundry-rs/anvil-${process.platform}-${architecture}`;
  try {
    const folder = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
    const path = join(folder, "bin", process.platform === "win32" ? "anvil.exe" : "anvil");
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

export async function startNode(name: NodeName): Promise<FaultNode> {
  if (name === "anvil") return await startAnvil();
  const { chain, url, close } = await startLocalChain(firstPort());
  return { name, url, chain, send: sendTo(chain), close };
}

/** The program itself: the package's launcher ends with 0 whatever happens. */
async function startAnvil(): Promise<FaultNode> {
  const path = anvilPath();
  if (path === undefined) throw new Error("There is no anvil for this machine");
  const options = ["--host", HOST, "--port", "0", "--chain-id", String(LOCAL_CHAIN_ID), "--hardfork", "prague"];
  const program = spawn(path, options, { stdio: ["ignore", "pipe", "inherit"] });
  const stop = () => program.kill("SIGKILL");
  process.once("exit", stop);
  let printed = "";
  const url = await new Promise<string>((resolve, reject) => {
    program.once("error", reject);
    program.once("exit", () => reject(new Error(`anvil ended: ${printed}`)));
    program.stdout.on("data", function listen(part: Buffer) {
      printed += part.toString();
      const address = /Listening on (\S+)/u.exec(printed)?.[1];
      if (address === undefined) return;
      // It goes on printing each request, which has to be read and is for nobody.
      program.stdout.off("data", listen).resume();
      resolve(`http://${address}`);
    });
  });
  const chain = await connect("localhost", { url });
  return {
    name: "anvil",
    url,
    chain,
    send: sendTo(chain),
    async close() {
      process.off("exit", stop);
      await chain.close();
      const ended = once(program, "exit");
      stop();
      await ended;
    },
  };
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
