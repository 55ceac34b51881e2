// SPDX-License-Identifier: EUPL-1.2
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { CONTRACT_NAMES, type ContractName, type Deployment } from "@monnaie-commune/sdk/deployments";
import { id } from "ethers";
import { type CompilerInput, compilerInputHash, inputText } from "./compiler-input.ts";
import { Failure } from "./failure.ts";
import { type Chain, genesisHashOf } from "./network.ts";

/** A deployment under way: some contracts may be missing, and the creation of one may be on its way. */
export type DeploymentDraft = Omit<Deployment, "contracts"> & {
  contracts: Partial<Deployment["contracts"]>;
  sending?: { contract: ContractName; transaction: string };
};

/** Where a deployment is remembered between two runs. */
export type DeploymentStore = {
  load(): DeploymentDraft | undefined;
  save(draft: DeploymentDraft): void;
  /** Keeps what the compiler got, under its hash. */
  keepInput(input: CompilerInput): void;
};

/** The folder of the deployment files: `deployments`, or what DEPLOYMENTS_FOLDER says (a test's own, for instance). */
export function deploymentsFolder(): string {
  return resolve(process.env.DEPLOYMENTS_FOLDER ?? fileURLToPath(new URL("../../deployments", import.meta.url)));
}

export function deploymentPath(chainId: number, region: string, folder = deploymentsFolder()): string {
  return join(folder, String(chainId), `${region}.json`);
}

/** A store on disk. Every save replaces the file at once, so that a killed run leaves the state before or after. */
export function fileStore(path: string): DeploymentStore {
  return {
    load: () => (existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as DeploymentDraft) : undefined),
    save: (draft) => writeJson(path, draft),
    keepInput: (input) => keepInput(path, input),
  };
}

/** A store that lasts as long as the process. */
export function memoryStore(): DeploymentStore {
  let kept: DeploymentDraft | undefined;
  return { load: () => kept, save: (draft) => (kept = structuredClone(draft)), keepInput: () => {} };
}

/** Where what the compiler got for a deployment is kept, byte for byte: anybody can compile it again. */
export function inputPath(deployment: string, hash: string): string {
  return join(dirname(deployment), "compiler-input", `${hash}.json`);
}

function keepInput(deployment: string, input: CompilerInput): void {
  const text = inputText(input);
  const path = inputPath(deployment, id(text));
  if (!existsSync(path)) replaceFile(path, text);
}

/** Writes a JSON file with sorted keys, at once. */
export function writeJson(path: string, value: unknown): void {
  replaceFile(path, `${JSON.stringify(sorted(value), undefined, 2)}\n`);
}

function replaceFile(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const unfinished = `${path}.${process.pid}.tmp`;
  writeFileSync(unfinished, text);
  renameSync(unfinished, path);
}

/**
 * The deployment of a region on a chain.
 * @throws Failure when there is none, it is not complete, or it was made on a chain that no longer exists.
 */
export async function loadDeployment(chain: Chain, region: string, folder = deploymentsFolder()): Promise<Deployment> {
  const draft = fileStore(deploymentPath(chain.chainId, region, folder)).load();
  const place = { region, network: chain.name };
  if (draft === undefined) throw new Failure(1, "common.notDeployed", place);
  if (draft.genesisHash !== (await genesisHashOf(chain))) throw new Failure(1, "common.chainRestarted", place);
  if (isComplete(draft)) return draft;
  const missing = CONTRACT_NAMES.filter((name) => draft.contracts[name] === undefined).join(", ");
  // Deploying again finishes what the same contracts began; those of another version it would refuse.
  if (draft.compilerInputHash === (await compilerInputHash()))
    throw new Failure(2, "common.deploymentUnfinished", place);
  throw new Failure(3, "common.deploymentEarlier", { ...place, missing });
}

export function isComplete(draft: DeploymentDraft): draft is Deployment {
  return CONTRACT_NAMES.every((name) => draft.contracts[name] !== undefined);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value === "bigint") return value.toString();
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, part]) => [key, sorted(part)]));
}
