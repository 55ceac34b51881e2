// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from "vitest";
import { keypadKeyOf, pressKey, typedAmount, typedCents, type KeypadKey } from "./keypad.ts";

const type = (...keys: KeypadKey[]) => keys.reduce(pressKey, "");

describe("pressKey", () => {
  it("types an amount with its comma", () => {
    expect(type("1", "2", "comma", "5", "0")).toBe("12,50");
  });
  it("begins with a zero when the comma comes first, and takes a leading zero away", () => {
    expect(type("comma", "5")).toBe("0,5");
    expect(type("0", "7")).toBe("7");
  });
  it("takes no second comma, no third decimal and no sixth digit", () => {
    expect(type("1", "comma", "comma", "5", "5", "5")).toBe("1,55");
    expect(type("9", "9", "9", "9", "9", "9")).toBe("99999");
  });
  it("takes back one key, or all", () => {
    expect(type("1", "comma", "back")).toBe("1");
    expect(type("back")).toBe("");
    expect(type("1", "2", "clear")).toBe("");
  });
});

describe("typedCents", () => {
  it.each([
    ["", 0n],
    ["7", 7_00n],
    ["0,5", 50n],
    ["12,", 12_00n],
    ["99999,99", 99_999_99n],
  ])("reads %j", (text, cents) => {
    expect(typedCents(text)).toBe(cents);
  });
});

describe("typedAmount", () => {
  it("writes what was typed so far in the reader's way", () => {
    expect(["", "1250", "12,", "12,5"].map((text) => typedAmount(text, "fr"))).toEqual([
      "0",
      "1\u202F250",
      "12,",
      "12,5",
    ]);
    expect(typedAmount("1250,5", "en")).toBe("1,250.5");
  });
});

describe("keypadKeyOf", () => {
  it("takes digits, both commas, and the keys that take back", () => {
    expect(["5", ",", ".", "Backspace", "Escape"].map(keypadKeyOf)).toEqual(["5", "comma", "comma", "back", "clear"]);
  });
  it("leaves every other key alone", () => {
    expect(["a", "Tab", "Enter", "F5", "-"].map(keypadKeyOf)).toEqual(Array.from({ length: 5 }, () => undefined));
  });
});
