// SPDX-License-Identifier: EUPL-1.2
import {
  BaseError,
  ContractFunctionRevertedError,
  decodeErrorResult,
  InsufficientFundsError,
  UserRejectedRequestError,
  type Hex,
} from "viem";
import { CONTRACT_ERRORS } from "./contracts.ts";
import { RelayError } from "./relay-error.ts";

/** What went wrong, in terms a sentence can be found for. */
export type Problem =
  | { kind: "refused" }
  | { kind: "contract"; name: string; args: Record<string, unknown> }
  | { kind: "fees" }
  | { kind: "network" }
  | { kind: "otherNetwork" }
  | { kind: "pending" }
  | { kind: "relay"; code: string; minutes?: number }
  | { kind: "unnamed"; detail: string };

/** A wallet that signs for no other network than the one it looks at. */
export class OtherNetworkError extends Error {
  override readonly name = "OtherNetworkError";
}

const USER_REJECTED = 4001;
const REQUEST_PENDING = -32002;

function* causes(error: unknown): Generator<object> {
  const seen = new Set<unknown>();
  for (let current = error; typeof current === "object" && current !== null && !seen.has(current);) {
    seen.add(current);
    yield current;
    current = "cause" in current ? current.cause : undefined;
  }
}

function codeOf(error: object): unknown {
  return "code" in error ? error.code : undefined;
}

/** The revert data anywhere in the chain: wallets and nodes each put it elsewhere. */
function revertData(error: object): Hex | undefined {
  if (error instanceof ContractFunctionRevertedError && error.raw) return error.raw;
  if (!("data" in error)) return undefined;
  const data: unknown = error.data;
  const hex = typeof data === "object" && data !== null && "data" in data ? data.data : data;
  return typeof hex === "string" && /^0x[0-9a-fA-F]{8,}$/.test(hex) ? (hex as Hex) : undefined;
}

function contractProblem(data: Hex): Problem | undefined {
  try {
    const { errorName, abiItem, args } = decodeErrorResult({ abi: CONTRACT_ERRORS, data });
    const inputs = abiItem.type === "error" ? abiItem.inputs : [];
    const values: readonly unknown[] = Array.isArray(args) ? args : [];
    const named = inputs.map((input, index) => [input.name ?? String(index), values[index]] as const);
    return { kind: "contract", name: errorName, args: Object.fromEntries(named) };
  } catch {
    return undefined;
  }
}

/** Errors of contracts have names in capitals, reasons of the relay's own have not. */
function relayProblem({ code, args, retryAfter }: RelayError): Problem {
  if (/^[A-Z]/.test(code)) return { kind: "contract", name: code, args };
  return { kind: "relay", code, ...(retryAfter && { minutes: Math.ceil(retryAfter / 60) }) };
}

/** Asked by name: what a worker threw comes here as a copy. */
function isOfNetwork(cause: object): boolean {
  return cause instanceof Error && (cause.name === "HttpRequestError" || cause.name === "TimeoutError");
}

/** Walks the causes of what viem, a wallet or a node threw, down to the first one that says something. */
export function problemOf(error: unknown): Problem {
  const chain = [...causes(error)];
  if (chain.some((cause) => cause instanceof OtherNetworkError)) return { kind: "otherNetwork" };
  const relay = chain.find((cause) => cause instanceof RelayError);
  if (relay) return relayProblem(relay);
  if (chain.some((cause) => cause instanceof UserRejectedRequestError || codeOf(cause) === USER_REJECTED)) {
    return { kind: "refused" };
  }
  for (const cause of chain) {
    const data = revertData(cause);
    const problem = data && contractProblem(data);
    if (problem) return problem;
  }
  if (chain.some((cause) => codeOf(cause) === REQUEST_PENDING)) return { kind: "pending" };
  if (chain.some((cause) => cause instanceof InsufficientFundsError)) return { kind: "fees" };
  if (chain.some(isOfNetwork)) return { kind: "network" };
  const [first] = chain;
  if (first instanceof BaseError) return { kind: "unnamed", detail: first.shortMessage };
  return { kind: "unnamed", detail: error instanceof Error ? error.message : String(error) };
}
