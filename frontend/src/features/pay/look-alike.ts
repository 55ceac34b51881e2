// SPDX-License-Identifier: EUPL-1.2
import type { Address } from "../../lib/runtime-config.ts";

/** An address people know, by the name they know it by. */
export type Known = { address: Address; name: string };

/** Digits at either end that people compare, and that somebody who wants to be taken for another can make the same. */
const COMPARED = 4;

function ends(address: string): string {
  const digits = address.slice(2).toLowerCase();
  return digits.slice(0, COMPARED) + digits.slice(-COMPARED);
}

/** Whom an address looks like without being theirs. */
export function lookAlikeOf(address: Address, known: readonly Known[]): Known | undefined {
  const isKnown = known.some((each) => each.address.toLowerCase() === address.toLowerCase());
  return isKnown ? undefined : known.find((each) => ends(each.address) === ends(address));
}
