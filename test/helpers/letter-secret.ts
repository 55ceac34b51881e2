// SPDX-License-Identifier: EUPL-1.2
import { claimSecret } from "@monnaie-commune/sdk/claims/code";
import { hexToBytes, keccak256, stringToHex } from "viem";

const SECRET_BYTES = 15;

/** The secret of the n-th letter of a run of the tests that goes by this name. */
export function letterSecret(name: string, n: number): string {
  return claimSecret(hexToBytes(keccak256(stringToHex(`${name} ${n}`))).slice(0, SECRET_BYTES));
}
