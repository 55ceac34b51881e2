// SPDX-License-Identifier: EUPL-1.2
import { usePlaces } from "../api/use-places.ts";
import { departmentOf } from "../directory.ts";
import { viewOf } from "../region-map.ts";
import { Land } from "./land.tsx";
import { useRuntime } from "../../../lib/runtime-context.ts";

/** Where a shop lies in its department. A picture: the address says it in words. */
export default function PlaceMap({ commune }: { commune: string }) {
  const { region } = useRuntime();
  const { data: places } = usePlaces();
  const place = places?.communes.get(commune);
  if (!places || !place) return null;
  const department = departmentOf(commune);
  const view = viewOf(places, department);
  const scale = view.width / places.size[0];
  return (
    <svg
      viewBox={`${view.x} ${view.y} ${view.width} ${view.height}`}
      aria-hidden="true"
      className="mx-auto block h-auto max-h-80 w-full"
    >
      <Land
        places={places}
        scale={scale}
        chosen={department}
        nameOf={(code) => region.departments.find((one) => one.code === code)?.name ?? code}
      />
      <circle cx={place.x} cy={place.y} r={16 * scale} className="fill-accent opacity-20" />
      <circle cx={place.x} cy={place.y} r={7 * scale} strokeWidth={2 * scale} className="fill-accent stroke-page" />
      <text
        x={place.x}
        y={place.y - 20 * scale}
        textAnchor="middle"
        fontSize={12 * scale}
        fontWeight="700"
        strokeWidth={3 * scale}
        paintOrder="stroke"
        className="fill-ink stroke-page"
      >
        {place.name}
      </text>
    </svg>
  );
}
