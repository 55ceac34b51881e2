// SPDX-License-Identifier: EUPL-1.2
// The router needs this before the first page is there: what the fields mean, and whether they are true, the page says
// (`readRequestLink` of the sdk).
import type { LinkField } from "@monnaie-commune/sdk/payments/request";

/** The fields of a payment link as they came, from whoever wrote it. */
export type PaymentLink = Partial<Record<LinkField, string>>;

const FIELDS: readonly LinkField[] = ["a", "m", "l", "r", "x", "n", "t", "k"];
/** Longer than any field may be: what is longer is malformed, and stays so. */
const LONGEST = 400;

export function readPaymentLink(search: Record<string, unknown>): PaymentLink {
  const texts = FIELDS.flatMap((field) => {
    const value = search[field];
    return typeof value === "string" ? [[field, value.slice(0, LONGEST)] as const] : [];
  });
  return Object.fromEntries(texts);
}
