// SPDX-License-Identifier: EUPL-1.2
// Codes people read, say and type: Crockford's base 32, with a check character.

/** No I, L, O or U, which people take for others. */
export const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Crockford's readings of what people write by mistake. */
const TAKEN_FOR: Record<string, string> = { I: "1", L: "1", O: "0" };

/** What stands between the groups of a code: hyphens of any kind, and spaces. */
export const BETWEEN_GROUPS = /[-\s\u2010-\u2015\u2212]+/u;

/** The lowest `5 x length` bits of a number, five by five, the highest first. */
export function toBase32(number: bigint, length: number): string {
  let rest = number;
  let text = "";
  for (let i = 0; i < length; i++) {
    text = `${ALPHABET[Number(rest & 31n)]}${text}`;
    rest >>= 5n;
  }
  return text;
}

/** What was typed, in capitals, O for 0 and I or L for 1. */
export function normalCharacters(text: string): string {
  return text
    .trim()
    .toUpperCase()
    .replaceAll(/[ILO]/gu, (character) => TAKEN_FOR[character] ?? character);
}

/**
 * The characters as a polynomial over the field of 32 elements, at the field's generator, times the generator: one
 * mistyped character, or two exchanged ones, never pass it.
 */
export function checkCharacter(characters: string): string {
  let value = 0;
  for (const character of characters) value = timesGenerator(value) ^ ALPHABET.indexOf(character);
  return ALPHABET[timesGenerator(value)] as string;
}

/** In the field of 32 elements by x^5 + x^2 + 1, whose generator is x. */
function timesGenerator(value: number): number {
  return ((value << 1) & 31) ^ (value < 16 ? 0 : 0b00101);
}
