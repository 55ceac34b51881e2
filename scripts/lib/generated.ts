// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from "node:fs";
import { CONTRACT_NAMES } from "@monnaie-commune/sdk/deployments";
import { artifacts } from "hardhat";
import { format, resolveConfig } from "prettier";

export const GENERATED_FOLDER = new URL("../../sdk/generated/", import.meta.url);

const ROLES_SOURCE = new URL("../../contracts/access/Roles.sol", import.meta.url);
const HEADER =
  "// SPDX-License-Identifier: EUPL-1.2\n// Written by `npm run generate` from the contracts. Do not edit.\n\n";

/** The files of sdk/generated as the compiled contracts and Roles.sol want them: name and text. */
export async function generatedFiles(): Promise<Map<string, string>> {
  const files = { "abis.ts": await abis(), "errors.ts": await errors(), "roles.ts": roles() };
  const options = await resolveConfig(new URL("abis.ts", GENERATED_FOLDER));
  const formatted = Object.entries(files).map(
    async ([name, text]) => [name, await format(HEADER + text, { ...options, parser: "typescript" })] as const,
  );
  return new Map(await Promise.all(formatted));
}

async function abis(): Promise<string> {
  const parts = CONTRACT_NAMES.map(async (name) => {
    const { abi } = await artifacts.readArtifact(name);
    return `export const ${name}Abi = ${JSON.stringify(abi)} as const;`;
  });
  return (await Promise.all(parts)).join("\n\n");
}

async function errors(): Promise<string> {
  const names = new Set<string>();
  for (const contract of CONTRACT_NAMES) {
    for (const part of (await artifacts.readArtifact(contract)).abi as readonly { type: string; name?: string }[]) {
      if (part.type === "error" && part.name !== undefined) names.add(part.name);
    }
  }
  const list = JSON.stringify([...names].toSorted());
  return (
    "/** Every custom error a contract of a region can answer with, by name. */\n" +
    `export const ERROR_NAMES = ${list} as const;\n\nexport type ErrorName = (typeof ERROR_NAMES)[number];`
  );
}

function roles(): string {
  const constants = [...readFileSync(ROLES_SOURCE, "utf8").matchAll(/uint64 internal constant ([A-Z_]+) = (\d+);/gu)];
  const list = constants.map(([, name, id]) => `${name}: ${id}n,`).join("\n");
  return (
    "/** Ids of the roles in a region's access manager. ADMIN_ROLE, 0, grants and revokes all the others. */\n" +
    `export const ROLES = {\n${list}\n} as const;\n\nexport type RoleName = keyof typeof ROLES;\n\n` +
    "export const ADMIN_ROLE = 0n;"
  );
}
