// SPDX-License-Identifier: EUPL-1.2
import { placeOfClaim } from "@monnaie-commune/sdk/claims/sheets";
import { claimArguments, type SignedClaim } from "@monnaie-commune/sdk/claims/signed";
import type { Hex } from "viem";
import { systemAt } from "../../lib/system.ts";
import { Refusal } from "../refusal.ts";
import { contractRefusal, simulate } from "../simulate.ts";
import { addressField, centsField, chainField, checkAddresses, wordField } from "./fields.ts";
import type { KindContext, RequestKind } from "./kind.ts";

/** Sheets have 128 places, so no proof is longer. */
const LONGEST_PROOF = 7;
const MOST_CLAIM_NUMBER = 2 ** 31;

export const CLAIM_SCHEMA = {
  type: "object",
  additionalProperties: false,
  required: ["chainId", "issuance", "runId", "claimNumber", "amount", "payee", "r", "vs", "proof"],
  properties: {
    chainId: chainField,
    issuance: addressField,
    runId: { type: "string", pattern: "^[1-9][0-9]{0,14}$" },
    claimNumber: { type: "integer", minimum: 0, maximum: MOST_CLAIM_NUMBER },
    amount: centsField,
    payee: addressField,
    r: wordField,
    vs: wordField,
    proof: { type: "array", maxItems: LONGEST_PROOF, items: wordField },
  },
};

/** Claims of people without a wallet: the letter's key has signed who is paid, the relay pays the fee. */
export function claimKind({ chain, deployment, sender }: KindContext): RequestKind<SignedClaim> {
  const { issuance } = systemAt(deployment, chain.provider);
  const to = deployment.contracts.Issuance.address;
  const callOf = (claim: SignedClaim) => {
    return { to, data: issuance.interface.encodeFunctionData("claim", claimArguments(claim)) as Hex };
  };
  return {
    name: "claims",
    schema: CLAIM_SCHEMA,
    keyOf: ({ runId, claimNumber }) => `claim ${runId} ${claimNumber}`,
    contentOf: ({ payee }) => payee,
    conflict: "otherPayee",
    callOf,
    async verify(claim) {
      if (claim.chainId !== chain.chainId) throw Refusal.of("wrongChain");
      if (claim.issuance !== to) throw Refusal.of("wrongContract");
      checkAddresses(claim, "payee");
      await checkSheet(claim);
      // The pending block: claims that are under way count as paid.
      await simulate(async () => await chain.provider.call({ ...callOf(claim), from: sender, blockTag: "pending" }));
    },
  };

  /** The reasons a person may meet, from one slot pair of the chain; the signature is left to the trial. */
  async function checkSheet({ runId, claimNumber }: SignedClaim): Promise<void> {
    const { chunkIndex, place } = placeOfClaim(claimNumber);
    const { root, used, deadline } = await issuance.claimSheetOf(runId, chunkIndex, { blockTag: "pending" });
    if (BigInt(root) === 0n) throw contractRefusal(issuance, "ClaimsNotOpen", [runId, chunkIndex]);
    if (BigInt(Math.floor(Date.now() / 1000)) > deadline && (await now()) > deadline) {
      throw contractRefusal(issuance, "ClaimExpired", [runId, claimNumber, deadline]);
    }
    if (((used >> BigInt(place)) & 1n) === 1n)
      throw contractRefusal(issuance, "ClaimAlreadyUsed", [runId, claimNumber]);
  }

  /** The chain's own clock decides; ours only spares the question. */
  async function now(): Promise<bigint> {
    return BigInt((await chain.provider.getBlock("latest"))?.timestamp ?? 0);
  }
}
