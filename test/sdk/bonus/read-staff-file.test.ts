// SPDX-License-Identifier: EUPL-1.2
import { expect } from "chai";
import { readFileSync } from "node:fs";
import { RULE_CODES } from "@monnaie-commune/sdk/bonus/rules";
import { safeText } from "@monnaie-commune/sdk/bonus/safe-text";
import {
  euroLine,
  fileFor,
  fileOf,
  GOOD_LINE,
  HEADER,
  lineFor,
  lineOf,
  PLAN_DATE,
  read,
  readFor,
  STRUCTURE,
  walletOf,
} from "./staff-file.ts";

const two = lineOf({ payee_id: "AG-2", wallet: walletOf("two"), amount: "0,03", share: "50" });

describe("readStaffFile", function () {
  describe("reads", function () {
    it("the share of the bonus, rounded down to the cent, and leaves the rest in euros", function () {
      const result = read(fileOf(lineOf(), two, euroLine("AG-3")));
      if (!result.ok) throw new Error(result.errors.map(({ code }) => code).join());
      expect(result.lines.map(({ line, amount, units, euros }) => ({ line, amount, units, euros }))).to.deep.equal([
        { line: 2, amount: 125_050n, units: 62_525n, euros: 62_525n },
        { line: 3, amount: 3n, units: 1n, euros: 2n },
        { line: 4, amount: 30_000n, units: 0n, euros: 30_000n },
      ]);
    });

    it("wallet and consent of who opted in, and nothing of who did not", function () {
      const result = read(fileOf(lineOf(), euroLine("AG-3")));
      if (!result.ok) throw new Error("refused");
      expect(result.lines.map(({ optIn }) => optIn)).to.deep.equal([
        { wallet: GOOD_LINE.wallet, consent: { reference: "MANDAT-2026-1", date: "2026-10-12", share: 50 } },
        undefined,
      ]);
    });

    it("who opted in without a wallet as somebody to write a letter to, where there are letters", function () {
      const result = read(fileOf(lineOf(), lineOf({ payee_id: "AG-4", wallet: "" })), { letters: true });
      if (!result.ok) throw new Error("refused");
      expect(result.lines[1]).to.deep.include({ units: 62_525n, euros: 62_525n });
      expect(result.lines[1]?.optIn?.wallet).to.equal(null);
    });

    const expected = read(fileOf(lineOf(), euroLine("AG-3")));
    const variants: [string, string][] = [
      ["a byte order mark", `\uFEFF${fileOf(lineOf(), euroLine("AG-3"))}`],
      ["CRLF", fileOf(lineOf(), euroLine("AG-3")).replaceAll("\n", "\r\n")],
      ["quoted cells", fileOf(lineOf(), euroLine("AG-3")).replaceAll(/[^;\n]+/gu, '"$&"')],
      ["a quoted header", fileOf(lineOf(), euroLine("AG-3")).replace(HEADER, HEADER.replaceAll(/[^;]+/gu, '"$&"'))],
      ["empty lines at the end", `${fileOf(lineOf(), euroLine("AG-3"))}\n\r\n`],
      ["no-break spaces in amounts", fileOf(lineOf({ amount: "1\u00A0250,50" }), euroLine("AG-3"))],
      ["commas between the columns", fileOf(lineOf({ amount: "1250.50" }), euroLine("AG-3")).replaceAll(";", ",")],
      [
        "the columns in another order",
        fileOf(lineOf(), euroLine("AG-3"))
          .split("\n")
          .map((line) => line.split(";").toReversed().join(";"))
          .join("\n"),
      ],
    ];
    for (const [what, file] of variants) {
      it(`the same from a file with ${what}`, function () {
        expect(read(file)).to.deep.equal(expected);
      });
    }

    it("a subsidy up to the share the structure accepts, from the day its convention begins", function () {
      const starting = { ...STRUCTURE, since: Date.parse(`${PLAN_DATE}T23:59:59Z`) / 1_000 };
      const result = readFor("subsidy", fileFor("subsidy", lineFor("subsidy", { share: "50" })), {}, [starting]);
      if (!result.ok) throw new Error(JSON.stringify(result.errors));
      expect(result.lines).to.have.length(1);
    });

    it("a subsidy that stays in euros, whoever gets it", function () {
      const euros = { payee_id: "55208131766522", wallet: "", consent_reference: "", consent_date: "", share: "" };
      const lines = [lineFor("subsidy"), lineFor("subsidy", euros)];
      expect(readFor("subsidy", fileFor("subsidy", ...lines))).to.have.property("ok", true);
    });

    it("100,000 lines", function () {
      this.timeout(60_000);
      const lines = Array.from({ length: 100_000 }, (_, n) => (n === 0 ? lineOf() : euroLine(`AG-${n + 1}`)));
      const result = read(fileOf(...lines));
      if (!result.ok) throw new Error("refused");
      expect(result.lines).to.have.length(100_000);
    });

    it("two quotation marks inside a quoted cell as one", function () {
      const result = read(fileOf(lineOf({ payee_id: '"A""1"' })));
      expect(result).to.have.nested.property("errors[0].shown", 'A"1');
    });
  });

  describe("reports", function () {
    it("all errors of a file at once, in its order", function () {
      const result = read(
        fileOf(
          lineOf({ amount: "0", share: "500" }),
          'A"B;x',
          lineOf({ payee_id: "", wallet: "camille.eth" }),
          "AG-9",
          lineOf({ consent_date: "2026-02-30" }),
        ),
      );
      if (result.ok) throw new Error("accepted");
      expect(result.errors.map(({ line, column, code }) => [line, column, code])).to.deep.equal([
        [2, "amount", "amountZero"],
        [2, "share", "shareRange"],
        [3, undefined, "quoteInCell"],
        [4, "payee_id", "payeeMissing"],
        [4, "wallet", "walletName"],
        [5, undefined, "cellsMissing"],
        [6, "consent_date", "consentDateImpossible"],
        [6, "payee_id", "payeeTwice"],
        [6, "wallet", "walletTwice"],
      ]);
    });

    it("the line a text editor shows, past line breaks in quoted cells and empty lines", function () {
      const result = read(fileOf(lineOf({ budget_line: '"1\r\n\n2"' }), "", lineOf({ amount: "x" })));
      if (result.ok) throw new Error("accepted");
      expect(result.errors.map(({ line, code }) => [line, code])).to.deep.include.members([
        [2, "cellLineBreak"],
        [6, "amountFormat"],
      ]);
    });

    it("the first line of a value that is there twice, and the checksummed form of an address without one", function () {
      const wallet = walletOf("two");
      const result = read(fileOf(lineOf(), lineOf({ wallet: wallet.toLowerCase() })));
      if (result.ok) throw new Error("accepted");
      expect(result.errors.map(({ parameters }) => parameters)).to.deep.equal([
        { suggestion: wallet },
        { firstLine: 2 },
      ]);
    });

    it("only columns when a column is missing", function () {
      const result = read(fileOf("x").replace("wallet", "portefeuille"));
      if (result.ok) throw new Error("accepted");
      expect(result.errors.map(({ code, column }) => [code, column])).to.deep.equal([
        ["columnMissing", "wallet"],
        ["columnUnknown", "portefeuille"],
      ]);
    });
  });

  for (const language of ["fr", "en"]) {
    it(`has a sentence for every rule (${language})`, function () {
      const file = new URL(`../../../sdk/i18n/bonus-rules.${language}.json`, import.meta.url);
      const sentences = JSON.parse(readFileSync(file, "utf8")) as Record<string, string>;
      expect(Object.keys(sentences).toSorted()).to.deep.equal([...RULE_CODES].toSorted());
    });
  }
});

describe("safeText", function () {
  it("writes what does not show as its code point", function () {
    expect(safeText("a\u202Eb\u0000\uFEFF\u{E0041}\ud800")).to.equal("a\\u{202E}b\\u{0}\\u{FEFF}\\u{E0041}\\u{D800}");
  });

  it("cuts after 40 characters, never inside one", function () {
    expect(safeText("🧀".repeat(41))).to.equal(`${"🧀".repeat(40)}…`);
  });
});
