// SPDX-License-Identifier: EUPL-1.2
import { dailyExponentOf } from "@monnaie-commune/sdk/demurrage";
import { describe, expect, it } from "vitest";
import type { Holding } from "../balance/api/use-holding.ts";
import { spendable, validBeforeOf } from "./spendable.ts";

const TODAY = 20_800;
const MIDNIGHT = (TODAY + 1) * 86_400;
const rates = [{ fromDay: 0, yearlyRateBps: 600, dailyExponent: dailyExponentOf(600) }];
const account = { worth: 100_000_00n << 48n, settledDay: TODAY, rateClass: 0 };
const holding: Holding = { cents: 100_000_00n, today: TODAY, account, rates };
/** 100,000.00 less one day at 6 % a year. */
const TOMORROW = 99_983_04n;

describe("spendable", () => {
  it("is everything while the signature runs out today", () => {
    expect(spendable(holding, MIDNIGHT - 86_400)).toBe(100_000_00n);
    expect(spendable(holding, MIDNIGHT - 601)).toBe(100_000_00n);
  });

  it("is what will be left tomorrow in the last ten minutes of the day", () => {
    expect(spendable(holding, MIDNIGHT - 600)).toBe(TOMORROW);
    expect(spendable(holding, MIDNIGHT - 1)).toBe(TOMORROW);
  });

  it("goes by the register's day where it is ahead of the device's", () => {
    expect(spendable({ ...holding, today: TODAY + 1, cents: TOMORROW }, MIDNIGHT - 86_400)).toBe(TOMORROW);
  });

  it("keeps nothing back of money that does not melt", () => {
    expect(spendable({ ...holding, rates: [] }, MIDNIGHT - 1)).toBe(100_000_00n);
  });
});

describe("validBeforeOf", () => {
  it("is ten minutes, or the end of the request, or just long enough to arrive", () => {
    expect(validBeforeOf(1_000)).toBe(1_600);
    expect(validBeforeOf(1_000, 5_000)).toBe(1_600);
    expect(validBeforeOf(1_000, 1_299)).toBe(1_300);
    expect(validBeforeOf(1_000, 1_010)).toBe(1_060);
  });
});
