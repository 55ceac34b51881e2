// SPDX-License-Identifier: EUPL-1.2
import {
  codeFor,
  formatShortCode,
  parseShortCode,
  type ShortCodeProblem,
  shopCode,
} from "@monnaie-commune/sdk/payments/short-code";
import { expect } from "chai";
import { id } from "ethers";
import fc from "fast-check";
import type { Hex } from "viem";

const ALPHABET = [..."0123456789ABCDEFGHJKMNPQRSTVWXYZ"];
const SHOP = "0xBcd4042DE499D14e55001CcbB24a551F3b954096";

const texts = fc.string({ unit: "binary", maxLength: 40 });
const kinds = fc.constantFrom("shop", "request");
const codes = fc.tuple(kinds, texts).map(([kind, text]) => ({ kind, code: codeFor(kind, text) }));

/** The text with another character at a place. */
function withCharacter(text: string, at: number, character: string): string {
  return text.slice(0, at) + character + text.slice(at + 1);
}

describe("shopCode", () => {
  it("is the first bits of the hash, five by five, so that printed posters stay valid", () => {
    const hash = BigInt(id(`monnaie-commune shop 1 ${SHOP.toLowerCase()}`));
    const bits = hash.toString(2).padStart(256, "0").slice(0, 30);
    const fives = bits.match(/.{5}/gu) ?? [];
    expect(shopCode(SHOP).slice(0, 6)).to.equal(fives.map((five) => ALPHABET[Number.parseInt(five, 2)]).join(""));
    expect(shopCode(SHOP)).to.equal("W86F0B5");
  });

  it("is the same however the address is written", () => {
    expect(shopCode(SHOP.toLowerCase() as Hex)).to.equal(shopCode(SHOP));
  });

  it("has seven characters, and a request's code ten", () => {
    expect(shopCode(SHOP)).to.have.length(7);
    expect(codeFor("request", "anything")).to.have.length(10);
  });
});

describe("formatShortCode", () => {
  it("sets a hyphen where the voice rests", () => {
    expect(formatShortCode("ABCDEFG")).to.equal("ABC-DEFG");
    expect(formatShortCode("ABCDEFGHJK")).to.equal("ABCDE-FGHJK");
  });
});

describe("parseShortCode", () => {
  it("reads what is shown, and tells the kind by the length", () => {
    fc.assert(
      fc.property(codes, ({ kind, code }) => {
        expect(parseShortCode(formatShortCode(code))).to.deep.equal({ ok: true, kind, code });
      }),
    );
  });

  it("reads it without the hyphen, with another, with spaces, in lower case, O for 0 and I or L for 1", () => {
    fc.assert(
      fc.property(
        codes,
        fc.constantFrom("O", "o"),
        fc.constantFrom("I", "i", "L", "l"),
        ({ kind, code }, zero, one) => {
          for (const typed of [
            code,
            formatShortCode(code).replace("-", "\u2013"),
            formatShortCode(code).replace("-", " - "),
            ` ${[...code].join(" ")}\n`,
            code.toLowerCase(),
            code.replaceAll("0", zero).replaceAll("1", one),
          ]) {
            expect(parseShortCode(typed), typed).to.deep.equal({ ok: true, kind, code });
          }
        },
      ),
    );
  });

  it("finds every mistyped character, and every two exchanged neighbours", () => {
    fc.assert(
      fc.property(codes, fc.nat(), fc.constantFrom(...ALPHABET), ({ code }, seed, character) => {
        const at = seed % code.length;
        fc.pre(code[at] !== character);
        expect(parseShortCode(withCharacter(code, at, character))).to.deep.equal({ ok: false, problem: "check" });
        const [one = "", other = ""] = code.slice(at, at + 2);
        fc.pre(other !== "" && one !== other);
        const exchanged = withCharacter(withCharacter(code, at, other), at + 1, one);
        expect(parseShortCode(exchanged)).to.deep.equal({ ok: false, problem: "check" });
      }),
      { numRuns: 500 },
    );
  });

  for (const [problem, typed] of Object.entries({
    empty: ["", "  ", "-", "\u2013\n"],
    length: ["ABC", "ABC-DEF", "ABC-DEFGH", "ABCDE-FGHJ", "ABCDE-FGHJK-M"],
    character: ["ABC-DEFU", "ABCDE-FGHJ*", "AB\u00c9-DEFG"],
  } satisfies Partial<Record<ShortCodeProblem, string[]>>)) {
    it(`says what is wrong: ${problem}`, () => {
      for (const text of typed) expect(parseShortCode(text), text).to.deep.equal({ ok: false, problem });
    });
  }

  it("never throws", () => {
    fc.assert(fc.property(texts, (text) => void expect(parseShortCode(text)).to.have.property("ok")));
  });
});
