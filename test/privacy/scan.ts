// SPDX-License-Identifier: EUPL-1.2
import { isIban } from "../../scripts/exits/bank-accounts.ts";
import { formsOf, type Needle, type Secret } from "./forms.ts";

/** Bytes anybody can read, and where. */
export type Piece = { place: string; bytes: Uint8Array };

/** Something personal that anybody can read. */
export type Finding = { place: string; what: string; form: string };

/** What looks personal, whoever's it is. */
const SHAPES: readonly (readonly [form: string, pattern: RegExp])[] = [
  ["mail address", /[a-z0-9._%+-]+@(?:[a-z0-9-]+\.)+[a-z]{2,}/giu],
  ["bank account", /\b[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]){11,30}\b/gu],
  ["staff id", /\b(?:AG|CT)-[0-9A-F]{10}\b/giu],
];

const PREFIX_BYTES = 4;

export type Scanner = (pieces: Iterable<Piece>) => Finding[];

/**
 * Finds secrets in all their forms, and what looks like a mail address, a bank account or a staff id.
 * @param allowed Mail addresses that are published on purpose.
 */
export function scannerFor(secrets: readonly Secret[], allowed: readonly string[] = []): Scanner {
  const needles = new Map<number, Needle[]>();
  for (const needle of secrets.flatMap(formsOf)) {
    const prefix = prefixAt(needle.bytes, 0);
    const known = needles.get(prefix);
    if (known === undefined) needles.set(prefix, [needle]);
    else known.push(needle);
  }
  return (pieces) => {
    const findings: Finding[] = [];
    for (const piece of pieces) {
      for (const { place, bytes } of [piece, ...readHexadecimal(piece)]) {
        for (const { secret, form } of needlesIn(bytes, needles)) findings.push({ place, what: secret.text, form });
        for (const [what, form] of shapesIn(bytes, allowed)) findings.push({ place, what, form });
      }
    }
    return findings;
  };
}

function prefixAt(bytes: Uint8Array, at: number): number {
  let prefix = 0;
  for (let i = 0; i < PREFIX_BYTES; i++) prefix = prefix * 256 + (bytes[at + i] ?? 0);
  return prefix;
}

function* needlesIn(bytes: Uint8Array, needles: ReadonlyMap<number, Needle[]>): Generator<Needle> {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let prefix = 0;
  for (let end = 0; end < text.length; end++) {
    prefix = ((prefix % 2 ** (8 * (PREFIX_BYTES - 1))) * 256 + (text[end] ?? 0)) % 2 ** (8 * PREFIX_BYTES);
    const candidates = needles.get(prefix);
    if (candidates === undefined || end < PREFIX_BYTES - 1) continue;
    const start = end - PREFIX_BYTES + 1;
    for (const needle of candidates) {
      const stop = start + needle.bytes.length;
      if (stop > text.length || text.compare(needle.bytes, 0, needle.bytes.length, start, stop) !== 0) continue;
      if (needle.isWord && (isOfWord(text[start - 1]) || isOfWord(text[stop]))) continue;
      yield needle;
    }
  }
}

/** Letters, also of other alphabets, digits, and the hyphen of names such as Saint-Marc. */
function isOfWord(byte: number | undefined): boolean {
  return byte !== undefined && (byte >= 0x80 || /[\w-]/u.test(String.fromCharCode(byte)));
}

/** What stands in a text as hexadecimal digits, as bytes. */
function readHexadecimal({ place, bytes }: Piece): Piece[] {
  const text = Buffer.from(bytes).toString("latin1");
  const runs = text.matchAll(/(?:[0-9a-fA-F]{2}){4,}/gu);
  return [...runs].map(([run]) => ({ place: `${place}, in hexadecimal`, bytes: Buffer.from(run, "hex") }));
}

function* shapesIn(bytes: Uint8Array, allowed: readonly string[]): Generator<[what: string, form: string]> {
  const text = Buffer.from(bytes).toString("latin1");
  for (const [form, pattern] of SHAPES) {
    for (const [what] of text.matchAll(pattern)) {
      if (form === "bank account" && !isIban(what.replaceAll(" ", ""))) continue;
      if (!allowed.includes(what)) yield [what, form];
    }
  }
}
