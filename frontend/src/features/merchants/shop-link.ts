// SPDX-License-Identifier: EUPL-1.2
import type { Address } from "../../lib/runtime-config.ts";

/** The shop a link is about; undefined when it names no account. */
export function readShopLink({ a }: Record<string, unknown>): { a?: Address } {
  return typeof a === "string" && /^0x[0-9a-fA-F]{40}$/.test(a) ? { a: a as Address } : {};
}
