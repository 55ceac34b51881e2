// SPDX-License-Identifier: EUPL-1.2

/** `1234ab…98cdef`, six characters on either side of an address or a hash, without 0x: for those who have no name. */
export function shortAddress(address: string): string {
  return address.length > 16 ? `${address.slice(2, 8)}…${address.slice(-6)}` : address;
}

/** The address in groups of four, as one reads it aloud. */
export function addressGroups(address: string): string[] {
  return address.slice(2).match(/.{1,4}/g) ?? [];
}

export function isSameAddress(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && one.toLowerCase() === other?.toLowerCase();
}

/** A number one can read aloud, from which the entry in the register is found: the first digits of its hash. */
export function receiptNumber(hash: string): string {
  return `${hash.slice(2, 6)} ${hash.slice(6, 10)} ${hash.slice(10, 14)}`.toUpperCase();
}
