// SPDX-License-Identifier: EUPL-1.2
import { getAddress } from "ethers";
import { Refusal } from "../refusal.ts";

// Forms of fields in requests, as JSON schemas.

export const wordField = { type: "string", pattern: "^0x[0-9a-f]{64}$" };
export const addressField = { type: "string", pattern: "^0x[0-9a-fA-F]{40}$" };
export const chainField = { type: "integer", minimum: 1 };
/** One cent or more; an account holds fewer than 2^80. */
export const centsField = { type: "string", pattern: "^[1-9][0-9]{0,24}$" };
/** 2^40 seconds are 35,000 years; from 2^47 on the contract takes them for numbers of blocks. */
export const secondField = { type: "integer", minimum: 0, maximum: 2 ** 40 };
/** r, s and v of a key. */
export const keySignatureField = { type: "string", pattern: "^0x[0-9a-fA-F]{130}$" };
/** What the contract of a payer takes for a signature, 15 owners of a Safe say; a key's has 65 bytes. */
export const signatureField = { type: "string", pattern: "^0x(?:[0-9a-fA-F]{2}){65,1000}$" };

/** @throws Refusal when one of these fields is an address without its checksum. */
export function checkAddresses<Field extends string>(request: Record<Field, string>, ...fields: Field[]): void {
  for (const field of fields) if (!isChecksummed(request[field])) throw Refusal.of("badRequest", { field });
}

export function isChecksummed(given: string): boolean {
  try {
    return getAddress(given) === given;
  } catch {
    return false;
  }
}
