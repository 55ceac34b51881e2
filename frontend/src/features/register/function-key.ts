// SPDX-License-Identifier: EUPL-1.2
import type { ContractName } from "@monnaie-commune/sdk/deployments";
import { functionOfSelector } from "@monnaie-commune/sdk/ledger/calls";
import type calls from "../../i18n/calls.fr.json";

type Functions = (typeof calls)["functions"];

/** A function of a contract, as its words are found in src/i18n/calls. */
export type FunctionKey = {
  [Contract in keyof Functions]: `${Contract}.${keyof Functions[Contract] & string}`;
}[keyof Functions];

/** What a function of a contract is called in src/i18n/calls; a test holds the dictionary to the contracts. */
export function functionKey(contract: ContractName, functionName: string): FunctionKey {
  return `${contract}.${functionName}` as FunctionKey;
}

/** The function with a selector, the first four bytes of a call of it. */
export function keyOfSelector(selector: string): FunctionKey | undefined {
  const found = functionOfSelector(selector);
  return found && functionKey(found.contract, found.functionName);
}
