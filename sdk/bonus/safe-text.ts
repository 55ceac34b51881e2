// SPDX-License-Identifier: EUPL-1.2

const LONGEST = 40;

/** Marks that change the direction in which text is read, so that it looks like another one. */
export const BIDI = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;

/** Control characters; a line break is one of them. */
export const CONTROL = /\p{Cc}/u;

/** Characters that take no room: two texts look alike and are not. */
export const INVISIBLE = /\p{Default_Ignorable_Code_Point}/u;

const UNSAFE = /[\p{C}\p{Zl}\p{Zp}]/u;

/**
 * A value as it can be printed anywhere: characters that do not show, or that change how the rest shows, are written as
 * `\u{202E}`, and what is longer than 40 characters is cut.
 */
export function safeText(value: string): string {
  const parts: string[] = [];
  for (const character of value) {
    if (parts.length === LONGEST) return `${parts.join("")}…`;
    parts.push(isUnsafe(character) ? `\\u{${character.codePointAt(0)?.toString(16).toUpperCase()}}` : character);
  }
  return parts.join("");
}

function isUnsafe(character: string): boolean {
  return UNSAFE.test(character) || INVISIBLE.test(character) || BIDI.test(character);
}
