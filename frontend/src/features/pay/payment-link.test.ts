// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from "vitest";
import { readPaymentLink } from "./payment-link.ts";

describe("payment links", () => {
  it("keep their fields as they came, and no others", () => {
    const fields = { a: "0x12", m: "<b>12</b>", l: " pain ", r: "F-1", x: "1", n: "2", t: "3", k: "4" };
    expect(readPaymentLink({ ...fields, q: "5", constructor: "6" })).toEqual(fields);
  });

  it("leave out what is no text, and cut what is far too long", () => {
    expect(readPaymentLink({ a: 12, m: null, l: ["x"] })).toEqual({});
    expect(readPaymentLink({ l: "a".repeat(9_000) }).l).toHaveLength(400);
  });
});
