// SPDX-License-Identifier: EUPL-1.2
import {
  type ClaimCode,
  type ClaimCodeProblem,
  claimPrivateKey,
  claimSecret,
  formatClaimCode,
  parseClaimCode,
} from "@monnaie-commune/sdk/claims/code";
import { expect } from "chai";
import { id } from "ethers";
import fc from "fast-check";

const ALPHABET = [..."0123456789ABCDEFGHJKMNPQRSTVWXYZ"];
const SOME_BYTES = Uint8Array.from({ length: 15 }, (_, index) => index * 17);

const bytes = fc.uint8Array({ minLength: 15, maxLength: 15 });
const codes = fc.record({ runId: fc.bigInt({ min: 1n, max: 10n ** 15n - 1n }), secret: bytes.map(claimSecret) });

/** What reading a text gives: the code, or the problem. */
function read(text: string): ClaimCode | ClaimCodeProblem {
  const parsed = parseClaimCode(text);
  return parsed.ok ? parsed.code : parsed.problem;
}

/** The text with another character at a place. */
function withCharacter(text: string, at: number, character: string): string {
  return text.slice(0, at) + character + text.slice(at + 1);
}

describe("claimSecret", () => {
  it("is the bits of 15 bytes, five by five", () => {
    const bits = [...SOME_BYTES].map((byte) => byte.toString(2).padStart(8, "0")).join("");
    const fives = bits.match(/.{5}/gu) ?? [];
    const characters = fives.map((five) => ALPHABET[Number.parseInt(five, 2)]).join("");
    expect(claimSecret(SOME_BYTES)).to.equal(characters);
    expect(claimSecret(new Uint8Array(15))).to.equal("0".repeat(24));
    expect(claimSecret(new Uint8Array(15).fill(255))).to.equal("Z".repeat(24));
  });

  it("takes 15 bytes and no other number", () => {
    for (const length of [0, 14, 16, 32]) expect(() => claimSecret(new Uint8Array(length))).to.throw(RangeError);
  });
});

describe("claimPrivateKey", () => {
  it("stays what it is, so that letters that were sent stay valid", () => {
    const secret = claimSecret(SOME_BYTES);
    expect(claimPrivateKey(secret)).to.equal(id(`monnaie-commune claim key 1${secret}`));
    expect(claimPrivateKey(secret)).to.equal("0x567f51e6ddb1db8ec5e2ebe635e88bd7dda14fffc760137fae4f987ecc5c795f");
  });
});

describe("formatClaimCode", () => {
  it("stays what it is, so that letters that were sent stay readable", () => {
    const secret = claimSecret(SOME_BYTES);
    expect(formatClaimCode({ runId: 12n, secret })).to.equal("12-008J4-CT4AN-K7F24-SNAXW-SQFEW");
  });

  it("is the run, and five groups of five", () => {
    fc.assert(
      fc.property(codes, (code) => {
        const [run, ...groups] = formatClaimCode(code).split("-");
        expect(run).to.equal(code.runId.toString());
        expect(groups.map(({ length }) => length)).to.deep.equal([5, 5, 5, 5, 5]);
        expect(groups.join("").slice(0, 24)).to.equal(code.secret);
      }),
    );
  });
});

describe("parseClaimCode", () => {
  it("reads what was printed", () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(read(formatClaimCode(code))).to.deep.equal(code);
      }),
    );
  });

  it("reads it without hyphens, with others, with spaces, over two lines, in lower case", () => {
    fc.assert(
      fc.property(codes, (code) => {
        const printed = formatClaimCode(code);
        for (const typed of [
          printed.replaceAll("-", ""),
          printed.replaceAll("-", " "),
          printed.replaceAll("-", " - "),
          printed.replaceAll("-", "\u2013"),
          printed.replaceAll("-", "\u2011"),
          printed.replaceAll("-", "\n"),
          `  ${printed}\t`,
          printed.replace("-", " ").replaceAll("-", ""),
          printed.toLowerCase(),
        ]) {
          expect(read(typed), typed).to.deep.equal(code);
        }
      }),
    );
  });

  it("reads letters that look like digits as the digits", () => {
    fc.assert(
      fc.property(codes, fc.constantFrom("O", "o"), fc.constantFrom("I", "i", "L", "l"), (code, zero, one) => {
        const typed = formatClaimCode(code).replaceAll("0", zero).replaceAll("1", one);
        expect(read(typed), typed).to.deep.equal(code);
      }),
    );
  });

  it("finds every mistyped character", () => {
    fc.assert(
      fc.property(codes, fc.nat(), fc.constantFrom(...ALPHABET), (code, seed, character) => {
        const printed = formatClaimCode(code);
        const at = seed % printed.length;
        fc.pre(printed[at] !== "-" && printed[at] !== character);
        const problem = read(withCharacter(printed, at, character));
        expect(problem).to.be.oneOf(["check", "run"]);
      }),
      { numRuns: 1_000 },
    );
  });

  it("finds every two exchanged neighbours", () => {
    fc.assert(
      fc.property(codes, fc.nat(), (code, seed) => {
        const printed = formatClaimCode(code).replaceAll("-", "");
        const at = seed % (printed.length - 1);
        const [one = "", other = ""] = printed.slice(at, at + 2);
        fc.pre(one !== other);
        const typed = withCharacter(withCharacter(printed, at, other), at + 1, one);
        expect(read(typed)).to.be.oneOf(["check", "run"]);
      }),
      { numRuns: 1_000 },
    );
  });

  it("tells a code of another run", () => {
    fc.assert(
      fc.property(codes, fc.integer({ min: 1, max: 9 }), (code, digit) => {
        fc.pre(BigInt(digit) !== code.runId);
        const [, ...groups] = formatClaimCode({ ...code, runId: BigInt(digit) }).split("-");
        const other = (digit % 9) + 1;
        expect(read([other, ...groups].join("-"))).to.equal("check");
      }),
    );
  });

  for (const [problem, texts] of Object.entries({
    empty: ["", "   ", "-", "\u2013\n"],
    run: [
      "ABCDE-FGHJK",
      "0-00000-00000-00000-00000-00000",
      "1234567890123456-00000",
      "A2-00000-00000-00000-00000-00000",
    ],
    length: ["12", "12-ABCDE", "1-00000-00000-00000-00000-0000", "1-00000-00000-00000-00000-00000-0", "123456"],
    character: [
      "1-0000U-00000-00000-00000-00000",
      "1-0000\u00e9-00000-00000-00000-00000",
      "1-0000*-00000-00000-00000-00000",
    ],
  } satisfies Partial<Record<ClaimCodeProblem, string[]>>)) {
    it(`says what is wrong: ${problem}`, () => {
      for (const text of texts) expect(read(text), text).to.equal(problem);
    });
  }

  it("never throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        expect(parseClaimCode(text)).to.have.property("ok");
      }),
    );
  });
});
