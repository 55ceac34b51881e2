// SPDX-License-Identifier: EUPL-1.2
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { CONTRACT_NAMES, type ContractName } from "@monnaie-commune/sdk/deployments";
import { id } from "ethers";
import { config } from "hardhat";
import { compiledContract, type CompiledContract, type CompilerOutput } from "./compiled-contract.ts";
import type { Target } from "./compiler-input.ts";
import { Failure } from "./failure.ts";
import { writeWhole } from "./write-whole.ts";

const require = createRequire(import.meta.url);

/** Of what is remembered: another number when more is. */
const FORMAT = 2;

export type Recompiled = Record<ContractName, CompiledContract>;

/**
 * Compiles the contracts of a region anew from an input's text, with the compiler pinned in package.json and nothing of
 * Hardhat. Half a minute; what came out is remembered by the hash of the input, unless `force` asks for it anew.
 */
export async function recompile(input: string, { force = false }: { force?: boolean } = {}): Promise<Recompiled> {
  const { version } = require("solc/package.json") as { version: string };
  const folder = join(config.paths.cache, "recompiled");
  const file = join(folder, `${FORMAT}-${version}-${id(input)}.json`);
  if (!force && existsSync(file)) return JSON.parse(readFileSync(file, "utf8")) as Recompiled;
  const output = await compile(input);
  const contracts = CONTRACT_NAMES.map((name) => [name, compiledContract(output, targetIn(output, name))] as const);
  const recompiled = Object.fromEntries(contracts) as Recompiled;
  mkdirSync(folder, { recursive: true });
  writeWhole(file, JSON.stringify(recompiled));
  return recompiled;
}

/**
 * Runs the compiler, beside what else this process does.
 * @throws Failure when the sources do not compile.
 */
export async function compile(input: string): Promise<CompilerOutput> {
  const worker = new Worker(new URL("compile-worker.mjs", import.meta.url), { workerData: input });
  const [answer] = (await once(worker, "message")) as [string];
  await worker.terminate();
  const output = JSON.parse(answer) as CompilerOutput;
  const error = output.errors?.find(({ severity }) => severity === "error");
  if (error !== undefined) throw new Failure(3, "verify.notCompiled", { reason: error.formattedMessage.trim() });
  return output;
}

/** The only contract of that name which has code; interfaces have none. */
function targetIn({ contracts }: CompilerOutput, name: ContractName): Target {
  const [source, another] = Object.keys(contracts).filter((path) => contracts[path]?.[name]?.evm.bytecode.object);
  if (source === undefined || another !== undefined) throw new Failure(3, "verify.noContract", { name });
  return { source, name };
}
