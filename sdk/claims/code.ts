// SPDX-License-Identifier: EUPL-1.2
import type { Hex } from "viem";
import { concatHex, keccak256, stringToHex } from "viem/utils";

/** Crockford's base 32: no I, L, O or U, which people take for others. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/** 24 of them are 120 bits: more than anybody can try, few enough to type. */
const SECRET_CHARACTERS = 24;
/** One mistyped character, or two exchanged ones, never pass it. */
const CHECK_CHARACTERS = 1;
const TYPED_CHARACTERS = SECRET_CHARACTERS + CHECK_CHARACTERS;
const GROUP = 5;
const SECRET_BYTES = 15;
/** Crockford's readings of what people write by mistake. */
const TAKEN_FOR: Record<string, string> = { I: "1", L: "1", O: "0" };
const KEY_DOMAIN = stringToHex("monnaie-commune claim key 1");

/** What a letter carries: the run, and the secret its one-time key is made from, as 24 characters. */
export type ClaimCode = { runId: bigint; secret: string };

export type ClaimCodeProblem = "empty" | "length" | "character" | "check" | "run";

/** The 24 characters of a secret of 15 bytes. */
export function claimSecret(bytes: Uint8Array): string {
  if (bytes.length !== SECRET_BYTES) throw new RangeError(`A claim's secret has ${SECRET_BYTES} bytes`);
  let number = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  let text = "";
  for (let i = 0; i < SECRET_CHARACTERS; i++) {
    text = `${ALPHABET[Number(number & 31n)]}${text}`;
    number >>= 5n;
  }
  return text;
}

/** A code as it is printed and typed: `12-ABCDE-FGHJK-MNPQR-STVWX-YZ01C`, the last character being a check. */
export function formatClaimCode({ runId, secret }: ClaimCode): string {
  const characters = `${secret}${checkCharacter(runId, secret)}`;
  const groups = characters.match(new RegExp(`.{${GROUP}}`, "gu")) ?? [];
  return [runId.toString(), ...groups].join("-");
}

/** Reads a code, with or without its hyphens, in upper or lower case, O for 0 and I or L for 1. */
export function parseClaimCode(text: string): { ok: true; code: ClaimCode } | { ok: false; problem: ClaimCodeProblem } {
  const [first = "", ...rest] = normal(text).split(/[-\s\u2010-\u2015\u2212]+/u);
  if (first === "") return { ok: false, problem: "empty" };
  // Without anything between them, the run is what the secret leaves.
  const at = rest.length === 0 ? Math.max(1, first.length - TYPED_CHARACTERS) : first.length;
  const run = first.slice(0, at);
  const characters = [first.slice(at), ...rest].join("");
  if (!/^[1-9][0-9]{0,14}$/u.test(run)) return { ok: false, problem: "run" };
  if (characters.length !== TYPED_CHARACTERS) return { ok: false, problem: "length" };
  if ([...characters].some((character) => !ALPHABET.includes(character))) return { ok: false, problem: "character" };
  const secret = characters.slice(0, SECRET_CHARACTERS);
  const runId = BigInt(run);
  if (checkCharacter(runId, secret) !== characters.at(-1)) return { ok: false, problem: "check" };
  return { ok: true, code: { runId, secret } };
}

/** The private key of a claim: keccak256 of a fixed text and the secret's characters. */
export function claimPrivateKey(secret: string): Hex {
  return keccak256(concatHex([KEY_DOMAIN, stringToHex(secret)]));
}

function normal(text: string): string {
  return text
    .trim()
    .toUpperCase()
    .replaceAll(/[ILO]/gu, (character) => TAKEN_FOR[character] ?? character);
}

/** The characters as a polynomial over the field of 32 elements, at the field's generator, times the generator. */
function checkCharacter(runId: bigint, secret: string): string {
  let value = 0;
  for (const character of `${runId}${secret}`) value = timesGenerator(value) ^ ALPHABET.indexOf(character);
  return ALPHABET[timesGenerator(value)] as string;
}

/** In the field of 32 elements by x^5 + x^2 + 1, whose generator is x. */
function timesGenerator(value: number): number {
  return ((value << 1) & 31) ^ (value < 16 ? 0 : 0b00101);
}
