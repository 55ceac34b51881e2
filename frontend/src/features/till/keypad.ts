// SPDX-License-Identifier: EUPL-1.2
import { amountParts, type Language } from "@monnaie-commune/sdk/amounts";

// The amount of a till as it is typed: "12,5", always with a comma, never more than its screen can show.

export type KeypadKey = "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9" | "comma" | "back" | "clear";

/** 99 999,99: what fits the screen of a phone in digits one reads at an arm's length. */
const MOST_WHOLE_DIGITS = 5;
const DECIMALS = 2;

const PHYSICAL: Record<string, KeypadKey> = {
  ",": "comma",
  ".": "comma",
  Decimal: "comma",
  Backspace: "back",
  Delete: "clear",
  Escape: "clear",
};

/** The key of the keypad that a key of a keyboard stands for. */
export function keypadKeyOf(key: string): KeypadKey | undefined {
  return /^[0-9]$/.test(key) ? (key as KeypadKey) : PHYSICAL[key];
}

/** What stands there after a key; a key that would make no amount changes nothing. */
export function pressKey(text: string, key: KeypadKey): string {
  if (key === "clear") return "";
  if (key === "back") return text.slice(0, -1);
  if (key === "comma") return text.includes(",") ? text : `${text || "0"},`;
  const [whole = "", decimals] = text.split(",");
  if (decimals !== undefined) return decimals.length < DECIMALS ? text + key : text;
  if (whole === "0") return key;
  return whole.length < MOST_WHOLE_DIGITS ? text + key : text;
}

/** The cents typed so far; 0 for nothing. */
export function typedCents(text: string): bigint {
  const [whole = "", decimals = ""] = text.split(",");
  return BigInt(`${whole || "0"}${decimals.padEnd(DECIMALS, "0")}`);
}

/** What was typed, as it is written in a language: "1 250,5", and "0" before the first key. */
export function typedAmount(text: string, language: Language): string {
  const [whole = "", decimals] = text.split(",");
  const written = amountParts(BigInt(`${whole || "0"}00`), language);
  return written.whole + (decimals === undefined ? "" : written.separator + decimals);
}
