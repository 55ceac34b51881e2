// SPDX-License-Identifier: EUPL-1.2
import { useQueryClient } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { CHAIN_KEY } from "../lib/query-client.ts";

/**
 * When the oldest of what this page shows was read from the chain, in Unix seconds; undefined when nothing was. What never
 * changes has no age.
 */
export function useAsOf(): number | undefined {
  const client = useQueryClient();
  const cache = client.getQueryCache();
  return useSyncExternalStore(
    (listener) => cache.subscribe(listener),
    () => {
      const ages = cache
        .findAll({ queryKey: [CHAIN_KEY], type: "active" })
        .filter((query) => query.state.data !== undefined)
        .filter((query) => query.observers.some(({ options }) => options.staleTime !== Infinity))
        .map((query) => query.state.dataUpdatedAt);
      return ages.length === 0 ? undefined : Math.floor(Math.min(...ages) / 1000);
    },
  );
}
