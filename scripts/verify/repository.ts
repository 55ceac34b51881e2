// SPDX-License-Identifier: EUPL-1.2
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { CompilerInput } from "../lib/compiler-input.ts";
import type { Recompiled } from "../lib/recompile.ts";
import { type ContractCheck, holds } from "./check-deployment.ts";

type Metadata = { sources: Record<string, unknown> };

/**
 * Writes what an explorer wants to know of each contract, in the folders of a Sourcify repository: what the compiler says
 * of it (its ABI with the sentences for people) and its sources. Explorers on this machine read it there; no service is
 * asked. Only what was found to be the sources' is written.
 */
export function writeRepository(
  folder: string,
  chainId: number,
  checks: readonly ContractCheck[],
  compiled: Recompiled,
  input: string,
): void {
  const { sources } = JSON.parse(input) as CompilerInput;
  for (const check of checks.filter(holds)) {
    const match = check.match === "exact" ? "full_match" : "partial_match";
    const place = join(folder, "contracts", match, String(chainId), check.address);
    const { metadata = "{}" } = compiled[check.name];
    write(join(place, "metadata.json"), metadata);
    for (const path of Object.keys((JSON.parse(metadata) as Metadata).sources)) {
      // As Sourcify writes the names of files that are not only letters.
      write(join(place, "sources", path.replaceAll(/[@:]/gu, "_")), sources[path]?.content ?? "");
    }
  }
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
