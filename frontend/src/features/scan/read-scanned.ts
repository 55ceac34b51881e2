// SPDX-License-Identifier: EUPL-1.2
import { formatAmount } from "@monnaie-commune/sdk/amounts";
import { readEip681, type Eip681Problem } from "@monnaie-commune/sdk/payments/eip681";
import { cleanLabel, type Here, type PaymentRequest } from "@monnaie-commune/sdk/payments/request";
import { parseShortCode } from "@monnaie-commune/sdk/payments/short-code";
import { parseAddress } from "../../lib/address.ts";
import { readPaymentLink, type PaymentLink } from "../pay/payment-link.ts";

/** What a code holds that is not to be paid. */
export type ScanProblem =
  Exclude<Eip681Problem, { kind: "notOne" }> | { kind: "otherSite"; host: string } | { kind: "unknown"; text: string };

/** What was read: a payment to look at, a letter of the region's, a code in letters; or what else it is. */
export type Scanned =
  | { kind: "payment"; link: PaymentLink }
  | { kind: "letter"; code: string }
  | { kind: "code"; text: string }
  | { kind: "problem"; problem: ScanProblem };

/** Characters of a stranger's text that are shown. */
const SHOWN = 60;

/** @param origins Sites whose links are ours. */
export function readScanned(text: string, here: Here, origins: readonly string[]): Scanned {
  const trimmed = text.trim();
  const web = readWebLink(trimmed, origins);
  if (web) return web;
  const asked = readEip681(trimmed, here);
  if (asked.ok) return { kind: "payment", link: linkOf(asked.request) };
  if (asked.problem.kind !== "notOne") return { kind: "problem", problem: asked.problem };
  if (/^0x[0-9a-zA-Z]{30,}$/u.test(trimmed)) {
    const address = parseAddress(trimmed);
    if (address) return { kind: "payment", link: { a: address } };
    return { kind: "problem", problem: { kind: "malformedPart", part: "account" } };
  }
  if (parseShortCode(trimmed).ok) return { kind: "code", text: trimmed };
  return { kind: "problem", problem: { kind: "unknown", text: cleanLabel(trimmed).slice(0, SHOWN) } };
}

function readWebLink(text: string, origins: readonly string[]): Scanned | undefined {
  const url = URL.parse(text);
  if (!url || !/^https?:$/u.test(url.protocol)) return undefined;
  if (!origins.includes(url.origin)) return { kind: "problem", problem: { kind: "otherSite", host: url.host } };
  if (url.pathname === "/prime" && url.hash.length > 1) return { kind: "letter", code: url.hash.slice(1) };
  if (url.pathname !== "/payer") return { kind: "problem", problem: { kind: "other" } };
  const names = [...url.searchParams.keys()];
  // Two amounts in one link: whoever made it wants one to be seen and the other paid.
  if (new Set(names).size !== names.length) return { kind: "problem", problem: { kind: "altered" } };
  return { kind: "payment", link: readPaymentLink(Object.fromEntries(url.searchParams)) };
}

function linkOf({ payee, cents }: PaymentRequest): PaymentLink {
  return { a: payee, ...(cents !== undefined && { m: formatAmount(cents, "fr").replaceAll(/\s/gu, "") }) };
}
