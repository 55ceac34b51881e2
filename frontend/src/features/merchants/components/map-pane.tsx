// SPDX-License-Identifier: EUPL-1.2
import { useTranslation } from "react-i18next";
import { ErrorState } from "../../../components/states.tsx";
import { useRuntime } from "../../../lib/runtime-context.ts";
import { usePlaces } from "../api/use-places.ts";
import type { Shop } from "../shop.ts";
import { RegionMap } from "./region-map.tsx";

type Props = { shops: readonly Shop[]; place: string | undefined; onPlace: (place: string | undefined) => void };

/** The map with what belongs to it: the way back to the whole region, and whose drawing it is. */
export default function MapPane({ shops, place, onPlace }: Props) {
  const { t } = useTranslation("shops");
  const { region } = useRuntime();
  const { data: places, error, refetch } = usePlaces();
  if (error) return <ErrorState title={t("map.problem")} error={error} onRetry={() => void refetch()} />;
  if (!places) return <div className="skeleton aspect-5/6 w-full" />;
  const name = region.departments.find(({ code }) => code === place)?.name ?? places.communes.get(place ?? "")?.name;
  return (
    <figure className="space-y-2">
      <RegionMap places={places} shops={shops} place={place} onPlace={onPlace} />
      <figcaption className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 text-caption text-ink-soft">
        {place === undefined ? (
          <span className="min-h-11 content-center">{t("map.choose")}</span>
        ) : (
          <button
            type="button"
            onClick={() => onPlace(undefined)}
            className="min-h-11 font-semibold text-accent underline underline-offset-4"
          >
            {t("map.back", { name: name ?? place })}
          </button>
        )}
        <span>{t("map.credit")}</span>
      </figcaption>
    </figure>
  );
}
