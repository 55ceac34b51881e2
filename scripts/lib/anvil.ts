// SPDX-License-Identifier: EUPL-1.2
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Failure } from "./failure.ts";
import { firstFreePort, HOST, type LocalChain } from "./local-chain.ts";
import { connect, LOCAL_CHAIN_ID } from "./network.ts";

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

/**
 * anvil as the development chain, on the first free port from `firstPort` on, or on any. It shares no code with Hardhat's
 * own, and answers what the explorer Otterscan asks. The program itself is started: its package's launcher ends with 0
 * whatever happens.
 */
export async function startAnvil(firstPort?: number): Promise<LocalChain> {
  const path = anvilPath();
  if (path === undefined) throw new Failure(1, "chain.noAnvil");
  const wanted = firstPort === undefined ? 0 : await firstFreePort(firstPort);
  const place = ["--host", HOST, "--port", String(wanted), "--chain-id", String(LOCAL_CHAIN_ID)];
  // As many accounts with coin as Hardhat's chain has.
  const options = [...place, "--accounts", "20", "--hardfork", "prague"];
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
    chain,
    url,
    port: Number(new URL(url).port),
    async close() {
      process.off("exit", stop);
      await chain.close();
      const ended = once(program, "exit");
      stop();
      await ended;
    },
  };
}
