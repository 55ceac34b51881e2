// SPDX-License-Identifier: EUPL-1.2
import type { Hex } from "viem";
import { decodeCommune } from "../merchants.ts";

/** What the register keeps of a shop; `commune` is the INSEE code in the registry's `bytes5`. */
export type MerchantDetails = { category: number; commune: Hex; recordHash: Hex; recordURI: string };

/** What a shop can sign: to be listed, to change its details, to leave. */
export type MerchantAction = "apply" | "update" | "leave";

/** Which shop, at which registry; `nonce` is the account's next one there, `deadline` Unix seconds. */
export type MerchantMessage = { chainId: number; registry: Hex; account: Hex; nonce: bigint; deadline: number };

const DETAILS = [
  { name: "account", type: "address" },
  { name: "category", type: "uint16" },
  { name: "commune", type: "string" },
  { name: "recordHash", type: "bytes32" },
  { name: "recordURI", type: "string" },
  { name: "nonce", type: "uint256" },
  { name: "deadline", type: "uint256" },
] as const;

function domainOf({ chainId, registry }: MerchantMessage) {
  return { name: "MerchantRegistry", version: "1", chainId, verifyingContract: registry } as const;
}

function valuesOf({ account, nonce, deadline }: MerchantMessage, details: MerchantDetails) {
  // Signed as text, so that wallets show it as people know it.
  return { account, ...details, commune: decodeCommune(details.commune), nonce, deadline: BigInt(deadline) };
}

/** The EIP-712 message of an application, for `signTypedData` of viem. */
export function applicationTypedData(message: MerchantMessage, details: MerchantDetails) {
  return {
    domain: domainOf(message),
    types: { MerchantApplication: DETAILS },
    primaryType: "MerchantApplication",
    message: valuesOf(message, details),
  } as const;
}

/** The EIP-712 message of new details. */
export function updateTypedData(message: MerchantMessage, details: MerchantDetails) {
  return {
    domain: domainOf(message),
    types: { MerchantUpdate: DETAILS },
    primaryType: "MerchantUpdate",
    message: valuesOf(message, details),
  } as const;
}

/** The EIP-712 message of a shop that leaves. */
export function departureTypedData(message: MerchantMessage) {
  const { account, nonce, deadline } = message;
  return {
    domain: domainOf(message),
    types: {
      MerchantDeparture: [
        { name: "account", type: "address" },
        { name: "nonce", type: "uint256" },
        { name: "deadline", type: "uint256" },
      ],
    },
    primaryType: "MerchantDeparture",
    message: { account, nonce, deadline: BigInt(deadline) },
  } as const;
}
