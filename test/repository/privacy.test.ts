// SPDX-License-Identifier: EUPL-1.2
import { createHash } from "node:crypto";
import { expect } from "chai";
import { concat, getBytes, id, toUtf8Bytes } from "ethers";
import { textPieces } from "../privacy/public-pieces.ts";
import type { Secret } from "../privacy/forms.ts";
import { scannerFor } from "../privacy/scan.ts";

const SECRETS: readonly Secret[] = [
  { kind: "staffId", text: "AG-0123456789" },
  { kind: "mandate", text: "MANDAT-2026-00042" },
  { kind: "mail", text: "camille.durand@region.example" },
  { kind: "name", text: "Naïma" },
  { kind: "iban", text: "FR7630006000011234567890189" },
];

const scan = scannerFor(SECRETS, ["acces@region.example"]);
const inBytes = (bytes: Uint8Array | string) => scan([{ place: "there", bytes: getBytes(bytes) }]);
const inText = (text: string) => scan(textPieces("there", text));
const word = (bytes: Uint8Array) => concat([bytes, new Uint8Array((32 - (bytes.length % 32)) % 32)]);

describe("the scanner for what is personal", () => {
  for (const { kind, text } of SECRETS) {
    it(`finds a ${kind} in every form that tells it`, () => {
      const bytes = toUtf8Bytes(text);
      const sha256 = createHash("sha256").update(bytes).digest();
      const finds = (findings: { what: string }[], form: string) =>
        expect(
          findings.map(({ what }) => what),
          form,
        ).to.include(text);
      finds(inText(`{"note":"${text}"}`), "in a file");
      finds(inBytes(concat(["0x12345601", word(bytes)])), "in a call");
      finds(inText(`{"note":"${Buffer.from(bytes).toString("hex")}"}`), "in hexadecimal");
      finds(inText(`{"note":"0x${Buffer.from(bytes).toString("hex").toUpperCase()}"}`), "in large hexadecimal");
      finds(inText(`data:application/json;base64,${Buffer.from(`{"a":"${text}"}`).toString("base64")}`), "in metadata");
      finds(inText(text.toUpperCase()), "in capitals");
      finds(inBytes(concat(["0x00", id(text), "0x00"])), "as keccak256");
      finds(inText(id(text)), "as keccak256 in a file");
      finds(inBytes(concat(["0x000000000000000000000000", `0x${id(text).slice(-40)}`])), "as an address made of it");
      finds(inBytes(concat([`0x${id(text).slice(2, 50)}`, "0x0000000000000000"])), "as the key of a payment's number");
      finds(inBytes(sha256), "as sha256");
      finds(inText(sha256.toString("base64")), "as sha256 in base64");
      finds(inBytes(id(text.toLowerCase())), "in small letters, as keccak256");
      if (bytes.length < 8) return;
      for (const before of ["", "a", "ab"]) {
        finds(inText(Buffer.from(`${before}${text}z`).toString("base64")), `in base64 after ${before.length} bytes`);
        finds(inText(Buffer.from(`${before}${text}z`).toString("base64url")), "in base64 of addresses");
      }
    });
  }

  it("finds mail addresses, bank accounts and staff ids that it was not told", () => {
    const forms = (text: string) => inText(text).map(({ form }) => form);
    expect(forms("write to someone@else.example today")).to.deep.equal(["mail address"]);
    expect(forms("DE89 3704 0044 0532 0130 00")).to.deep.equal(["bank account"]);
    expect(forms(`{"line":"CT-ABCDEF0123"}`)).to.deep.equal(["staff id"]);
    expect(forms(`0x${Buffer.from("someone@else.example").toString("hex")}`)).to.deep.equal(["mail address"]);
  });

  it("takes nothing else for personal", () => {
    expect(inText("acces@region.example")).to.deep.equal([]);
    expect(inText("DE88 3704 0044 0532 0130 00, AG-12345, naïmasse, Saint-Naïma-le-Vieux")).to.deep.equal([]);
    expect(inBytes(id("something else"))).to.deep.equal([]);
    expect(inText("La Fournée du Mail, 12 rue Haute, https://la-fournee-du-mail.example")).to.deep.equal([]);
  });
});
