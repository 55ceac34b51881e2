// SPDX-License-Identifier: EUPL-1.2
import { getAddress, isAddress } from "viem";
import type { Address } from "./runtime-config.ts";

/** Whether a text is meant to be an address, however well it is typed. */
export function looksLikeAddress(text: string): boolean {
  return /^\s*0x[0-9a-zA-Z]{6,}\s*$/.test(text);
}

/**
 * The address in a text. One in mixed case carries a checksum, which finds a typing mistake: undefined then, as for
 * anything that is no address.
 */
export function parseAddress(text: string): Address | undefined {
  const trimmed = text.trim();
  return isAddress(trimmed) ? getAddress(trimmed) : undefined;
}
