// SPDX-License-Identifier: EUPL-1.2
import { join } from "node:path";
import { CONTRACT_NAMES, type ContractName } from "@monnaie-commune/sdk/deployments";
import { id } from "ethers";
import { artifacts, config, solidity } from "hardhat";

/** What the compiler gets, in its own standard JSON: everything that decides what code comes out. */
export type CompilerInput = {
  language: string;
  settings: {
    remappings?: string[];
    outputSelection: Record<string, Record<string, string[]>>;
    [other: string]: unknown;
  };
  sources: Record<string, { content: string }>;
};

/** A contract as the compiler knows it: in which source, by which name. */
export type Target = { source: string; name: string };

/** What we want to know of each contract; it changes nothing in the code. */
const OUTPUT = {
  "*": {
    "": ["ast"],
    "*": ["abi", "metadata", "userdoc", "evm.bytecode.object", "evm.deployedBytecode.object"].concat(
      "evm.deployedBytecode.immutableReferences",
    ),
  },
};

let known: Promise<CompilerInput> | undefined;

/** The input for the contracts of a region, and for nothing else: from the sources as they are on the disk now. */
export async function compilerInput(): Promise<CompilerInput> {
  known ??= makeInput();
  return await known;
}

/** The input as it is kept beside a deployment, and whose hash the deployment has. */
export function inputText(input: CompilerInput): string {
  return JSON.stringify(input);
}

/** keccak256 of the input's text: sources and settings, byte for byte. */
export async function compilerInputHash(): Promise<`0x${string}`> {
  return id(inputText(await compilerInput())) as `0x${string}`;
}

/** Where the compiler finds a contract. */
export async function targetOf(name: ContractName): Promise<Target> {
  const { inputSourceName, contractName } = (await artifacts.readArtifact(name)) as {
    inputSourceName?: string;
    contractName: string;
  };
  if (inputSourceName === undefined) throw new Error(`${name} was not compiled from a source`);
  return { source: inputSourceName, name: contractName };
}

async function makeInput(): Promise<CompilerInput> {
  const roots = await Promise.all(CONTRACT_NAMES.map(rootOf));
  const found = await solidity.getCompilationJobs(roots, { force: true, quiet: true, isolated: false });
  if (!found.success) throw new Error("The contracts cannot be compiled");
  const [job, another] = new Set(found.compilationJobsPerFile.values());
  if (job === undefined || another !== undefined) throw new Error("The contracts are not compiled in one go");
  const { language, settings, sources } = await job.getSolcInput();
  return { language, settings: { ...settings, outputSelection: OUTPUT }, sources };
}

/** The file of a contract as Hardhat names it: with its package, or where it is. */
async function rootOf(name: ContractName): Promise<string> {
  const { sourceName } = await artifacts.readArtifact(name);
  const { source } = await targetOf(name);
  return source.startsWith("npm/") ? `npm:${sourceName}` : join(config.paths.root, sourceName);
}
