// SPDX-License-Identifier: EUPL-1.2
import { QueryClient } from "@tanstack/react-query";

const FRESH_MS = 10_000;

export function createQueryClient() {
  return new QueryClient({
    defaultOptions: { queries: { staleTime: FRESH_MS, retry: 1, refetchOnWindowFocus: true } },
  });
}

/** First word of the key of every query that reads the chain: one call refreshes them all after a payment. */
export const CHAIN_KEY = "chain";
