// SPDX-License-Identifier: EUPL-1.2

/** A number one can read aloud, from which the entry in the register is found: the first digits of its hash. */
export function receiptNumber(hash: string): string {
  return `${hash.slice(2, 6)} ${hash.slice(6, 10)} ${hash.slice(10, 14)}`.toUpperCase();
}
