// SPDX-License-Identifier: EUPL-1.2
import type { Address, Hex } from "viem";
import { encodeAbiParameters, keccak256, numberToHex } from "viem/utils";
import { type Currency, receiveTypedData } from "../payments/authorisation.ts";

/**
 * A request of euros as its shop signs it. `amount` is cents, `mostFeeBps` the highest fee the shop agrees to, both moments
 * are Unix seconds and not included; `salt` is any number the shop has not used before.
 */
export type Exit = {
  shop: Address;
  amount: bigint;
  mostFeeBps: number;
  validAfter: number;
  validBefore: number;
  salt: Hex;
};

/** Where it is signed for; signed with it, and said so that a mistake can be named. */
type Place = { chainId: number; redemptions: Address };

/** What goes to the relay as JSON: a request of euros, or taking one back. Amounts and numbers are decimal strings. */
export type SignedExit = Place & Omit<Exit, "amount"> & { amount: string; signature: Hex };
export type SignedExitCancellation = Place & { shop: Address; requestId: string; signature: Hex };

const SEQUENCE_BITS = 64n;

/** The nonce that binds salt and fee to the authorisation, as `authorizationNonce` of Redemptions computes it. */
export function exitNonce({ salt, mostFeeBps }: Pick<Exit, "salt" | "mostFeeBps">): Hex {
  const hash = keccak256(encodeAbiParameters([{ type: "bytes32" }, { type: "uint16" }], [salt, mostFeeBps]));
  return numberToHex((BigInt(hash) >> SEQUENCE_BITS) << SEQUENCE_BITS, { size: 32 });
}

/** What a shop signs to ask for euros: an authorisation that only Redemptions can use. */
export function exitTypedData(currency: Currency, redemptions: Address, exit: Exit) {
  const { shop, amount, validAfter, validBefore } = exit;
  const message = { from: shop, to: redemptions, value: amount, validAfter, validBefore, nonce: exitNonce(exit) };
  return receiveTypedData(currency, message);
}

/** What a shop signs to take a request back. */
export function exitCancellationTypedData({ chainId, redemptions }: Place, requestId: bigint) {
  return {
    domain: { name: "Redemptions", version: "1", chainId, verifyingContract: redemptions },
    types: { CancelRedemption: [{ name: "requestId", type: "uint256" }] },
    primaryType: "CancelRedemption",
    message: { requestId },
  } as const;
}

/** The arguments of `requestWithAuthorization`. */
export function exitArguments({ shop, amount, mostFeeBps, validAfter, validBefore, salt, signature }: SignedExit) {
  return [shop, BigInt(amount), mostFeeBps, BigInt(validAfter), BigInt(validBefore), salt, signature] as const;
}
