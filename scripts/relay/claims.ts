// SPDX-License-Identifier: EUPL-1.2
import { placeOfClaim } from "@monnaie-commune/sdk/claims/sheets";
import { claimArguments, type SignedClaim } from "@monnaie-commune/sdk/claims/signed";
import type { Deployment } from "@monnaie-commune/sdk/deployments";
import { getAddress, isCallException } from "ethers";
import type { Hex } from "viem";
import { contractErrorOf } from "../lib/contract-errors.ts";
import type { Chain } from "../lib/network.ts";
import { systemAt } from "../lib/system.ts";
import type { RequestKind } from "./kind.ts";
import { Refusal } from "./refusal.ts";

/** Sheets have 128 places, so no proof is longer. */
const LONGEST_PROOF = 7;
const MOST_CLAIM_NUMBER = 2 ** 31;

const word = { type: "string", pattern: "^0x[0-9a-f]{64}$" };
const address = { type: "string", pattern: "^0x[0-9a-fA-F]{40}$" };

export const CLAIM_SCHEMA = {
  type: "object",
  additionalProperties: false,
  required: ["chainId", "issuance", "runId", "claimNumber", "amount", "payee", "r", "vs", "proof"],
  properties: {
    chainId: { type: "integer", minimum: 1 },
    issuance: address,
    runId: { type: "string", pattern: "^[1-9][0-9]{0,14}$" },
    claimNumber: { type: "integer", minimum: 0, maximum: MOST_CLAIM_NUMBER },
    amount: { type: "string", pattern: "^[1-9][0-9]{0,24}$" },
    payee: address,
    r: word,
    vs: word,
    proof: { type: "array", maxItems: LONGEST_PROOF, items: word },
  },
};

/** Claims of people without a wallet: the letter's key has signed who is paid, the relay pays the fee. */
export function claimKind(chain: Chain, deployment: Deployment, sender: string): RequestKind<SignedClaim> {
  const { issuance } = systemAt(deployment, chain.provider);
  const to = deployment.contracts.Issuance.address;
  const callOf = (claim: SignedClaim) => {
    return { to, data: issuance.interface.encodeFunctionData("claim", claimArguments(claim)) as Hex };
  };
  return {
    name: "claims",
    schema: CLAIM_SCHEMA,
    keyOf: ({ runId, claimNumber }) => `claim ${runId} ${claimNumber}`,
    payeeOf: ({ payee }) => payee,
    callOf,
    async verify(claim) {
      if (claim.chainId !== chain.chainId) throw Refusal.of("wrongChain");
      if (claim.issuance !== to) throw Refusal.of("wrongContract");
      if (!isChecksummed(claim.payee)) throw Refusal.of("badRequest", { field: "payee" });
      await checkSheet(claim);
      // The pending block: claims that are under way count as paid.
      await simulate(async () => await chain.provider.call({ ...callOf(claim), from: sender, blockTag: "pending" }));
    },
  };

  /** The reasons a person may meet, from one slot pair of the chain; the signature is left to the trial. */
  async function checkSheet({ runId, claimNumber }: SignedClaim): Promise<void> {
    const { chunkIndex, place } = placeOfClaim(claimNumber);
    const { root, used, deadline } = await issuance.claimSheetOf(runId, chunkIndex, { blockTag: "pending" });
    if (BigInt(root) === 0n) throw contractRefusal("ClaimsNotOpen", [runId, chunkIndex]);
    if (BigInt(Math.floor(Date.now() / 1000)) > deadline && (await now()) > deadline) {
      throw contractRefusal("ClaimExpired", [runId, claimNumber, deadline]);
    }
    if (((used >> BigInt(place)) & 1n) === 1n) throw contractRefusal("ClaimAlreadyUsed", [runId, claimNumber]);
  }

  /** The chain's own clock decides; ours only spares the question. */
  async function now(): Promise<bigint> {
    return BigInt((await chain.provider.getBlock("latest"))?.timestamp ?? 0);
  }

  function contractRefusal(name: "ClaimsNotOpen" | "ClaimExpired" | "ClaimAlreadyUsed", args: unknown[]): Refusal {
    const data = issuance.interface.encodeErrorResult(name, args);
    const error = contractErrorOf({ data });
    if (error === undefined) throw new TypeError(`The contract has no error ${name}`);
    return Refusal.ofContract(error);
  }
}

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

function isChecksummed(given: string): boolean {
  try {
    return getAddress(given) === given;
  } catch {
    return false;
  }
}
