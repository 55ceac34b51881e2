// SPDX-License-Identifier: EUPL-1.2
import { type BaseContract, isCallException } from "ethers";
import { contractErrorOf } from "../lib/contract-errors.ts";
import { Refusal } from "./refusal.ts";

/**
 * Tries a call.
 * @throws Refusal with the contract's reason; any other error as it is.
 */
export async function simulate<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    const refused = contractErrorOf(error);
    if (refused !== undefined) throw Refusal.ofContract(refused);
    if (isCallException(error)) throw Refusal.of("failed");
    throw error;
  }
}

/** The refusal a contract would answer with, where we know it without asking. */
export function contractRefusal(contract: BaseContract, name: string, args: unknown[]): Refusal {
  const error = contractErrorOf({ data: contract.interface.encodeErrorResult(name, args) });
  if (error === undefined) throw new TypeError(`The contracts have no error ${name}`);
  return Refusal.ofContract(error);
}
