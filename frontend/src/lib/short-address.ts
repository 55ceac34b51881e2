// SPDX-License-Identifier: EUPL-1.2

/** `0x1234…cdef` with six characters on either side: for details only, people and shops have names. */
export function shortAddress(address: string): string {
  return address.length > 16 ? `${address.slice(0, 8)}…${address.slice(-6)}` : address;
}

/** The address in groups of four, as one reads it aloud. */
export function addressGroups(address: string): string[] {
  return address.slice(2).match(/.{1,4}/g) ?? [];
}

export function isSameAddress(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && one.toLowerCase() === other?.toLowerCase();
}
