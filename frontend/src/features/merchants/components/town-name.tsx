// SPDX-License-Identifier: EUPL-1.2
import type { Bubble } from "../region-map.ts";

/** Kilometres on the whole region's map. */
const LETTERS = 8;

/** The name of a town above its bubble, on top of all of them. */
export function TownName({ bubble: { town, x, y, radius }, scale }: { bubble: Bubble; scale: number }) {
  return (
    <text
      x={x}
      y={y - radius - 2.6 * scale}
      textAnchor="middle"
      fontSize={LETTERS * scale}
      fontWeight="700"
      strokeWidth={2.6 * scale}
      strokeLinejoin="round"
      paintOrder="stroke"
      className="pointer-events-none fill-ink stroke-page select-none"
    >
      {town}
    </text>
  );
}
