// SPDX-License-Identifier: EUPL-1.2
import { concat, type Hex, hexToString, keccak256, pad, size, slice, toHex } from "viem";

/** Bytes of an immutable: the compiler writes each as one word into the code, wherever it is read. */
export const WORD = 32;

/** Where the immutables of a contract stand in its code, by name: the first byte of each place. */
export type ImmutablePlaces = Record<string, number[]>;

/** What is published of a contract's code: enough to know it again on any chain, without compiling. */
export type PublishedCode = { hash: Hex; immutables: ImmutablePlaces };

/** How code on a chain stands to what was published; only the compiler's note at its end may differ in "sameProgram". */
export type CodeMatch = "exact" | "sameProgram" | "different" | "none";

/** Solidity ends code with a CBOR map of an IPFS hash of 34 bytes and its own version of 3, then their length. */
const NOTE = /a264697066735822[0-9a-f]{68}64736f6c6343[0-9a-f]{6}0033$/;

/**
 * Code without the note the compiler leaves at its end: a hash of the sources and of every setting, also of those that
 * change nothing in the program, such as which other files were compiled in the same go.
 */
export function programOf(code: Hex): Hex {
  return code.toLowerCase().replace(NOTE, "") as Hex;
}

/** The note at the end of the code; `0x` when there is none. */
export function noteOf(code: Hex): Hex {
  return `0x${NOTE.exec(code.toLowerCase())?.[0] ?? ""}`;
}

/** Code with zeros where the immutables stand. */
export function maskedCode(code: Hex, immutables: ImmutablePlaces): Hex {
  const starts = Object.values(immutables)
    .flat()
    .toSorted((a, b) => a - b);
  const parts: Hex[] = [];
  let at = 0;
  for (const start of starts) {
    if (start < at || start + WORD > size(code)) return code;
    if (start > at) parts.push(slice(code, at, start));
    parts.push(pad("0x", { size: WORD }));
    at = start + WORD;
  }
  return at === size(code) ? concat(parts) : concat([...parts, slice(code, at)]);
}

/** keccak256 of a contract's program with its immutables masked: the same for every deployment of the same sources. */
export function programHash(code: Hex, immutables: ImmutablePlaces): Hex {
  return keccak256(maskedCode(programOf(code), immutables));
}

/** The value of each immutable in the code of a chain; undefined where its places hold different values. */
export function immutableValues(code: Hex, immutables: ImmutablePlaces): Record<string, Hex | undefined> {
  const values = Object.entries(immutables).map(([name, starts]) => {
    const words = new Set(
      starts.map((start) => (start + WORD <= size(code) ? slice(code, start, start + WORD) : "0x")),
    );
    const [word] = words;
    return [name, words.size === 1 && word !== "0x" ? word : undefined] as const;
  });
  return Object.fromEntries(values);
}

/** Whether code on a chain is the program that was published; an account without code is "none". */
export function isPublishedProgram(code: Hex, published: PublishedCode): boolean {
  return code !== "0x" && programHash(code, published.immutables) === published.hash;
}

/** Compares the code of a chain with compiled code, whose immutables are zeros. */
export function matchCode(code: Hex, compiled: Hex, immutables: ImmutablePlaces): CodeMatch {
  if (code === "0x") return "none";
  if (programHash(code, immutables) !== programHash(compiled, immutables)) return "different";
  return noteOf(code) === noteOf(compiled) ? "exact" : "sameProgram";
}

/** An immutable as its type reads: an address, a decimal number, true or false, a text, or the word itself. */
export function readImmutable(word: Hex, type: string): string {
  if (/^(?:address|contract |address payable)/u.test(type)) return slice(word, 12);
  if (type.startsWith("uint") || type.startsWith("enum ")) return BigInt(word).toString();
  if (type.startsWith("int")) return BigInt.asIntN(256, BigInt(word)).toString();
  if (type === "bool") return String(BigInt(word) !== 0n);
  if (type === "ShortString") return shortString(word);
  return toHex(BigInt(word), { size: WORD });
}

/** OpenZeppelin's text of at most 31 bytes in a word whose last byte is its length. */
function shortString(word: Hex): string {
  const length = Number(BigInt(word) & 0xffn);
  if (length >= WORD) return word;
  return JSON.stringify(length === 0 ? "" : hexToString(slice(word, 0, length)));
}
