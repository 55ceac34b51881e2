// SPDX-License-Identifier: EUPL-1.2
import { onlineManager, QueryClient } from "@tanstack/react-query";

const FRESH_MS = 10_000;
/** How long an answer that nobody looks at stays in memory: without a network it cannot be asked for again. */
const REMEMBERED_MS = 86_400_000;

export function createQueryClient() {
  // It believes in a network until it hears otherwise; a page may open without one.
  onlineManager.setOnline(navigator.onLine);
  return new QueryClient({
    defaultOptions: { queries: { staleTime: FRESH_MS, gcTime: REMEMBERED_MS, retry: 1, refetchOnWindowFocus: true } },
  });
}

/** `meta` of queries whose last answer stays readable without a network. */
export const KEPT = { isKept: true } as const;

/** First word of the key of every query that reads the chain: one call refreshes them all after a payment. */
export const CHAIN_KEY = "chain";
