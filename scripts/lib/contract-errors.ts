// SPDX-License-Identifier: EUPL-1.2
import { formatAmount } from "@monnaie-commune/sdk/amounts";
import { isoDateOf } from "@monnaie-commune/sdk/days";
import {
  AccessManagerAbi,
  IssuanceAbi,
  MerchantRegistryAbi,
  RedemptionsAbi,
  RegionalTokenAbi,
} from "@monnaie-commune/sdk/generated/abis";
import { Interface, type ErrorDescription } from "ethers";
import { hasMessage, type Language, language, t } from "./messages.ts";

const CONTRACTS = [RegionalTokenAbi, MerchantRegistryAbi, IssuanceAbi, RedemptionsAbi, AccessManagerAbi].map(
  (abi) => new Interface(abi),
);

/** Why a contract refused: its custom error, and the sentence for a person. */
export type ContractError = { name: string; description: ErrorDescription; sentence: string };

/** The custom error of our contracts inside whatever ethers or the node threw, if there is one. */
export function contractErrorOf(error: unknown): ContractError | undefined {
  const data = revertDataIn(error);
  if (data === undefined) return undefined;
  for (const contract of CONTRACTS) {
    const description = parsed(contract, data);
    if (description !== null) return { name: description.name, description, sentence: sentenceOf(description) };
  }
  return undefined;
}

/** Null also when the data is cut off: what a node or a proxy made of it is no reason of a contract's. */
function parsed(contract: Interface, data: string): ErrorDescription | null {
  try {
    return contract.parseError(data);
  } catch {
    return null;
  }
}

function sentenceOf(description: ErrorDescription): string {
  const key = `errors.${description.name}`;
  if (!hasMessage(key)) return `${description.name}(${description.args.join(", ")})`;
  return t(key, readableArguments(description, language()));
}

/** The arguments of an error by name, as people read them: amounts in units, days as dates. */
export function readableArguments({ fragment, args }: ErrorDescription, lang: Language): Record<string, string> {
  return Object.fromEntries(fragment.inputs.map(({ name }, i) => [name, readable(name, args[i], lang)]));
}

const AMOUNTS = /^(amount|available|balance|needed|value|budget|supply|maxSupply|increasedSupply|cap|allowance|left)$/u;

function readable(name: string, value: unknown, lang: Language): string {
  if (typeof value !== "bigint") return String(value);
  if (AMOUNTS.test(name)) return formatAmount(value, lang);
  if (/day$/iu.test(name)) return isoDateOf(Number(value));
  return value.toString();
}

/** Errors come wrapped by ethers, Hardhat and nodes in various ways: the revert data is the first hex `data` inside. */
function revertDataIn(error: unknown, depth = 0): string | undefined {
  if (typeof error !== "object" || error === null || depth > 6) return undefined;
  if ("data" in error) {
    if (typeof error.data === "string" && /^0x[0-9a-f]{8,}$/iu.test(error.data)) return error.data;
    const inner = revertDataIn(error.data, depth + 1);
    if (inner !== undefined) return inner;
  }
  for (const name of ["error", "cause", "info"] as const) {
    const inner: unknown = (error as Record<string, unknown>)[name];
    const found = revertDataIn(inner, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}
