// SPDX-License-Identifier: EUPL-1.2
import { dayOf, isoDateOf } from "@monnaie-commune/sdk/days";
import { Failure } from "./failure.ts";
import type { Chain } from "./network.ts";

/** Seconds a clock may differ from a chain whose last block is fresh. */
const MOST_OFF = 6 * 3_600;

/**
 * Today, as `2026-11-23`, in UTC. On a live chain it is the day of its last block, and the clock of this machine has to
 * agree; the development chain makes blocks only when something is sent, so that there the clock alone tells.
 * @param now Milliseconds of this machine's clock.
 * @throws Failure when the two are hours apart: the clock is wrong, or the node is behind.
 */
export async function today({ provider, isLive, name }: Chain, now = Date.now()): Promise<string> {
  const seconds = Math.floor(now / 1_000);
  if (!isLive) return isoDateOf(dayOf(seconds));
  const block = await provider.getBlock("latest");
  const onChain = block?.timestamp ?? 0;
  if (Math.abs(onChain - seconds) <= MOST_OFF) return isoDateOf(dayOf(onChain));
  throw new Failure(3, "common.clockOff", { network: name, clock: minuteOf(seconds), chain: minuteOf(onChain) });
}

/** As `2026-11-23 17:05`, in UTC. */
function minuteOf(seconds: number): string {
  return new Date(seconds * 1_000).toISOString().slice(0, 16).replace("T", " ");
}
