// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from "vitest";
import { isPin, lockFor, opens, waitAfter } from "./till-lock.ts";

describe("the lock of a till", () => {
  it("is opened by its code alone, and does not hold it", () => {
    const lock = lockFor("4711");
    expect(opens(lock, "4711")).toBe(true);
    expect(opens(lock, "4712")).toBe(false);
    expect(lock).not.toContain("4711");
    expect(lockFor("4711")).not.toBe(lock);
  });

  it("takes codes of 4 to 8 digits", () => {
    expect(["123", "1234", "12345678", "123456789", "12a4"].map(isPin)).toEqual([false, true, true, false, false]);
  });

  it("makes one wait at every fifth wrong code", () => {
    expect([0, 1, 4, 5, 6, 10].map(waitAfter)).toEqual([0, 0, 0, 30, 0, 30]);
  });
});
