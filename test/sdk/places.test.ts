// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from "node:fs";
import { expect } from "chai";
import { communesWithPostcode, distanceKm, type PlacesFile, readPlaces } from "@monnaie-commune/sdk/places";
import { loadRegion } from "../../scripts/lib/region-file.ts";
import { isInside, type Point } from "../../scripts/lib/places/svg-path.ts";

const fileOf = (region: string) => {
  const url = new URL(`../../sdk/generated/places/${region}.json`, import.meta.url);
  return JSON.parse(readFileSync(url, "utf8")) as PlacesFile;
};

/** The rings of a path as it was written: absolute, closed. */
const ringsOf = (path: string) =>
  path
    .split("M")
    .slice(1)
    .map((ring) =>
      ring
        .replace("Z", "")
        .split("L")
        .map((pair) => pair.split(" ").map(Number) as unknown as Point),
    );

describe("sdk/places", () => {
  for (const slug of ["centre-val-de-loire", "bretagne"]) {
    it(`knows every department of ${slug}, and puts each commune within its own`, () => {
      const places = readPlaces(fileOf(slug));
      const region = loadRegion(slug);
      expect(places.departments.map(({ code }) => code)).to.deep.equal(region.departments.map(({ code }) => code));
      const outlines = new Map(places.departments.map(({ code, path }) => [code, ringsOf(path)]));
      const astray = [...places.communes.values()].filter(
        ({ code, x, y }) => !isInside([x, y], outlines.get(code.slice(0, 2)) ?? []),
      );
      expect(astray).to.deep.equal([]);
    });
  }

  it("measures distances that maps agree with, to 2 km", () => {
    const places = readPlaces(fileOf("centre-val-de-loire"));
    for (const [from, to, kilometres] of [
      ["45234", "37261", 107], // Orléans to Tours
      ["18033", "28085", 166], // Bourges to Chartres
      ["45234", "45147", 4], // Orléans to Fleury-les-Aubrais
    ] as const) {
      expect(distanceKm(places, from, to)).to.be.closeTo(kilometres, 2);
    }
    expect(distanceKm(places, "45234", "75056")).to.equal(undefined);
  });

  it("finds the communes of a postcode, by name", () => {
    const places = readPlaces(fileOf("centre-val-de-loire"));
    expect(communesWithPostcode(places, "41400").map(({ name }) => name)).to.include("Montrichard Val de Cher");
    expect(communesWithPostcode(places, "75001")).to.deep.equal([]);
  });
});
