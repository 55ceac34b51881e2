// SPDX-License-Identifier: EUPL-1.2
import { readPlaces, type Places, type PlacesFile } from "@monnaie-commune/sdk/places";
import { useQuery } from "@tanstack/react-query";
import { useRuntime } from "../../../lib/runtime-context.ts";

const files = import.meta.glob<PlacesFile>("../../../../../sdk/generated/places/*.json", { import: "default" });

/** The land of the region: its departments and communes. A file of its own, only loaded by pages that draw or name it. */
export function usePlaces(isWanted = true) {
  const { slug } = useRuntime().region;
  return useQuery({
    queryKey: ["places", slug],
    enabled: isWanted,
    staleTime: Infinity,
    queryFn: async (): Promise<Places> => {
      const load = files[`../../../../../sdk/generated/places/${slug}.json`];
      if (!load) throw new Error(`No land of the region ${slug}`);
      return readPlaces(await load());
    },
  });
}
