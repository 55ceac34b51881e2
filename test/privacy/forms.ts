// SPDX-License-Identifier: EUPL-1.2
import { createHash } from "node:crypto";
import { getBytes, keccak256 } from "ethers";

/** Something that must not be public. A `name` is looked for as a word of its own: many are parts of others. */
export type Secret = { kind: "name" | "mail" | "staffId" | "mandate" | "iban"; text: string };

/** How a secret can stand in bytes: `isWord` where letters beside it make it another word. */
export type Needle = { secret: Secret; form: string; bytes: Uint8Array; isWord: boolean };

/** Base64 and hashes of less say too little: they are found by chance. */
const LEAST_BYTES = 8;

/** What an address, or a number with a reference in it, keeps of a hash. */
const KEPT_BYTES = 20;

/**
 * The forms of a secret that tell it to whoever guesses it: as it is, in base64 at any place in a longer text, hashed
 * without a salt. Hexadecimal is not among them: what looks like it is read before it is searched.
 */
export function formsOf(secret: Secret): Needle[] {
  return spellings(secret.text).flatMap((text) => {
    const bytes = Buffer.from(text);
    const needle = (form: string, found: Uint8Array, isWord = false): Needle => ({
      secret,
      form,
      bytes: found,
      isWord,
    });
    const plain = [needle("plain", bytes, secret.kind === "name")];
    const hashes = [
      ["keccak256", getBytes(keccak256(bytes))],
      ["sha256", createHash("sha256").update(bytes).digest()],
    ] as const;
    const hashed = hashes.flatMap(([form, hash]) => [
      needle(form, hash.slice(0, KEPT_BYTES)),
      needle(`end of ${form}`, hash.slice(-KEPT_BYTES)),
      ...base64Forms(hash).map((core) => needle(`base64 of ${form}`, core)),
    ]);
    const encoded = bytes.length < LEAST_BYTES ? [] : base64Forms(bytes).map((core) => needle("base64", core));
    return [...plain, ...hashed, ...encoded];
  });
}

/** A secret as people and programs write it. */
function spellings(text: string): string[] {
  const bare = text.normalize("NFD").replace(/\p{Mark}/gu, "");
  return [...new Set([text, bare, text.normalize("NFD"), text.toLowerCase(), bare.toLowerCase(), text.toUpperCase()])];
}

/** The part of a text's base64 that does not depend on what stands beside it, for each place modulo 3, in both alphabets. */
function base64Forms(bytes: Uint8Array): Uint8Array[] {
  const cores = [0, 1, 2].map((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), bytes])
      .toString("base64")
      .replace(/=+$/u, "");
    const complete = Math.floor(((before + bytes.length) * 8) / 6);
    return encoded.slice(Math.ceil((before * 8) / 6), complete);
  });
  const urls = cores.map((core) => core.replaceAll("+", "-").replaceAll("/", "_"));
  return [...new Set([...cores, ...urls])].map((core) => Buffer.from(core));
}
