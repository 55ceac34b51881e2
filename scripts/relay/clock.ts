// SPDX-License-Identifier: EUPL-1.2
import type { Chain } from "../lib/network.ts";
import { fresh } from "./fresh.ts";

/** Unix seconds: ours, or the last block's where they are ahead, as they are on a chain whose time was moved. */
export function openClock({ provider }: Chain): () => Promise<number> {
  const timestampOfLast = fresh(async () => (await provider.getBlock("latest"))?.timestamp ?? 0);
  return async () => Math.max(Math.floor(Date.now() / 1000), await timestampOfLast());
}
