// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from "vitest";
import { payableAmount } from "./amount-problem.ts";

describe("payableAmount", () => {
  it("takes an amount up to what there is", () => {
    expect(payableAmount("12,50", 1250n)).toEqual({ ok: true, cents: 1250n });
  });
  it("says how much is missing", () => {
    expect(payableAmount("12,50", 1249n)).toEqual({ ok: false, problem: "insufficient", missing: 1n });
  });
  it("checks the writing alone while the balance is not known", () => {
    expect(payableAmount("12,50", undefined)).toEqual({ ok: true, cents: 1250n });
    expect(payableAmount("12,5051", undefined)).toEqual({ ok: false, problem: "precision" });
  });
});
