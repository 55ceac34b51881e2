// SPDX-License-Identifier: EUPL-1.2
import type { ContractName } from "@monnaie-commune/sdk/deployments";
import {
  type CodeMatch,
  immutableValues,
  matchCode,
  programHash,
  type PublishedCode,
  readImmutable,
} from "@monnaie-commune/sdk/runtime-code";
import type { Provider } from "ethers";
import type { Hex } from "viem";
import { builtContract, type CompiledContract } from "./compiled-contract.ts";

/** A constant that the constructor wrote into the code; `value` is undefined where its places differ. */
export type Immutable = { name: string; type: string; value: string | undefined };

/** How the code at an address stands to compiled code, and what it holds where that has its immutables. */
export type Examination = { match: CodeMatch; hash: Hex; immutables: Immutable[] };

/** Compares code from a chain with what the compiler made of the sources. */
export function examineCode(code: Hex, compiled: CompiledContract): Examination {
  const match = matchCode(code, compiled.runtime, compiled.immutables);
  const hash = programHash(code, compiled.immutables);
  // Of another program nothing is known, also not where it keeps its constants.
  if (match === "different" || match === "none") return { match, hash, immutables: [] };
  const values = immutableValues(code, compiled.immutables);
  const immutables = Object.entries(compiled.types).map(([name, type]) => {
    const word = values[name];
    return { name, type, value: word === undefined ? undefined : readImmutable(word, type) };
  });
  return { match, hash, immutables };
}

/** The code at an address, now or at a block. */
export async function codeAt(provider: Provider, address: string, block?: number): Promise<Hex> {
  return (await provider.getCode(address, block)) as Hex;
}

/**
 * Whether the code at an address is the program our sources compile to. Immutables are left out of the comparison: they
 * are constructor arguments, or follow from the address.
 */
export async function isOurCode(provider: Provider, name: ContractName, address: string): Promise<boolean> {
  const { match } = examineCode(await codeAt(provider, address), await builtContract(name));
  return match === "exact" || match === "sameProgram";
}

/** What a deployment publishes of a contract's code, for those who check it without a compiler. */
export async function publishedCode(name: ContractName): Promise<PublishedCode> {
  const { runtime, immutables } = await builtContract(name);
  return { hash: programHash(runtime, immutables), immutables };
}
