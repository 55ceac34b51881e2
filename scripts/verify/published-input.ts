// SPDX-License-Identifier: EUPL-1.2
import { existsSync, readFileSync } from "node:fs";
import { relative } from "node:path";
import type { Deployment } from "@monnaie-commune/sdk/deployments";
import { id } from "ethers";
import { type CompilerInput, compilerInput, inputText } from "../lib/compiler-input.ts";
import { deploymentPath, inputPath } from "../lib/deployment-file.ts";
import { Failure } from "../lib/failure.ts";

/**
 * The input kept beside a deployment.
 * @throws Failure when it is not there, or is not what the deployment's hash is of.
 */
export function keptInput({ chainId, region, compilerInputHash }: Deployment): string {
  const path = inputPath(deploymentPath(chainId, region), compilerInputHash);
  const file = relative(process.cwd(), path);
  if (!existsSync(path)) throw new Failure(3, "verify.noInput", { file });
  const text = readFileSync(path, "utf8");
  if (id(text) !== compilerInputHash) throw new Failure(3, "verify.changedInput", { file, hash: compilerInputHash });
  return text;
}

/**
 * The input that the sources of this folder make.
 * @throws Failure when it is not the deployment's, with the sources that differ where the deployment's are kept.
 */
export async function currentInput(deployment: Deployment): Promise<string> {
  const current = await compilerInput();
  const text = inputText(current);
  if (id(text) === deployment.compilerInputHash) return text;
  const published = JSON.parse(keptInput(deployment)) as CompilerInput;
  throw new Failure(3, "verify.otherSources", { sources: differences(published, current).join(", ") });
}

function differences(published: CompilerInput, current: CompilerInput): string[] {
  const names = new Set([...Object.keys(published.sources), ...Object.keys(current.sources)]);
  const sources = [...names].filter((name) => published.sources[name]?.content !== current.sources[name]?.content);
  const settings = JSON.stringify(published.settings) === JSON.stringify(current.settings) ? [] : ["settings"];
  return [...sources.toSorted(), ...settings];
}
