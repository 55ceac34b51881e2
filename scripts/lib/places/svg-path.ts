// SPDX-License-Identifier: EUPL-1.2
// Outlines as the map package draws them: one relative move, then relative lines, closed.

export type Point = readonly [x: number, y: number];
export type Ring = readonly Point[];

/** The rings of a path of `m` and `z` alone. Throws on any other command: the package would have changed. */
export function ringsOf(path: string): Ring[] {
  const rings: Point[][] = [];
  let [x, y] = [0, 0];
  for (const [, numbers = ""] of path.matchAll(/m([^mz]*)z?/gu)) {
    const values = numbers
      .trim()
      .split(/[\s,]+/u)
      .map(Number);
    if (values.length < 6 || values.length % 2 === 1 || values.some(Number.isNaN))
      throw new Error(`Odd outline: ${path}`);
    const ring: Point[] = [];
    for (let i = 0; i < values.length; i += 2) {
      x += values[i] ?? 0;
      y += values[i + 1] ?? 0;
      ring.push([x, y]);
    }
    [x, y] = ring[0] ?? [x, y];
    rings.push(ring);
  }
  if (path.replace(/[\d\s,.mez-]/gu, "") !== "") throw new Error(`Unknown command in the outline: ${path}`);
  return rings;
}

/** A path of rings, with one decimal. */
export function pathOf(rings: readonly Ring[]): string {
  const round = (value: number) => String(Math.round(value * 10) / 10);
  return rings.map((ring) => `M${ring.map(([x, y]) => `${round(x)} ${round(y)}`).join("L")}Z`).join("");
}

export function isInside([x, y]: Point, rings: readonly Ring[]): boolean {
  let isIn = false;
  for (const ring of rings) {
    ring.forEach(([x1, y1], i) => {
      const [x2, y2] = ring.at(i - 1) ?? [x1, y1];
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) isIn = !isIn;
    });
  }
  return isIn;
}

export type Box = { left: number; top: number; right: number; bottom: number };

export function boxOf(points: readonly Point[]): Box {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

export function middleOf({ left, top, right, bottom }: Box): Point {
  return [(left + right) / 2, (top + bottom) / 2];
}

/** The centre of mass of the largest ring. */
export function centreOf(rings: readonly Ring[]): Point {
  const measured = rings.map((ring) => {
    let [area, cx, cy] = [0, 0, 0];
    ring.forEach(([x1, y1], i) => {
      const [x2, y2] = ring.at(i - 1) ?? [x1, y1];
      const cross = x1 * y2 - x2 * y1;
      area += cross;
      cx += (x1 + x2) * cross;
      cy += (y1 + y2) * cross;
    });
    return { area: Math.abs(area), centre: [cx / (3 * area), cy / (3 * area)] as const };
  });
  const [largest] = measured.toSorted((one, other) => other.area - one.area);
  if (largest === undefined) throw new Error("An outline without a ring");
  return largest.centre;
}
