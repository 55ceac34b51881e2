// SPDX-License-Identifier: EUPL-1.2
import { networkHelpers } from "./fixtures.ts";

const SECONDS_PER_DAY = 86_400;

/** Days in seconds. */
export function days(count: number): number {
  return count * SECONDS_PER_DAY;
}

/** Sets the time of the next block, in Unix seconds. */
export async function advanceTo(timestamp: number): Promise<void> {
  await networkHelpers.time.setNextBlockTimestamp(timestamp);
}

/** Mines a block in the first second of a UTC day. */
export async function advanceToDay(day: number): Promise<void> {
  await networkHelpers.time.increaseTo(day * SECONDS_PER_DAY);
}
