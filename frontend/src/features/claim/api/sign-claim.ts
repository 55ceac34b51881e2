// SPDX-License-Identifier: EUPL-1.2
import { claimTypedData } from "@monnaie-commune/sdk/claims/authorisation";
import { type ClaimCode, claimPrivateKey } from "@monnaie-commune/sdk/claims/code";
import type { FoundClaim } from "@monnaie-commune/sdk/claims/file";
import type { SignedClaim } from "@monnaie-commune/sdk/claims/signed";
import { parseSignature, signatureToCompactSignature } from "viem";
import { privateKeyToAccount, privateKeyToAddress } from "viem/accounts";
import type { Address } from "../../../lib/runtime-config.ts";

type Place = { chainId: number; issuance: Address };

/** The address of a letter's one-time key, under which its claim stands in the list. */
export function claimKeyOf({ secret }: ClaimCode): Address {
  return privateKeyToAddress(claimPrivateKey(secret));
}

/** Signs, with the letter's key and in this page, that this account is to be paid. The same again is the same. */
export async function signClaim(
  { runId, secret }: ClaimCode,
  { claimNumber, amount, proof }: FoundClaim,
  { chainId, issuance }: Place,
  payee: Address,
): Promise<SignedClaim> {
  const message = { chainId, issuance, runId, claimNumber: BigInt(claimNumber), payee };
  const signature = await privateKeyToAccount(claimPrivateKey(secret)).signTypedData(claimTypedData(message));
  const { r, yParityAndS: vs } = signatureToCompactSignature(parseSignature(signature));
  return { chainId, issuance, runId: runId.toString(), claimNumber, amount: amount.toString(), payee, r, vs, proof };
}
