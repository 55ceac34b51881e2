// SPDX-License-Identifier: EUPL-1.2
import type { Abi, AbiFunction, AbiParameter, Hex } from "viem";
import { decodeFunctionData, getAbiItem, keccak256, stringToHex } from "viem/utils";

/** A call that a Safe is to make. */
export type SafeCall = { to: string; data: string };

/** A parameter of a method as the Transaction Builder reads it. */
export type BatchInput = { internalType: string; name: string; type: string; components?: BatchInput[] };

/** A call in clear, so that the owners of a Safe read what they sign. */
export type BatchTransaction = {
  to: string;
  /** Wei. */
  value: string;
  /** Null: the Transaction Builder makes the data from method and values. */
  data: null;
  contractMethod: { inputs: BatchInput[]; name: string; payable: boolean };
  contractInputsValues: Record<string, string>;
};

/** A file of the Transaction Builder of Safe's app. */
export type SafeBatch = {
  version: "1.0";
  chainId: string;
  /** Milliseconds. */
  createdAt: number;
  meta: {
    name: string;
    description: string;
    txBuilderVersion: string;
    createdFromSafeAddress: string;
    createdFromOwnerAddress: string;
    checksum: string;
  };
  transactions: BatchTransaction[];
};

/** The version of the Transaction Builder whose format this is. */
const BUILDER_VERSION = "1.18.3";

export type BatchFacts = {
  chainId: number;
  safe: string;
  name: string;
  description: string;
  createdAt: number;
  calls: readonly SafeCall[];
};

/**
 * The file with which the owners of a Safe make calls to our contracts.
 * @param abis Of the contracts that are called: each call has to be one of their functions.
 */
export function safeBatch(
  { chainId, safe, name, description, createdAt, calls }: BatchFacts,
  abis: readonly Abi[],
): SafeBatch {
  const batch = {
    version: "1.0" as const,
    chainId: String(chainId),
    createdAt,
    meta: {
      name,
      description,
      txBuilderVersion: BUILDER_VERSION,
      createdFromSafeAddress: safe,
      createdFromOwnerAddress: "",
    },
    transactions: calls.map((call) => inClear(call, abis)),
  };
  return { ...batch, meta: { ...batch.meta, checksum: batchChecksum(batch) } };
}

/**
 * The checksum the Transaction Builder expects: keccak256 over its own way of writing an object, without the name, which
 * its users may change.
 */
export function batchChecksum(batch: { meta: object }): Hex {
  return keccak256(stringToHex(serialized({ ...batch, meta: { ...batch.meta, name: null } })));
}

/** Keys in order, all of them before the values, each value with a comma. */
function serialized(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(serialized).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value ?? null);
  const entries = Object.entries(value as Record<string, unknown>).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const keys = JSON.stringify(entries.map(([key]) => key));
  return `{${keys}${entries.map(([, part]) => `${serialized(part)},`).join("")}}`;
}

function inClear({ to, data }: SafeCall, abis: readonly Abi[]): BatchTransaction {
  for (const abi of abis) {
    const method = getAbiItem({ abi, name: data.slice(0, 10) }) as AbiFunction | undefined;
    if (method === undefined) continue;
    const { args } = decodeFunctionData({ abi: [method], data: data as Hex });
    return {
      to,
      value: "0",
      data: null,
      contractMethod: { inputs: method.inputs.map(inputOf), name: method.name, payable: false },
      contractInputsValues: Object.fromEntries(
        method.inputs.map((input, i) => [input.name ?? "", written(input, args[i])]),
      ),
    };
  }
  throw new TypeError(`No contract of ours has the function ${data.slice(0, 10)}`);
}

function inputOf({ name = "", type, internalType = type, ...input }: AbiParameter): BatchInput {
  if (!("components" in input)) return { internalType, name, type };
  return { internalType, name, type, components: input.components.map(inputOf) };
}

/** As people type it in the Transaction Builder: tuples are JSON arrays, other arrays need no quotes. */
function written(input: AbiParameter, value: unknown): string {
  if (input.type.startsWith("tuple")) return JSON.stringify(plain(input, value));
  if (Array.isArray(value)) return `[${value.map(String).join(",")}]`;
  return String(value);
}

function plain(input: AbiParameter, value: unknown): unknown {
  if (input.type.endsWith("]")) {
    const item = { ...input, type: input.type.replace(/\[\d*\]$/u, "") };
    return (value as readonly unknown[]).map((part) => plain(item, part));
  }
  if (!("components" in input)) return String(value);
  return input.components.map((part) => plain(part, (value as Record<string, unknown>)[part.name ?? ""]));
}
