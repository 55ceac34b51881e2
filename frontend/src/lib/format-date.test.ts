// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from "vitest";
import { formatTime, formatUtcDay } from "./format-date.ts";
import { formatPercent } from "./format-percent.ts";

const atLocal = (hours: number, minutes: number) => new Date(2026, 10, 23, hours, minutes).getTime() / 1000;

describe("formatTime", () => {
  it("writes hours the French way", () => {
    expect(formatTime(atLocal(20, 5), "fr")).toBe("20\u00A0h\u00A005");
  });
  it("writes hours the English way", () => {
    expect(formatTime(atLocal(8, 5), "en")).toBe("08:05");
  });
});

describe("formatUtcDay", () => {
  it("names the day as the contracts count it, whatever the time zone", () => {
    expect(formatUtcDay(20_780, "fr")).toBe("23 novembre 2026");
    expect(formatUtcDay(20_780, "en")).toBe("23 November 2026");
  });
});

describe("formatPercent", () => {
  it("keeps hundredths of a percent when there are any", () => {
    expect(formatPercent(600, "fr")).toBe("6\u00A0%");
    expect(formatPercent(625, "en")).toBe("6.25%");
  });
});
