// SPDX-License-Identifier: EUPL-1.2
import type { Places } from "@monnaie-commune/sdk/places";
import { useId, useRef, useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../../i18n/use-language.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import { departmentOf } from "../directory.ts";
import { bubblesOf, neighbour, viewOf, type Bubble, type Direction } from "../region-map.ts";
import type { Shop } from "../shop.ts";
import { Land } from "./land.tsx";
import { MapBubble } from "./map-bubble.tsx";
import { TownName } from "./town-name.tsx";

type Props = {
  places: Places;
  /** The shops that the other filters leave: places are chosen here. */
  shops: readonly Shop[];
  /** A department or a commune. */
  place: string | undefined;
  onPlace: (place: string | undefined) => void;
};

/**
 * The region with a bubble for each commune that has shops. One stop for the Tab key: arrows go from town to town, Enter
 * chooses one. Whatever it shows, the list beside it says in words.
 */
export function RegionMap({ places, shops, place, onPlace }: Props) {
  const { t } = useTranslation("shops");
  const language = useLanguage();
  const { region } = useRuntime();
  const svg = useRef<SVGSVGElement>(null);
  const hint = useId();
  const [at, setAt] = useState<string>();
  const [pointed, setPointed] = useState<string>();
  const department = place === undefined ? undefined : departmentOf(place);
  const view = viewOf(places, department);
  const scale = view.width / places.size[0];
  const bubbles = bubblesOf(shops, places, language, scale);
  const current = bubbles.find(({ commune }) => commune === (at ?? place)) ?? bubbles[0];
  const nameOf = (code: string) => region.departments.find((one) => one.code === code)?.name ?? code;

  const move = (event: KeyboardEvent, from: Bubble) => {
    const next = event.key.startsWith("Arrow") ? neighbour(bubbles, from, event.key as Direction) : undefined;
    if (event.key === "Enter" || event.key === " ") choose(from);
    else if (event.key === "Escape" && place !== undefined) onPlace(undefined);
    else if (next) {
      setAt(next.commune);
      svg.current?.querySelector<SVGElement>(`[data-commune="${next.commune}"]`)?.focus();
    } else return;
    event.preventDefault();
  };
  const choose = ({ commune }: Bubble) => {
    setAt(commune);
    onPlace(commune === place ? department : commune);
  };

  return (
    <div>
      <svg
        ref={svg}
        viewBox={`${view.x} ${view.y} ${view.width} ${view.height}`}
        role="group"
        aria-label={t("map.title", { region: region.name[language] })}
        aria-describedby={hint}
        className="block h-auto max-h-[76dvh] w-full touch-manipulation rounded-card"
      >
        <Land
          places={places}
          scale={scale}
          chosen={department}
          nameOf={nameOf}
          onDepartment={(code) => onPlace(code === place ? undefined : code)}
        />
        {bubbles.map((bubble) => (
          <MapBubble
            key={bubble.commune}
            bubble={bubble}
            scale={scale}
            isChosen={bubble.commune === place}
            isTabStop={bubble === current}
            onChoose={() => choose(bubble)}
            onKeyDown={(event) => move(event, bubble)}
            onPoint={(isPointed) => setPointed(isPointed ? bubble.commune : undefined)}
          />
        ))}
        <g aria-hidden="true">
          {bubbles
            .filter((bubble) => [pointed, place].includes(bubble.commune) || isFirstOf(bubble, bubbles))
            .map((bubble) => (
              <TownName key={bubble.commune} bubble={bubble} scale={scale} />
            ))}
        </g>
      </svg>
      <p id={hint} className="sr-only">
        {t("map.hint")}
      </p>
    </div>
  );
}

/** The town with the most shops of its department carries its name, so that people find their way. */
function isFirstOf({ commune, department }: Bubble, bubbles: readonly Bubble[]): boolean {
  return bubbles.find((bubble) => bubble.department === department)?.commune === commune;
}
