// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from "vitest";
import { exitAmount } from "./exit-amount.ts";

describe("exitAmount", () => {
  it("takes what is held and allowed, to the cent", () => {
    expect(exitAmount("100,00", 100_00n, 100_00n)).toEqual({ ok: true, cents: 100_00n });
  });

  it("names the limit that is passed: first what is held, then the month", () => {
    expect(exitAmount("100,01", 100_00n, 50_00n)).toEqual({ ok: false, problem: "insufficient", missing: 1n });
    expect(exitAmount("50,01", 100_00n, 50_00n)).toEqual({ ok: false, problem: "allowance" });
  });

  it("only checks the writing while nothing is known", () => {
    expect(exitAmount("7", undefined, undefined)).toEqual({ ok: true, cents: 7_00n });
    expect(exitAmount("", undefined, 0n)).toMatchObject({ ok: false, problem: "empty" });
  });
});
