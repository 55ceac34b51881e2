// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from "vitest";
import { axisMarks, shareBps } from "./scale.ts";

describe("axisMarks", () => {
  it("goes from 0 to a round number at or above the largest value", () => {
    expect(axisMarks(87)).toEqual([0, 25, 50, 75, 100]);
    expect(axisMarks(100)).toEqual([0, 25, 50, 75, 100]);
    expect(axisMarks(101)).toEqual([0, 50, 100, 150]);
    expect(axisMarks(3.4, 3)).toEqual([0, 2, 4]);
  });

  it("has few marks that hold every value, however large", () => {
    for (let largest = 0.01; largest < 1e15; largest *= 1.37) {
      const marks = axisMarks(largest);
      expect(marks.length).toBeLessThanOrEqual(5);
      expect((marks.at(-1) ?? 0) * (1 + 1e-9)).toBeGreaterThanOrEqual(largest);
    }
  });

  it("is one mark where there is nothing", () => {
    expect(axisMarks(0)).toEqual([0]);
  });
});

describe("shareBps", () => {
  it("is of the whole, and 0 of nothing", () => {
    expect([shareBps(1n, 3n), shareBps(0n, 5n), shareBps(5n, 0n)]).toEqual([3_333, 0, 0]);
  });
});
