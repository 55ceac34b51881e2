// SPDX-License-Identifier: EUPL-1.2
// What a transaction asked of the region's contracts.
import { decodeFunctionData, toFunctionSelector, type Abi, type AbiParameter, type Hex } from "viem";
import { CONTRACT_NAMES, type ContractName } from "../deployments.ts";
import { CONTRACT_ABIS, type JournalContracts } from "./acts.ts";

/** An argument with the name and the type the contract gives it. */
export type CallArgument = { name: string; type: string; value: unknown };

/** A call of one of the contracts; `inner` are the calls it only hands on. */
export type DecodedCall = {
  contract: ContractName;
  functionName: string;
  selector: Hex;
  arguments: CallArgument[];
  inner: DecodedCall[];
};

/** The contract that stands at an address. */
export function contractAt(contracts: JournalContracts, address: string): ContractName | undefined {
  return CONTRACT_NAMES.find((name) => contracts[name]?.toLowerCase() === address.toLowerCase());
}

/** The call in words one can look up; nothing when it is to another contract, or of a function ours do not have. */
export function decodeCall(contracts: JournalContracts, to: string, input: Hex): DecodedCall | undefined {
  const contract = contractAt(contracts, to);
  if (contract === undefined) return undefined;
  try {
    const abi: Abi = CONTRACT_ABIS[contract];
    const { functionName, args = [] } = decodeFunctionData({ abi, data: input });
    const parameters = parametersOf(abi, functionName, args.length);
    const named = args.map((value, index) => {
      const { name = "", type = "" } = parameters[index] ?? {};
      return { name, type, value };
    });
    const inner = contract === "AccessManager" ? handedOn(contracts, to, functionName, args) : [];
    return { contract, functionName, selector: input.slice(0, 10) as Hex, arguments: named, inner };
  } catch {
    return undefined;
  }
}

function parametersOf(abi: Abi, functionName: string, count: number): readonly AbiParameter[] {
  for (const part of abi) {
    if (part.type === "function" && part.name === functionName && part.inputs.length === count) return part.inputs;
  }
  return [];
}

/** The manager passes calls on to other contracts, at once or after a delay, and takes several of its own together. */
function handedOn(
  contracts: JournalContracts,
  manager: string,
  functionName: string,
  args: readonly unknown[],
): DecodedCall[] {
  const decoded = (to: unknown, data: unknown) => decodeCall(contracts, to as string, data as Hex) ?? [];
  if (functionName === "execute" || functionName === "schedule") return [decoded(args[0], args[1])].flat();
  if (functionName === "cancel") return [decoded(args[1], args[2])].flat();
  if (functionName === "multicall") return (args[0] as Hex[]).flatMap((data) => decoded(manager, data));
  return [];
}

type NamedFunction = Pick<DecodedCall, "contract" | "functionName">;

let known: ReadonlyMap<string, NamedFunction> | undefined;

function readSelectors(): ReadonlyMap<string, NamedFunction> {
  const selectors = new Map<string, NamedFunction>();
  for (const contract of CONTRACT_NAMES) {
    for (const part of CONTRACT_ABIS[contract] as Abi) {
      if (part.type !== "function" || part.stateMutability !== "nonpayable") continue;
      const selector = toFunctionSelector(part);
      if (!selectors.has(selector)) selectors.set(selector, { contract, functionName: part.name });
    }
  }
  return selectors;
}

/** The function that changes something with a selector, the first four bytes of a call of it. */
export function functionOfSelector(selector: string): NamedFunction | undefined {
  known ??= readSelectors();
  return known.get(selector.toLowerCase());
}
