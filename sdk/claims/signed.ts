// SPDX-License-Identifier: EUPL-1.2
import type { Hex } from "viem";

/**
 * A claim signed by its one-time key: all that anybody needs to have `payee` paid, and nothing that would let them pay
 * somebody else. What the relay is asked, and what a person keeps to send later. `amount` is cents and `runId` the run's
 * number, as decimal strings.
 */
export type SignedClaim = {
  chainId: number;
  issuance: Hex;
  runId: string;
  claimNumber: number;
  amount: string;
  payee: Hex;
  r: Hex;
  vs: Hex;
  proof: Hex[];
};

/** The arguments of the contract's `claim`. */
export function claimArguments(
  claim: SignedClaim,
): [runId: bigint, claimNumber: bigint, amount: bigint, payee: Hex, r: Hex, vs: Hex, proof: Hex[]] {
  const { runId, claimNumber, amount, payee, r, vs, proof } = claim;
  return [BigInt(runId), BigInt(claimNumber), BigInt(amount), payee, r, vs, proof];
}
