// SPDX-License-Identifier: EUPL-1.2
import { amountParts, formatAmount, MAX_CENTS, parseAmount, type AmountProblem } from "@monnaie-commune/sdk/amounts";
import { expect } from "chai";
import fc from "fast-check";

const NBSP = "\u00A0";
const NARROW = "\u202F";

describe("parseAmount", () => {
  const accepted: [string, bigint][] = [
    ["12", 1_200n],
    ["12,5", 1_250n],
    ["12,50", 1_250n],
    ["12.50", 1_250n],
    ["0,01", 1n],
    ["0.10", 10n],
    ["1250", 125_000n],
    ["1250,50", 125_050n],
    ["1 250,50", 125_050n],
    [`1${NBSP}250,50`, 125_050n],
    [`1${NARROW}250,50`, 125_050n],
    [`1 250${NARROW}300.5`, 125_030_050n],
    ["12,50 ", 1_250n],
    [`${NBSP} 12,50${NARROW}`, 1_250n],
    ["0012,50", 1_250n],
    ["12089258196146291747061,75", MAX_CENTS],
  ];
  for (const [text, cents] of accepted) {
    it(`reads ${JSON.stringify(text)} as ${cents} cents`, () => {
      expect(parseAmount(text)).to.deep.equal({ ok: true, cents });
    });
  }

  const refused: [AmountProblem, string[]][] = [
    ["empty", ["", " ", `${NBSP}${NARROW}`]],
    [
      "ambiguous",
      ["1,250", "1.250", "999.999", "1.250,5", "1.250,50", "1,250.50", "1.250.000", "1,250,000", "12,500", "12,505"],
    ],
    ["precision", ["0,125", "0.001", "1250,500", "1 250,500", "012,500", "12,5000", "1,2345"]],
    ["negative", ["-5", "-0,00", "-12,50", "\u22125", "- 5", "-1.250,50", "-1,2345"]],
    ["zero", ["0", "0,0", "0.00", "00", "000,00"]],
    ["tooLarge", ["12089258196146291747061,76", "9".repeat(40), "9".repeat(41), "1".repeat(100_000)]],
    [
      "format",
      ["12,", ",5", ".5", ",", "1e3", "1E3", "0x10", "+5", "--5", "-", "\u2212", "12 €", "12€", "1'250", "1_250"],
    ],
    [
      "format",
      ["1 25,0", "1 25", "12 5", "1 2500", "1234 567", "1  250", "1 250 ,50", "1 250, 50", "1,2,3", "1.2.3", "1,2.5"],
    ],
    ["format", ["\uFF11\uFF12", "\u0661\u0662", "\u00BD", "12\u066B50", "12\uFF0C50"]],
    [
      "format",
      ["\u000012", "12\u0000", "1\u00002", "\u202E12", "12\u202C", "\u200B12", "1\u200B2", "12\uFEFF", "\u200F5"],
    ],
    ["format", ["12\n", "\t12", "12\r\n", "1\t250", "1\u2009250", "NaN", "Infinity", "douze"]],
  ];
  for (const [problem, texts] of refused) {
    for (const text of texts) {
      it(`refuses ${JSON.stringify(text.slice(0, 30))}${text.length > 30 ? ` (${text.length} characters)` : ""}: ${problem}`, () => {
        expect(parseAmount(text)).to.deep.equal({ ok: false, problem });
      });
    }
  }

  it("reads back what formatAmount writes in French", () => {
    fc.assert(
      fc.property(fc.bigInt(1n, MAX_CENTS), (cents) => {
        expect(parseAmount(formatAmount(cents, "fr"))).to.deep.equal({ ok: true, cents });
      }),
    );
  });

  it("answers for any text, and never reads one as more than it can hold", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
        const parsed = parseAmount(text);
        expect(!parsed.ok || (parsed.cents > 0n && parsed.cents <= MAX_CENTS)).to.equal(true);
      }),
    );
  });
});

describe("formatAmount", () => {
  it("writes French with narrow no-break spaces and a comma", () => {
    expect(formatAmount(125_050n, "fr")).to.equal(`1${NARROW}250,50`);
    expect(formatAmount(123_456_789_012n, "fr")).to.equal(`1${NARROW}234${NARROW}567${NARROW}890,12`);
  });

  it("writes English with commas and a point", () => {
    expect(formatAmount(123_456_789n, "en")).to.equal("1,234,567.89");
  });

  it("puts the symbol after a narrow no-break space", () => {
    expect(formatAmount(5n, "fr", "MC")).to.equal(`0,05${NARROW}MC`);
    expect(formatAmount(5n, "en", "MC")).to.equal(`0.05${NARROW}MC`);
    expect(formatAmount(5n, "en", "")).to.equal("0.05");
  });

  it("writes a minus sign, not a hyphen", () => {
    expect(formatAmount(-1n, "fr")).to.equal("\u22120,01");
    expect(formatAmount(-100_000n, "en")).to.equal("\u22121,000.00");
  });

  it("is exact beyond 2^53", () => {
    expect(formatAmount(MAX_CENTS, "en")).to.equal("12,089,258,196,146,291,747,061.75");
  });
});

describe("amountParts", () => {
  it("gives the pieces of a formatted amount", () => {
    expect(amountParts(-125_050n, "fr")).to.deep.equal({
      sign: "\u2212",
      whole: `1${NARROW}250`,
      separator: ",",
      decimals: "50",
    });
    expect(amountParts(0n, "en")).to.deep.equal({ sign: "", whole: "0", separator: ".", decimals: "00" });
  });
});
