// SPDX-License-Identifier: EUPL-1.2
import type { Hex } from "viem";
import { concatHex, keccak256, stringToHex } from "viem/utils";
import { ALPHABET, BETWEEN_GROUPS, checkCharacter, normalCharacters, toBase32 } from "../base32.ts";

/** 24 of them are 120 bits: more than anybody can try, few enough to type. */
const SECRET_CHARACTERS = 24;
const CHECK_CHARACTERS = 1;
const TYPED_CHARACTERS = SECRET_CHARACTERS + CHECK_CHARACTERS;
const GROUP = 5;
const SECRET_BYTES = 15;
const KEY_DOMAIN = stringToHex("monnaie-commune claim key 1");

/** What a letter carries: the run, and the secret its one-time key is made from, as 24 characters. */
export type ClaimCode = { runId: bigint; secret: string };

export type ClaimCodeProblem = "empty" | "length" | "character" | "check" | "run";

/** The 24 characters of a secret of 15 bytes. */
export function claimSecret(bytes: Uint8Array): string {
  if (bytes.length !== SECRET_BYTES) throw new RangeError(`A claim's secret has ${SECRET_BYTES} bytes`);
  const number = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  return toBase32(number, SECRET_CHARACTERS);
}

/** A code as it is printed and typed: `12-ABCDE-FGHJK-MNPQR-STVWX-YZ01C`, the last character being a check. */
export function formatClaimCode({ runId, secret }: ClaimCode): string {
  const characters = `${secret}${checkCharacter(`${runId}${secret}`)}`;
  const groups = characters.match(new RegExp(`.{${GROUP}}`, "gu")) ?? [];
  return [runId.toString(), ...groups].join("-");
}

/** Reads a code, with or without its hyphens, in upper or lower case, O for 0 and I or L for 1. */
export function parseClaimCode(text: string): { ok: true; code: ClaimCode } | { ok: false; problem: ClaimCodeProblem } {
  const [first = "", ...rest] = normalCharacters(text).split(BETWEEN_GROUPS);
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
  if (checkCharacter(`${runId}${secret}`) !== characters.at(-1)) return { ok: false, problem: "check" };
  return { ok: true, code: { runId, secret } };
}

/** The private key of a claim: keccak256 of a fixed text and the secret's characters. */
export function claimPrivateKey(secret: string): Hex {
  return keccak256(concatHex([KEY_DOMAIN, stringToHex(secret)]));
}
