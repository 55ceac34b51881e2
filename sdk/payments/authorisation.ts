// SPDX-License-Identifier: EUPL-1.2
import type { Address, Hex } from "viem";
import { keccak256, numberToHex, toBytes } from "viem/utils";

/** How long the dApp lets a payment wait, in seconds: a network may be slow, a forgotten payment must not come back. */
export const AUTHORISATION_SECONDS = 600;

/** Which currency a signature is for; `name` is the one the token's contract gives. */
export type Currency = { name: string; chainId: number; token: Address };

/** A payment as its payer signs it (ERC-3009). `value` is cents, both moments are Unix seconds and not included. */
export type Authorisation = {
  from: Address;
  to: Address;
  value: bigint;
  validAfter: number;
  validBefore: number;
  nonce: Hex;
};

/** The right to spend from an account (ERC-2612). `value` is cents, `deadline` the last Unix second. */
export type Permit = { owner: Address; spender: Address; value: bigint; nonce: bigint; deadline: number };

/** Takes back a payment that is not written yet: nobody can use its number any more. */
export type Cancellation = { authorizer: Address; nonce: Hex };

/** For which currency a signed message is; signed with it, and said so that a mistake can be named. */
type Place = { chainId: number; token: Address };

/** What goes to the relay as JSON: amounts and permits' numbers are decimal strings. */
export type SignedAuthorisation = Place & Omit<Authorisation, "value"> & { value: string; signature: Hex };
export type SignedPermit = Place & Omit<Permit, "value" | "nonce"> & { value: string; nonce: string; signature: Hex };
export type SignedCancellation = Place & Cancellation & { signature: Hex };

const TRANSFER = [
  { name: "from", type: "address" },
  { name: "to", type: "address" },
  { name: "value", type: "uint256" },
  { name: "validAfter", type: "uint256" },
  { name: "validBefore", type: "uint256" },
  { name: "nonce", type: "bytes32" },
] as const;

const SEQUENCE_BITS = 64n;

/** What a payer signs, for `signTypedData` of viem. Anybody may send it to the chain. */
export function transferTypedData(currency: Currency, authorisation: Authorisation) {
  return {
    domain: domainOf(currency),
    types: { TransferWithAuthorization: TRANSFER },
    primaryType: "TransferWithAuthorization",
    message: messageOf(authorisation),
  } as const;
}

/** As `transferTypedData`, for a payment that only its payee may send: a contract that does more than receive. */
export function receiveTypedData(currency: Currency, authorisation: Authorisation) {
  return {
    domain: domainOf(currency),
    types: { ReceiveWithAuthorization: TRANSFER },
    primaryType: "ReceiveWithAuthorization",
    message: messageOf(authorisation),
  } as const;
}

export function cancelTypedData(currency: Currency, { authorizer, nonce }: Cancellation) {
  return {
    domain: domainOf(currency),
    types: {
      CancelAuthorization: [
        { name: "authorizer", type: "address" },
        { name: "nonce", type: "bytes32" },
      ],
    },
    primaryType: "CancelAuthorization",
    message: { authorizer, nonce },
  } as const;
}

export function permitTypedData(currency: Currency, { owner, spender, value, nonce, deadline }: Permit) {
  return {
    domain: domainOf(currency),
    types: {
      Permit: [
        { name: "owner", type: "address" },
        { name: "spender", type: "address" },
        { name: "value", type: "uint256" },
        { name: "nonce", type: "uint256" },
        { name: "deadline", type: "uint256" },
      ],
    },
    primaryType: "Permit",
    message: { owner, spender, value, nonce, deadline: BigInt(deadline) },
  } as const;
}

/** The number of a payment for a reference: one payer can pay one reference once, whatever he signs. */
export function referenceNonce(reference: string): Hex {
  const key = BigInt(keccak256(toBytes(reference))) >> SEQUENCE_BITS;
  return numberToHex(key << SEQUENCE_BITS, { size: 32 });
}

/** The number of a payment without a reference; `next` is `nonces(owner)` of the token, or more when others wait. */
export function sequenceNonce(next: bigint): Hex {
  return numberToHex(next, { size: 32 });
}

/** A number's parts: numbers of one key are used one after the other, those of different keys in any order. */
export function nonceParts(nonce: Hex): { key: bigint; sequence: bigint } {
  const number = BigInt(nonce);
  return { key: number >> SEQUENCE_BITS, sequence: BigInt.asUintN(Number(SEQUENCE_BITS), number) };
}

/** A signed payment as JSON. */
export function signedAuthorisation(
  { chainId, token }: Place,
  { value, ...rest }: Authorisation,
  signature: Hex,
): SignedAuthorisation {
  return { chainId, token, ...rest, value: value.toString(), signature };
}

/** The payment in a signed one. */
export function authorisationIn(signed: SignedAuthorisation): Authorisation {
  const { from, to, value, validAfter, validBefore, nonce } = signed;
  return { from, to, value: BigInt(value), validAfter, validBefore, nonce };
}

/** The arguments of the token's `transferWithAuthorization`. */
export function transferArguments(
  signed: SignedAuthorisation,
): [from: Address, to: Address, value: bigint, validAfter: bigint, validBefore: bigint, nonce: Hex, signature: Hex] {
  const { from, to, value, validAfter, validBefore, nonce } = messageOf(authorisationIn(signed));
  return [from, to, value, validAfter, validBefore, nonce, signed.signature];
}

function domainOf({ name, chainId, token }: Currency) {
  return { name, version: "1", chainId, verifyingContract: token } as const;
}

function messageOf({ from, to, value, validAfter, validBefore, nonce }: Authorisation) {
  return { from, to, value, validAfter: BigInt(validAfter), validBefore: BigInt(validBefore), nonce };
}
