// SPDX-License-Identifier: EUPL-1.2
import { globSync, readFileSync } from "node:fs";
import { ERROR_NAMES } from "@monnaie-commune/sdk/generated/errors";
import * as abis from "@monnaie-commune/sdk/generated/abis";
import { expect } from "chai";

type Sentences = { [key: string]: string | Sentences };

const PLURAL = /_(zero|one|two|few|many|other)$/u;

function read(path: string): Map<string, string> {
  const flatten = (part: Sentences, before: string): [string, string][] =>
    Object.entries(part).flatMap(([key, value]) =>
      typeof value === "string" ? [[before + key, value] as [string, string]] : flatten(value, `${before}${key}.`),
    );
  return new Map(flatten(JSON.parse(readFileSync(path, "utf8")) as Sentences, ""));
}

const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)/gu)].map(([, name = ""]) => name).toSorted();
const dictionaries = globSync("{scripts,sdk,frontend/src}/i18n/*.fr.json").toSorted();

describe("sentences", () => {
  for (const french of dictionaries) {
    it(`are the same ones in both languages in ${french}`, () => {
      const fr = read(french);
      const en = read(french.replace(".fr.json", ".en.json"));
      const keys = (sentences: Map<string, string>) =>
        new Set([...sentences.keys()].map((key) => key.replace(PLURAL, "")));
      expect([...keys(en)]).to.have.members([...keys(fr)]);
      for (const [key, text] of fr) {
        expect(text.trim(), key).to.not.equal("");
        const english = en.get(key);
        if (english !== undefined && !PLURAL.test(key)) {
          expect(placeholders(english), key).to.deep.equal(placeholders(text));
        }
      }
    });

    it(`follow French typography in ${french}`, () => {
      for (const [key, text] of read(french)) {
        const plain = text.replace(/https?:\/\/\S+|\{\{[^}]*\}\}|[A-Z_]+=\S*/gu, "x");
        expect(plain, key).to.not.match(/[ \u00a0][:;!?](\s|$)/u);
        expect(plain, key).to.not.match(/[\p{L}\d][;!?](\s|$)/u);
        expect(plain, key).to.not.match(/« |[^\u202f\u00a0]»/u);
        expect(plain, key).to.not.contain("'");
      }
    });
  }

  it("exist for every failure of the scripts, with what to do next", () => {
    for (const file of globSync("scripts/**/*.ts")) {
      const source = readFileSync(file, "utf8");
      for (const [, key = ""] of source.matchAll(/new Failure\(\s*[123],\s*"([\w.]+)"/gu)) {
        const [name = "", ...path] = key.split(".");
        const sentences = read(`scripts/i18n/${name}.fr.json`);
        expect(sentences.has(`${path.join(".")}.what`), `${file}: ${key}.what`).to.equal(true);
        expect(sentences.has(`${path.join(".")}.next`), `${file}: ${key}.next`).to.equal(true);
      }
    }
  });

  it("exist for every error of the contracts, and name only its arguments", () => {
    const inputs = new Map<string, string[]>();
    for (const abi of Object.values(abis)) {
      for (const part of abi) {
        if (part.type === "error")
          inputs.set(
            part.name,
            part.inputs.map((input) => input.name),
          );
      }
    }
    for (const language of ["fr", "en"]) {
      const sentences = read(`sdk/i18n/errors.${language}.json`);
      expect([...sentences.keys()]).to.include.members([...ERROR_NAMES]);
      for (const name of ERROR_NAMES) {
        expect(inputs.get(name), name).to.include.members(placeholders(sentences.get(name) ?? ""));
      }
    }
  });
});
