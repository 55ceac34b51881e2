// SPDX-License-Identifier: EUPL-1.2
import type { Address } from "../../lib/runtime-config.ts";

/** The link of a shop for paper: as short as can be, so that its code is read from further away. */
export function shopLink(origin: string, shop: Address): string {
  return new URL(`/payer?a=${shop}`, origin).toString();
}
