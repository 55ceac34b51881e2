// SPDX-License-Identifier: EUPL-1.2
import { readPlaces, type PlacesFile } from "@monnaie-commune/sdk/places";
import { describe, expect, it } from "vitest";
import centre from "../../../../sdk/generated/places/centre-val-de-loire.json";
import { bubblesOf, neighbour, smoothPath, viewOf } from "./region-map.ts";
import type { Shop } from "./shop.ts";

const places = readPlaces(centre as unknown as PlacesFile);

function shop(commune: string, town: string): Shop {
  const record = { name: town, legalName: town, category: 3, commune, town, postcode: "45000" };
  return { address: "0x1", status: "approved", since: 0, reasonCode: 0, category: 3, commune, record };
}

const shops = [
  shop("37261", "Tours"),
  shop("45234", "Orléans"),
  shop("45234", "Orléans"),
  shop("18033", "Bourges"),
  shop("75056", "Paris"),
];
const bubbles = bubblesOf(shops, places, "fr");
const named = (town: string) => bubbles.find((bubble) => bubble.town === town)!;

describe("bubblesOf", () => {
  it("counts the shops of each commune of the region, the most first", () => {
    expect(bubbles.map(({ town, count }) => [town, count])).toEqual([
      ["Orléans", 2],
      ["Bourges", 1],
      ["Tours", 1],
    ]);
  });
});

describe("bubbles of neighbours", () => {
  it("never cover each other, and stay near their place", () => {
    const around = ["Orléans", "Olivet", "Saran", "Fleury-les-Aubrais", "Saint-Jean-de-Braye", "Ingré", "Semoy"];
    const communes = [...places.communes.values()].filter(({ name }) => around.includes(name));
    const dense = bubblesOf(
      communes.flatMap(({ code, name }) => [shop(code, name), shop(code, name), shop(code, name)]),
      places,
      "fr",
    );
    expect(dense).toHaveLength(around.length);
    for (const [i, one] of dense.entries()) {
      const { x, y } = places.communes.get(one.commune)!;
      expect(Math.hypot(one.x - x, one.y - y)).toBeLessThan(20);
      for (const other of dense.slice(i + 1)) {
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(one.radius + other.radius);
      }
    }
  });
});

describe("neighbour", () => {
  it("goes where the arrow points, and nowhere when nothing lies there", () => {
    expect(neighbour(bubbles, named("Orléans"), "ArrowLeft")?.town).toBe("Tours");
    expect(neighbour(bubbles, named("Orléans"), "ArrowDown")?.town).toBe("Bourges");
    expect(neighbour(bubbles, named("Orléans"), "ArrowUp")).toBeUndefined();
    expect(neighbour(bubbles, named("Tours"), "ArrowRight")?.town).toBe("Orléans");
  });
});

describe("viewOf", () => {
  it("shows the region, or a department in the same shape", () => {
    const [width, height] = places.size;
    expect(viewOf(places, undefined)).toEqual({ x: 0, y: 0, width, height });
    const loiret = viewOf(places, "45");
    expect(loiret.width / loiret.height).toBeCloseTo(width / height);
    const { x, y } = places.communes.get("45234")!;
    expect(x > loiret.x && x < loiret.x + loiret.width && y > loiret.y && y < loiret.y + loiret.height).toBe(true);
  });
});

describe("smoothPath", () => {
  it("goes through every point", () => {
    const path = smoothPath([
      [0, 0],
      [10, 5],
      [20, 0],
    ]);
    expect(path).toMatch(/^M0 0C[\d. -]+ 10 5C[\d. -]+ 20 0$/);
  });
});
