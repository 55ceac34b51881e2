// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from "vitest";
import { paymentLink, readPaymentLink } from "./payment-link.ts";

const SHOP = "0xBcd4042DE499D14e55001CcbB24a551F3b954096";

describe("payment links", () => {
  it("carry payee, amount and label there and back", () => {
    const url = new URL(paymentLink("https://example.org", SHOP, "12,50", "Pain & brioche"));
    expect(url.pathname).toBe("/payer");
    expect(readPaymentLink(Object.fromEntries(url.searchParams))).toEqual({ a: SHOP, m: "12,50", l: "Pain & brioche" });
  });

  it("need no amount and no label", () => {
    const url = new URL(paymentLink("https://example.org", SHOP));
    expect(readPaymentLink(Object.fromEntries(url.searchParams))).toEqual({ a: SHOP });
  });

  it("drop what is malformed", () => {
    expect(readPaymentLink({ a: "0x12", m: "<b>12</b>", l: "   " })).toEqual({});
  });

  it("cut a label that is too long", () => {
    expect(readPaymentLink({ l: "a".repeat(500) }).l).toHaveLength(80);
  });
});
