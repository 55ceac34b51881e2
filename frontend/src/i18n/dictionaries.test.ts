// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from "vitest";
import { auditorEn } from "./auditor-resources.en.ts";
import { auditorFr } from "./auditor-resources.fr.ts";
import { bookEn } from "./book-resources.en.ts";
import { bookFr } from "./book-resources.fr.ts";
import { officerEn } from "./officer-resources.en.ts";
import { officerFr } from "./officer-resources.fr.ts";
import { en } from "./resources.en.ts";
import { fr } from "./resources.fr.ts";

function leaves(value: unknown, path = ""): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  return Object.entries(value as object).flatMap(([key, child]) => leaves(child, path ? `${path}.${key}` : key));
}

const french = new Map(leaves({ ...fr, ...bookFr, ...auditorFr, ...officerFr }));
const english = new Map(leaves({ ...en, ...bookEn, ...auditorEn, ...officerEn }));
const placeholders = (text: string) => (text.match(/\{\{\w+\}\}|<\/?[bm]>/g) ?? []).toSorted();

describe("dictionaries", () => {
  it("have the same keys in both languages", () => {
    expect([...english.keys()].toSorted()).toEqual([...french.keys()].toSorted());
  });

  it("have the same placeholders and marks in both languages", () => {
    for (const [key, text] of french)
      expect([key, placeholders(english.get(key) ?? "")]).toEqual([key, placeholders(text)]);
  });

  it("hold no empty text", () => {
    for (const text of [...french, ...english]) expect(text[1].trim()).not.toBe("");
  });

  it("put a narrow no-break space before French double punctuation", () => {
    const wrong = [...french].filter(([, text]) => /(?<![\u202F\u00A0])[;!?»]|[^\u202F\u00A0]:(?![/\w])/.test(text));
    expect(wrong).toEqual([]);
  });

  it("use typographic apostrophes", () => {
    expect([...french, ...english].filter(([, text]) => text.includes("'"))).toEqual([]);
  });

  // What auditors and officers read may name it; an officer's card on the home page approves payments, and one error is of
  // whoever runs a relay.
  const OFFICIAL = [
    ...Object.keys({ ...auditorFr, ...officerFr }),
    "audit",
    "checks",
    "home.office",
    "errors.AuthorizationBatchGasTooLow",
  ];
  const forCitizens = (texts: Map<string, string>) =>
    [...texts].filter(([key]) => OFFICIAL.every((part) => key !== part && !key.startsWith(`${part}.`)));
  const EVERYWHERE = "gas|blockchain|tokens?|approve|smart contracts?|hash|0x[0-9a-f]*";

  it("never name the machinery to citizens, in French", () => {
    const jargon = new RegExp(
      `\\b(?:${EVERYWHERE}|gaz|jetons?|wallets?|transactions?|approuver|contrats? intelligents?)\\b`,
      "i",
    );
    expect(forCitizens(french).filter(([, text]) => jargon.test(text))).toEqual([]);
  });

  // "Wallet" is what English calls the thing in one's pocket.
  it("never name the machinery to citizens, in English", () => {
    const jargon = new RegExp(`\\b(?:${EVERYWHERE}|transactions?)\\b`, "i");
    expect(forCitizens(english).filter(([, text]) => jargon.test(text))).toEqual([]);
  });
});
