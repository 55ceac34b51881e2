// SPDX-License-Identifier: EUPL-1.2
import type { Hex } from "viem";

/** One event as the node stores it, and the UTC day of its block. */
export type ChainLog = {
  address: Hex;
  topics: readonly Hex[];
  data: Hex;
  block: number;
  logIndex: number;
  tx: Hex;
  day: number;
};

/** A log before its day is known; `timestamp` is Unix seconds, where the node gives it along. */
export type UndatedLog = Omit<ChainLog, "day"> & { timestamp?: number };

/** Which logs: of one of the addresses, with one of the topics at each place (`null` for any). */
export type LogFilter = { addresses: readonly Hex[]; topics: readonly (readonly Hex[] | null)[] };

/** A chain one can read events from. Every call may fail; `getLogs` also when the node finds the range too long. */
export interface LogSource {
  getLogs(fromBlock: number, toBlock: number, filter: LogFilter): Promise<UndatedLog[]>;
  latestBlock(): Promise<number>;
  /** Unix seconds. */
  timestampOf(block: number): Promise<number>;
  /** Nothing when the chain has no such block (yet, or any more). */
  hashOf(block: number): Promise<Hex | undefined>;
}

export type FetchOptions = {
  fromBlock: number;
  toBlock: number;
  filters: readonly LogFilter[];
  /** Blocks to ask for at first; 10,000 when left out. */
  firstRange?: number;
  /** Called after each range with the blocks read so far and in all. */
  onProgress?: (readBlocks: number, allBlocks: number) => void;
  signal?: AbortSignal;
};

const FIRST_RANGE = 10_000;

/** For sorting: the order in which the chain has them. */
export function inOrder(a: UndatedLog, b: UndatedLog): number {
  return a.block - b.block || a.logIndex - b.logIndex;
}

function withoutRepetition(logs: UndatedLog[]): UndatedLog[] {
  return logs.filter((log, i) => i === 0 || inOrder(log, logs[i - 1] as UndatedLog) !== 0);
}

/** The next range to try: twice as long, but past half of what the node refused only a step longer each time. */
function longer(range: number, refused: number): number {
  return range * 2 < refused ? range * 2 : range + Math.ceil(range / 8);
}

/** The logs of one range of blocks, both ends included, in order and each once. */
export type RangeOfLogs = { fromBlock: number; toBlock: number; logs: UndatedLog[] };

/**
 * The logs of some filters, range after range. Asks for ranges as long as the node bears: half as long when it refuses,
 * longer again when it answers.
 *
 * @throws What the node answered when it refuses a single block, or the reason of an aborted signal.
 */
export async function* rangesOfLogs(source: LogSource, options: FetchOptions): AsyncGenerator<RangeOfLogs, void, void> {
  const { fromBlock, toBlock, filters, onProgress, signal } = options;
  const allBlocks = toBlock - fromBlock + 1;
  let range = options.firstRange ?? FIRST_RANGE;
  let refused = Infinity;
  for (let start = fromBlock; start <= toBlock;) {
    signal?.throwIfAborted();
    const end = Math.min(start + range - 1, toBlock);
    let found: UndatedLog[][];
    try {
      found = await Promise.all(filters.map((filter) => source.getLogs(start, end, filter)));
    } catch (error) {
      if (end === start) throw error;
      refused = end - start + 1;
      range = Math.ceil(refused / 2);
      continue;
    }
    yield { fromBlock: start, toBlock: end, logs: withoutRepetition(found.flat().toSorted(inOrder)) };
    start = end + 1;
    range = longer(range, refused);
    onProgress?.(start - fromBlock, allBlocks);
  }
}

/** All logs of some filters in a range of blocks, both ends included, in order and each once: see `rangesOfLogs`. */
export async function fetchLogs(source: LogSource, options: FetchOptions): Promise<UndatedLog[]> {
  const logs: UndatedLog[] = [];
  for await (const range of rangesOfLogs(source, options)) {
    for (const log of range.logs) logs.push(log);
  }
  return logs;
}
