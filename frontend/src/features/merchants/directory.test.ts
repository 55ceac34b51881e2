// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from "vitest";
import { readDirectoryFilters } from "./directory-link.ts";
import { departmentOf, directoryOf, townsByDepartment, tradesOf } from "./directory.ts";
import type { Shop } from "./shop.ts";

const BAKERY = 3;
const BOOKSHOP = 7;

function shop(name: string, commune: string, town: string, more: Partial<Shop> = {}): Shop {
  const { category = BAKERY } = more;
  const record = { name, legalName: name, category, commune, town, postcode: "45000" };
  return { address: `0x${name}`, status: "approved", since: 0, reasonCode: 0, category, commune, record, ...more };
}

const fournee = shop("La Fournée", "45234", "Orléans");
const halles = shop("Librairie des Halles", "37261", "Tours", { category: BOOKSHOP });
const suspended = shop("Les Vignes", "18241", "Sancerre", { status: "suspended" });
const altered = shop("Altérée", "18033", "Bourges", { record: undefined });
const applied = shop("Candidate", "45234", "Orléans", { status: "applied" });
const shops = [halles, suspended, altered, applied, fournee];

describe("directoryOf", () => {
  it("offers only approved shops whose record is authentic, by name", () => {
    expect(directoryOf(shops, {}, "fr").payable).toEqual([fournee, halles]);
  });

  it("sets suspended shops and altered records aside, and leaves applicants out", () => {
    const { suspended: set, unverified } = directoryOf(shops, {}, "fr");
    expect([set, unverified]).toEqual([[suspended], [altered]]);
  });

  it("narrows by trade, department and commune", () => {
    expect(directoryOf(shops, { metier: "bookshop" }, "fr").payable).toEqual([halles]);
    expect(directoryOf(shops, { lieu: "45" }, "fr").payable).toEqual([fournee]);
    expect(directoryOf(shops, { lieu: "37261" }, "fr").payable).toEqual([halles]);
  });

  it("finds words without their accents, and never an altered record by a name", () => {
    expect(directoryOf(shops, { q: "fournee" }, "fr").payable).toEqual([fournee]);
    expect(directoryOf(shops, { q: "alteree" }, "fr").unverified).toEqual([]);
  });
});

describe("readDirectoryFilters", () => {
  it("drops what is malformed", () => {
    expect(readDirectoryFilters({ q: 3, metier: "Rocket 9", lieu: "../45" })).toEqual({});
  });

  it("keeps words, a known trade and a place", () => {
    const filters = { q: "pain", metier: "bakery", lieu: "2A004" };
    expect(readDirectoryFilters(filters)).toEqual(filters);
  });
});

describe("places and trades", () => {
  it("know departments of two and of three characters", () => {
    expect(["45234", "2A004", "97411"].map(departmentOf)).toEqual(["45", "2A", "974"]);
  });

  it("are those of shops with an authentic record", () => {
    expect([...townsByDepartment(shops, "fr").keys()].toSorted()).toEqual(["18", "37", "45"]);
    expect(tradesOf(shops, "fr").map(({ key }) => key)).toEqual(["bakery", "bookshop"]);
  });
});
