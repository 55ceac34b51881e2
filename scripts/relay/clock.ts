// SPDX-License-Identifier: EUPL-1.2
import type { Chain } from "../lib/network.ts";

/** How long the chain's time is good for, in milliseconds. */
const FRESH_MS = 250;

/** Unix seconds: ours, or the last block's where they are ahead, as they are on a chain whose time was moved. */
export function openClock({ provider }: Chain): () => Promise<number> {
  let asked = { at: -Infinity, timestamp: Promise.resolve(0) };
  return async () => {
    if (performance.now() - asked.at > FRESH_MS) asked = { at: performance.now(), timestamp: timestampOfLast() };
    return Math.max(Math.floor(Date.now() / 1000), await asked.timestamp);
  };

  async function timestampOfLast(): Promise<number> {
    return (await provider.getBlock("latest"))?.timestamp ?? 0;
  }
}
