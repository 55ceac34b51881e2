// SPDX-License-Identifier: EUPL-1.2
import { dayOf } from "../days.ts";
import type { ChainLog, LogSource, UndatedLog } from "./source.ts";

const CONCURRENT_REQUESTS = 8;

/** Lets so many tasks run at once; the others wait their turn. */
function limiter(most: number): <T>(task: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (task) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else running++;
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running--;
      else next();
    }
  };
}

/**
 * The UTC days of blocks. Time never goes back along a chain: where two blocks are of one day, so are all between them,
 * so that only some of the blocks are asked for.
 *
 * @param dayBefore The day of a block before all of them, where it is known.
 */
export async function daysOfBlocks(
  source: LogSource,
  blocks: readonly number[],
  dayBefore?: number,
): Promise<Map<number, number>> {
  const sorted = [...new Set(blocks)].toSorted((a, b) => a - b);
  const days = new Map<number, number>();
  const limited = limiter(CONCURRENT_REQUESTS);
  const dayAt = async (index: number): Promise<number> => {
    const block = sorted[index] as number;
    const day = dayOf(await limited(() => source.timestampOf(block)));
    days.set(block, day);
    return day;
  };
  const fill = async (low: number, high: number, lowDay: number, highDay: number): Promise<void> => {
    if (high - low < 2) return;
    if (lowDay === highDay) {
      for (let index = low + 1; index < high; index++) days.set(sorted[index] as number, lowDay);
      return;
    }
    const middle = Math.floor((low + high) / 2);
    const middleDay = await dayAt(middle);
    await Promise.all([fill(low, middle, lowDay, middleDay), fill(middle, high, middleDay, highDay)]);
  };
  const last = sorted.length - 1;
  if (last < 0) return days;
  const lastDay = await dayAt(last);
  if (lastDay === dayBefore) for (const block of sorted) days.set(block, lastDay);
  else await fill(0, last, await dayAt(0), lastDay);
  return days;
}

/** The logs with their days, asking the source for the times the node did not give along. */
export async function dated(source: LogSource, logs: readonly UndatedLog[], dayBefore?: number): Promise<ChainLog[]> {
  const unknown = logs.filter(({ timestamp }) => timestamp === undefined).map(({ block }) => block);
  const days = await daysOfBlocks(source, unknown, dayBefore);
  return logs.map(({ timestamp, ...log }) => {
    const day = timestamp === undefined ? days.get(log.block) : dayOf(timestamp);
    if (day === undefined) throw new Error(`No day for block ${log.block}`);
    return { ...log, day };
  });
}
