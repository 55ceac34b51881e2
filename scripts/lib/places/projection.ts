// SPDX-License-Identifier: EUPL-1.2
// Where places are, on a plane of kilometres, x to the east and y to the south: the projection of French maps (Lambert 93).
import type { Point } from "./svg-path.ts";

const RADIANS = Math.PI / 180;
const EXCENTRICITY = 0.0818191908426215; // of the GRS 80 ellipsoid
const CONE = 0.725607765;
const RADIUS_KM = 11_754.255426;
const POLE_KM: Point = [700, 12_655.61205];
const MERIDIAN = 3 * RADIANS;

/** Degrees of latitude and longitude, as kilometres. */
export function project(latitude: number, longitude: number): Point {
  const sine = EXCENTRICITY * Math.sin(latitude * RADIANS);
  const isometric = Math.log(
    Math.tan(Math.PI / 4 + (latitude * RADIANS) / 2) * ((1 - sine) / (1 + sine)) ** (EXCENTRICITY / 2),
  );
  const radius = RADIUS_KM * Math.exp(-CONE * isometric);
  const angle = CONE * (longitude * RADIANS - MERIDIAN);
  const [poleX, poleY] = POLE_KM;
  return [poleX + radius * Math.sin(angle), -(poleY - radius * Math.cos(angle))];
}

/** From one plane to another: x' = a + b x + c y, y' = d + e x + f y. */
export type Affine = (point: Point) => Point;

/** The affine map that fits pairs of points best, by least squares. */
export function fitAffine(pairs: readonly (readonly [from: Point, to: Point])[]): Affine {
  const solveFor = (axis: 0 | 1) => {
    const matrix = [0, 1, 2].map(() => [0, 0, 0, 0]);
    for (const [[x, y], to] of pairs) {
      const row = [1, x, y, to[axis]];
      for (let i = 0; i < 3; i++) for (let j = 0; j < 4; j++) matrix[i]![j]! += row[i]! * row[j]!;
    }
    return eliminate(matrix);
  };
  const [a = 0, b = 0, c = 0] = solveFor(0);
  const [d = 0, e = 0, f = 0] = solveFor(1);
  return ([x, y]) => [a + b * x + c * y, d + e * x + f * y];
}

/** Solves three equations, each a row with its right side last. */
function eliminate(rows: number[][]): number[] {
  for (let pivot = 0; pivot < rows.length; pivot++) {
    const best = rows.slice(pivot).toSorted((one, other) => Math.abs(other[pivot]!) - Math.abs(one[pivot]!))[0]!;
    const at = rows.indexOf(best);
    [rows[at], rows[pivot]] = [rows[pivot]!, best];
    rows.forEach((row, i) => {
      if (i === pivot) return;
      const factor = row[pivot]! / best[pivot]!;
      row.forEach((value, j) => (row[j] = value - factor * best[j]!));
    });
  }
  return rows.map((row, i) => row[rows.length]! / row[i]!);
}
