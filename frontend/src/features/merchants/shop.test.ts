// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from "vitest";
import { pickShops } from "./pick-shops.ts";
import { searchShops, type Shop } from "./shop.ts";

function shop(name: string, town: string, category: number, digit: string): Shop {
  const record = { name, legalName: name, category, commune: "45234", town, postcode: "45000" };
  return {
    address: `0x${digit.repeat(40)}`,
    status: "approved",
    since: 0,
    reasonCode: 0,
    category,
    commune: "45234",
    record,
  };
}

const bakery = shop("L’Épi d’Or", "Orléans", 3, "1");
const books = shop("Librairie des Halles", "Tours", 7, "2");
const otherBakery = shop("Fournil de l’Épine", "Orléans", 3, "3");
const shops = [books, otherBakery, bakery];
const names = (found: Shop[]) => found.map(({ record }) => record?.name);

describe("searchShops", () => {
  it("finds a name without accents, case or the right apostrophe", () => {
    expect(names(searchShops(shops, "l'epi d'or", "fr"))[0]).toBe("L’Épi d’Or");
  });
  it("finds by trade and town together", () => {
    expect(names(searchShops(shops, "boulangerie ORLEANS", "fr"))).toHaveLength(2);
  });
  it("puts names that begin with the text first", () => {
    expect(names(searchShops(shops, "l'epi", "fr"))[0]).toBe("L’Épi d’Or");
  });
  it("never shows a shop whose record is not authentic", () => {
    expect(searchShops([{ ...books, record: undefined }], "", "fr")).toEqual([]);
  });
});

describe("pickShops", () => {
  it("takes one shop of each trade, those of the town first", () => {
    expect(names(pickShops(shops, "Orléans", 3))).toEqual(["Fournil de l’Épine", "Librairie des Halles"]);
  });
});
