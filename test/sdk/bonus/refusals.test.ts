// SPDX-License-Identifier: EUPL-1.2
import { expect } from "chai";
import { RULE_CODES, type RuleCode } from "@monnaie-commune/sdk/bonus/rules";
import { ruleSentence } from "../../../scripts/bonus/print-errors.ts";
import { language, setLanguage } from "../../../scripts/lib/messages.ts";
import { REFUSALS, STRUCTURES } from "./refusals.ts";
import { fileOf, lineOf, read, readFor, walletOf } from "./staff-file.ts";

const other = { payee_id: "AG-2", wallet: walletOf("two") };

/** A sentence that begins with what a person is to do: an infinitive in French, an imperative in English. */
const NEXT_STEP = {
  fr: /(?:^|[.;] )(?:N’en |L’|La |Le |Les )?(?:ajouter|arrondir|attendre|augmenter|compléter|corriger|demander|donner|écrire|enregistrer|exporter|faire|garder|mettre|partager|raccourcir|recopier|réduire|reprendre|ressaisir|retirer|supprimer|vérifier)(?!\p{L})/iu,
  en: /(?:^|[.;] )(?:Add|Ask|Check|Complete|Copy|Correct|Delete|Export|Give|Have|Keep|Put|Raise|Reduce|Remove|Round|Save|Shorten|Split|Take|Type|Use|Wait|Write)\b/u,
};

describe("readStaffFile", function () {
  describe("refuses", function () {
    const usual = language();
    after(() => setLanguage(usual));

    for (const { what, purpose = "bonus", code, file, line, column, shown } of REFUSALS) {
      it(`${what} (${code})`, function () {
        const result = readFor(purpose, file, {}, STRUCTURES);
        if (result.ok) throw new Error("The file was accepted");
        const error = result.errors.find((found) => found.code === code);
        expect(error, result.errors.map((found) => found.code).join()).to.not.equal(undefined);
        expect(error?.line).to.equal(line);
        for (const each of result.errors) {
          for (const spoken of ["en", "fr"] as const) {
            setLanguage(spoken);
            const sentence = ruleSentence(each.code, each.parameters);
            expect(sentence).to.match(/^(?!.*\{\{).{20,}[.;]$/u);
            expect(sentence, `${each.code} says what to do`).to.match(NEXT_STEP[spoken]);
          }
        }
        expect(error?.column).to.equal(column);
        if (shown !== undefined && code !== "separatorUnknown") expect(error?.shown).to.equal(shown);
      });
    }

    it("an unknown payee when a register is given (payeeUnknown)", function () {
      const result = read(fileOf(lineOf(), lineOf(other)), { knownPayees: new Set(["AG-1"]) });
      expect(result)
        .to.have.property("errors")
        .that.deep.equals([{ line: 3, column: "payee_id", code: "payeeUnknown", shown: "AG-2", parameters: {} }]);
    });

    const totals: [RuleCode, { budget: bigint; attested: bigint; cap: bigint }][] = [
      ["overBudget", { budget: 62_524n, attested: 62_524n, cap: 100_000n }],
      ["overAttested", { budget: 100_000n, attested: 62_524n, cap: 100_000n }],
      ["overCap", { budget: 100_000n, attested: 100_000n, cap: 62_524n }],
    ];
    for (const [code, limits] of totals) {
      it(`a total one cent over (${code})`, function () {
        const result = read(fileOf(lineOf()), { limits });
        if (result.ok) throw new Error("The file was accepted");
        const [error] = result.errors;
        expect(error).to.deep.equal({
          line: undefined,
          column: "amount",
          code,
          shown: "",
          parameters: { total: 62_525n, available: 62_524n, excess: 1n },
        });
      });
    }

    it("a file in which nobody opted in (nobodyOptedIn)", function () {
      const none = lineOf({ wallet: "", consent_reference: "", consent_date: "", share: "" });
      const result = read(fileOf(none));
      expect(result).to.have.property("errors").with.nested.property("[0].code", "nobodyOptedIn");
    });

    it("at least 45 kinds of bad input, one of each code", function () {
      expect(new Set(REFUSALS.map(({ code }) => code)).size).to.be.at.least(45);
      expect(new Set(REFUSALS.map(({ what }) => what)).size).to.equal(REFUSALS.length);
    });

    it("for every code there is at least one case here", function () {
      const elsewhere: RuleCode[] = ["payeeUnknown", "overBudget", "overAttested", "overCap", "nobodyOptedIn"];
      const tried = new Set([...REFUSALS.map(({ code }) => code), ...elsewhere]);
      expect(RULE_CODES.filter((code) => !tried.has(code))).to.deep.equal([]);
    });
  });
});
