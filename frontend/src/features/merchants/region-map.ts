// SPDX-License-Identifier: EUPL-1.2
import type { Language } from "@monnaie-commune/sdk/amounts";
import type { Places } from "@monnaie-commune/sdk/places";
import { departmentOf } from "./directory.ts";
import type { Shop } from "./shop.ts";

/** The shops of a commune on the map, in kilometres from its corner. */
export type Bubble = {
  commune: string;
  town: string;
  department: string;
  x: number;
  y: number;
  radius: number;
  count: number;
};

/** Kilometres on the whole region's map; the area grows with the shops. */
const SMALLEST = 2.4;
const GROWTH = 1.9;
const GAP = 0.6;
const ROUNDS = 80;

/**
 * A bubble for each commune with shops, the largest first. Those of neighbours that would cover each other are moved apart
 * a little: each can be seen and reached.
 * @param scale Kilometres in the view for each that the whole region has.
 */
export function bubblesOf(shops: readonly Shop[], places: Places, language: Language, scale = 1): Bubble[] {
  const bubbles = [...Map.groupBy(shops, ({ commune }) => commune)].flatMap(([commune, there]) => {
    const place = places.communes.get(commune);
    if (place === undefined) return [];
    const { name, x, y } = place;
    const town = there.find(({ record }) => record)?.record?.town ?? name;
    const count = there.length;
    const radius = (SMALLEST + GROWTH * Math.sqrt(count)) * scale;
    return [{ commune, town, department: departmentOf(commune), x, y, radius, count }];
  });
  const sorted = bubbles.toSorted(
    (one, other) => other.count - one.count || one.town.localeCompare(other.town, language),
  );
  return apart(sorted, GAP * scale);
}

/** Pushes overlapping bubbles apart, the smaller one of two further, until none overlap or it has been tried enough. */
function apart(bubbles: readonly Bubble[], gap: number): Bubble[] {
  const moved = bubbles.map((bubble) => ({ ...bubble }));
  for (let round = 0; round < ROUNDS; round++) {
    let isQuiet = true;
    for (const [i, one] of moved.entries()) {
      for (const other of moved.slice(i + 1)) {
        const [dx, dy] = [other.x - one.x, other.y - one.y];
        const distance = Math.hypot(dx, dy);
        const overlap = one.radius + other.radius + gap - distance;
        if (overlap <= gap / 10) continue;
        isQuiet = false;
        const share = one.radius / (one.radius + other.radius);
        // Two in the very same place part sideways.
        const [ux, uy] = distance === 0 ? [1, 0] : [dx / distance, dy / distance];
        one.x -= ux * overlap * (1 - share);
        one.y -= uy * overlap * (1 - share);
        other.x += ux * overlap * share;
        other.y += uy * overlap * share;
      }
    }
    if (isQuiet) break;
  }
  return moved;
}

export type Direction = "ArrowLeft" | "ArrowRight" | "ArrowUp" | "ArrowDown";

const AXES: Record<Direction, readonly [x: number, y: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The nearest bubble that way: what lies straight ahead counts as nearer than what lies aside. */
export function neighbour(bubbles: readonly Bubble[], from: Bubble, direction: Direction): Bubble | undefined {
  const [ax, ay] = AXES[direction];
  const ahead = bubbles.flatMap((bubble) => {
    const [dx, dy] = [bubble.x - from.x, bubble.y - from.y];
    const along = dx * ax + dy * ay;
    const aside = Math.abs(dx * ay) + Math.abs(dy * ax);
    return along > 0 ? [{ bubble, cost: along + 2 * aside }] : [];
  });
  return ahead.toSorted((one, other) => one.cost - other.cost)[0]?.bubble;
}

export type View = { x: number; y: number; width: number; height: number };

const MARGIN_KM = 8;

/** The whole region, or one department with some air around it. */
export function viewOf({ size, departments }: Places, department: string | undefined): View {
  const [width, height] = size;
  const path = departments.find(({ code }) => code === department)?.path;
  if (path === undefined) return { x: 0, y: 0, width, height };
  const pairs = [...path.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
  const [xs, ys] = [pairs.map(([x]) => x), pairs.map(([, y]) => y)];
  const [left, top] = [Math.min(...xs) - MARGIN_KM, Math.min(...ys) - MARGIN_KM];
  const [wide, high] = [Math.max(...xs) + MARGIN_KM - left, Math.max(...ys) + MARGIN_KM - top];
  // The same shape as the region: the page does not jump.
  const scale = Math.max(wide / width, high / height);
  const view = { width: width * scale, height: height * scale };
  return { x: left - (view.width - wide) / 2, y: top - (view.height - high) / 2, ...view };
}

/** A smooth line through points (Catmull-Rom, as cubic curves). */
export function smoothPath(points: readonly (readonly [x: number, y: number])[]): string {
  const at = (i: number) => points[Math.max(0, Math.min(points.length - 1, i))] ?? [0, 0];
  const near = (
    [x, y]: readonly [number, number],
    [ax, ay]: readonly [number, number],
    [bx, by]: readonly [number, number],
    sign: 1 | -1,
  ) => `${(x + (sign * (bx - ax)) / 6).toFixed(1)} ${(y + (sign * (by - ay)) / 6).toFixed(1)}`;
  return points.reduce((path, point, i) => {
    if (i === 0) return `M${point.join(" ")}`;
    const before = at(i - 1);
    return `${path}C${near(before, at(i - 2), point, 1)} ${near(point, before, at(i + 1), -1)} ${point.join(" ")}`;
  }, "");
}
