// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from "vitest";
import { draftOf, EMPTY_DRAFT, problemsOf, recordOf } from "./record-draft.ts";

const draft = {
  ...EMPTY_DRAFT,
  name: "  La  Fournée ",
  legalName: "La Fournée SARL",
  category: "3",
  postcode: "45000",
  commune: "45234",
  town: "Orléans",
  website: "fournee.example",
};

describe("a draft of a record", () => {
  it("becomes the record that is published, tidied and without empty fields", () => {
    expect(recordOf(draft)).toEqual({
      name: "La Fournée",
      legalName: "La Fournée SARL",
      category: 3,
      postcode: "45000",
      commune: "45234",
      town: "Orléans",
      website: "https://fournee.example",
    });
  });

  it("comes back from a record", () => {
    expect(recordOf(draftOf(recordOf(draft)))).toEqual(recordOf(draft));
  });

  it("names what is wrong, field by field", () => {
    expect(problemsOf(draft)).toEqual({});
    expect(problemsOf(EMPTY_DRAFT)).toEqual({
      name: "empty",
      legalName: "empty",
      category: "empty",
      postcode: "empty",
      commune: "empty",
    });
    expect(problemsOf({ ...draft, postcode: "4500", website: "ftp://x" })).toEqual({
      postcode: "postcode",
      website: "website",
    });
    expect(() => recordOf(EMPTY_DRAFT)).toThrow();
  });
});
