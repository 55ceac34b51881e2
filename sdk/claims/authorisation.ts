// SPDX-License-Identifier: EUPL-1.2
import type { Hex } from "viem";

/** Who is to be paid by a claim; signed by the claim's one-time key. */
export type ClaimMessage = { chainId: number; issuance: Hex; runId: bigint; claimNumber: bigint; payee: Hex };

/** The EIP-712 message of a claim, for `signTypedData` of viem. */
export function claimTypedData({ chainId, issuance, runId, claimNumber, payee }: ClaimMessage) {
  return {
    domain: { name: "Issuance", version: "1", chainId, verifyingContract: issuance },
    types: {
      Claim: [
        { name: "runId", type: "uint256" },
        { name: "claimNumber", type: "uint256" },
        { name: "payee", type: "address" },
      ],
    },
    primaryType: "Claim",
    message: { runId, claimNumber, payee },
  } as const;
}
