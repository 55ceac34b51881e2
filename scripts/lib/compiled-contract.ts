// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from "node:fs";
import { CONTRACT_NAMES, type ContractName } from "@monnaie-commune/sdk/deployments";
import { type ImmutablePlaces, WORD } from "@monnaie-commune/sdk/runtime-code";
import { artifacts } from "hardhat";
import type { Hex } from "viem";
import { type Target, targetOf } from "./compiler-input.ts";

/**
 * What the compiler made of a contract. `types` says of what type each immutable is; `metadata` is what it says of the
 * contract to explorers, where it was asked.
 */
export type CompiledContract = {
  creation: Hex;
  runtime: Hex;
  immutables: ImmutablePlaces;
  types: Record<string, string>;
  metadata?: string;
};

type Bytecode = { object: string; immutableReferences?: Record<string, { start: number; length: number }[]> };

/** The part of the compiler's output that is read here. */
export type CompilerOutput = {
  errors?: { severity: string; formattedMessage: string }[];
  sources: Record<string, { ast: unknown }>;
  contracts: Record<string, Record<string, CompiledOutput | undefined>>;
};

type CompiledOutput = { metadata?: string; evm: { bytecode: Bytecode; deployedBytecode: Bytecode } };

type Variable = { name: string; contract: string; type: string };

/** A contract of the compiler's output, its immutables by their names in the sources. */
export function compiledContract(output: CompilerOutput, { source, name }: Target): CompiledContract {
  const { evm: found, metadata } = output.contracts[source]?.[name] ?? {};
  if (found === undefined) throw new Error(`The compiler made no ${name} of ${source}`);
  const variables = immutablesOf(output);
  const references = Object.entries(found.deployedBytecode.immutableReferences ?? {}).map(([id, places]) => {
    const variable = variables.get(Number(id));
    if (variable === undefined) throw new Error(`${name} has an immutable ${id} that no source declares`);
    if (places.some(({ length }) => length !== WORD)) throw new Error(`${variable.name} of ${name} is no word`);
    return { ...variable, starts: places.map(({ start }) => start).toSorted((a, b) => a - b) };
  });
  const isUnique = (wanted: string) => references.filter((other) => other.name === wanted).length === 1;
  const label = ({ name: own, contract }: Variable) => (isUnique(own) ? own : `${contract}.${own}`);
  return {
    creation: `0x${found.bytecode.object}`,
    runtime: `0x${found.deployedBytecode.object}`,
    immutables: Object.fromEntries(references.map((reference) => [label(reference), reference.starts])),
    types: Object.fromEntries(references.map((reference) => [label(reference), reference.type])),
    ...(metadata !== undefined && { metadata }),
  };
}

let built: Promise<Map<ContractName, CompiledContract>> | undefined;

/** What Hardhat built of a contract, and what a deployment sends therefore. */
export async function builtContract(name: ContractName): Promise<CompiledContract> {
  built ??= readBuilt();
  const contract = (await built).get(name);
  if (contract === undefined) throw new Error(`${name} is not compiled`);
  return contract;
}

/** Reads each output once and lets it go: it is 20 MB of text. */
async function readBuilt(): Promise<Map<ContractName, CompiledContract>> {
  const paths = await Promise.all(
    CONTRACT_NAMES.map(async (name) => {
      const { buildInfoId } = await artifacts.readArtifact(name);
      const path = buildInfoId === undefined ? undefined : await artifacts.getBuildInfoOutputPath(buildInfoId);
      return [name, path, await targetOf(name)] as const;
    }),
  );
  const contracts = new Map<ContractName, CompiledContract>();
  for (const path of new Set(paths.flatMap(([, own]) => own ?? []))) {
    const { output } = JSON.parse(readFileSync(path, "utf8")) as { output: CompilerOutput };
    for (const [name, own, target] of paths) if (own === path) contracts.set(name, compiledContract(output, target));
  }
  return contracts;
}

/** The immutables that the sources declare, by the number the compiler gives each. */
function immutablesOf(output: CompilerOutput): Map<number, Variable> {
  const found = new Map<number, Variable>();
  for (const { ast } of Object.values(output.sources)) {
    for (const contract of nodesOf(ast)) {
      if (contract.nodeType !== "ContractDefinition") continue;
      for (const node of nodesOf(contract)) {
        if (node.nodeType !== "VariableDeclaration" || node.mutability !== "immutable") continue;
        const type = node.typeDescriptions?.typeString ?? "bytes32";
        // Without the mark of what is private, which says nothing to a reader.
        found.set(node.id, { name: node.name.replace(/^_/u, ""), contract: contract.name, type });
      }
    }
  }
  return found;
}

type Node = {
  id: number;
  nodeType: string;
  name: string;
  mutability?: string;
  typeDescriptions?: { typeString: string };
};

/** What a source or a contract holds directly: contracts, state variables. */
function nodesOf(parent: unknown): Node[] {
  return typeof parent === "object" && parent !== null && "nodes" in parent ? (parent.nodes as Node[]) : [];
}
