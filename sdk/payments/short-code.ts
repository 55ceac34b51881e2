// SPDX-License-Identifier: EUPL-1.2
import type { Hex } from "viem";
import { hexToBigInt, keccak256, stringToHex } from "viem/utils";
import { ALPHABET, BETWEEN_GROUPS, checkCharacter, normalCharacters, toBase32 } from "../base32.ts";

/** What a payer types in the place of a scan: a shop's code stands for its account, a request's for what a till asks. */
export type ShortCode = { kind: "shop" | "request"; code: string };

export type ShortCodeProblem = "empty" | "length" | "character" | "check";

/** With the check character. The two kinds are told apart by nothing else. */
const LENGTH = { shop: 7, request: 10 } as const;
/** A shop is picked among those of one register: 30 bits tell them apart. */
const SHOP_DOMAIN = "monnaie-commune shop 1 ";
const HASH_BITS = 256n;
const GROUP_SIZES: Record<number, readonly [number, number]> = { [LENGTH.shop]: [3, 4], [LENGTH.request]: [5, 5] };

/** The code of a kind for a text: the first bits of its keccak256, and a check character. */
export function codeFor(kind: ShortCode["kind"], text: string): string {
  const characters = LENGTH[kind] - 1;
  const first = hexToBigInt(keccak256(stringToHex(text))) >> (HASH_BITS - BigInt(5 * characters));
  const code = toBase32(first, characters);
  return code + checkCharacter(code);
}

/** What the poster of a shop shows: seven characters, from the address of its account. */
export function shopCode(account: Hex): string {
  return codeFor("shop", `${SHOP_DOMAIN}${account.toLowerCase()}`);
}

/** A code as it is shown: `ABC-DEFG` of a shop, `ABCDE-FGHJK` of a request. */
export function formatShortCode(code: string): string {
  const [first, second] = GROUP_SIZES[code.length] ?? [code.length, 0];
  return second === 0 ? code : `${code.slice(0, first)}-${code.slice(first)}`;
}

/** Reads a code, with or without its hyphen, in upper or lower case, O for 0 and I or L for 1. */
export function parseShortCode(text: string): ({ ok: true } & ShortCode) | { ok: false; problem: ShortCodeProblem } {
  const code = normalCharacters(text).split(BETWEEN_GROUPS).join("");
  if (code === "") return { ok: false, problem: "empty" };
  const kind = code.length === LENGTH.shop ? "shop" : code.length === LENGTH.request ? "request" : undefined;
  if (kind === undefined) return { ok: false, problem: "length" };
  if ([...code].some((character) => !ALPHABET.includes(character))) return { ok: false, problem: "character" };
  if (checkCharacter(code.slice(0, -1)) !== code.at(-1)) return { ok: false, problem: "check" };
  return { ok: true, kind, code };
}
