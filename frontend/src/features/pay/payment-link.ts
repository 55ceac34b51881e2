// SPDX-License-Identifier: EUPL-1.2
import type { Address } from "../../lib/runtime-config.ts";

/**
 * What a payment link carries: `/payer?a=0x…&m=12,50&l=pain`. `a` is the payee, `m` the amount as people write it, `l` a
 * label shown to the payer. All of it comes from strangers: what is malformed is dropped, and the amount is read as if the
 * payer had typed it.
 */
export type PaymentLink = { a?: Address; m?: string; l?: string };

const LONGEST_LABEL = 80;

export function readPaymentLink(search: Record<string, unknown>): PaymentLink {
  const { a, m, l } = search;
  return {
    ...(typeof a === "string" && /^0x[0-9a-fA-F]{40}$/.test(a) && { a: a as Address }),
    ...(typeof m === "string" && /^[\d., \u00A0\u202F]{1,24}$/.test(m) && { m }),
    ...(typeof l === "string" && l.trim() !== "" && { l: l.trim().slice(0, LONGEST_LABEL) }),
  };
}

/** An https link that any phone camera opens on the confirmation of this payment. */
export function paymentLink(origin: string, payee: Address, amount?: string, label?: string): string {
  const url = new URL("/payer", origin);
  url.searchParams.set("a", payee);
  if (amount) url.searchParams.set("m", amount);
  if (label) url.searchParams.set("l", label);
  return url.toString();
}
