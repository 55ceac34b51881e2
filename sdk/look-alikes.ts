// SPDX-License-Identifier: EUPL-1.2
// Names and addresses made to be taken for others.
import { INVISIBLE } from "./bonus/safe-text.ts";

/** Letters of other alphabets, and digits, that are read as a Latin letter. */
const READ_AS: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ["a", "аɑα"],
    ["b", "ьЬв"],
    ["c", "сϲ"],
    ["d", "ԁ"],
    ["e", "еєε"],
    ["g", "ɡ"],
    ["h", "һн"],
    ["j", "јϳ"],
    ["k", "кκ"],
    ["l", "1i|ıіιӏ!"],
    ["m", "м"],
    ["n", "пη"],
    ["o", "0оοσ"],
    ["p", "рρ"],
    ["q", "ԛ"],
    ["r", "гᴦ"],
    ["s", "5ѕ$"],
    ["t", "тτ"],
    ["u", "υцս"],
    ["v", "ѵν"],
    ["w", "ԝω"],
    ["x", "хχ"],
    ["y", "уγү"],
    ["z", "ᴢ"],
  ].flatMap(([letter, others]) => [...(others ?? "")].map((other) => [other, letter ?? ""])),
);

/** A name reduced to how it looks at a glance: two names with the same can be taken for each other. */
export function appearance(name: string): string {
  const letters = [...name.normalize("NFKD").toLowerCase()].map((letter) => READ_AS[letter] ?? letter).join("");
  return letters
    .replace(new RegExp(INVISIBLE.source, "gu"), "")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .replaceAll("rn", "m")
    .replaceAll("vv", "w");
}

/** Whether letters of several alphabets stand in one word, as nobody writes. */
export function mixesAlphabets(name: string): boolean {
  return name
    .split(/\P{L}+/u)
    .some(
      (word) => [/\p{sc=Latin}/u, /\p{sc=Cyrillic}/u, /\p{sc=Greek}/u].filter((script) => script.test(word)).length > 1,
    );
}

/** What people look at in an address: its first and last four digits, the same in each case. */
export function addressAppearance(address: string): string {
  const digits = address.toLowerCase();
  return `${digits.slice(2, 6)} ${digits.slice(-4)}`;
}
