// SPDX-License-Identifier: EUPL-1.2
import type { Hex } from "viem";
import { dated } from "./dates.ts";
import { fetchLogs, type ChainLog, type FetchOptions, type LogSource } from "./source.ts";

/** The logs read so far under a key, up to and with `toBlock`, from the chain that began with `genesisHash`. */
export type StoredLogs = { genesisHash: Hex; fromBlock: number; toBlock: number; logs: ChainLog[] };

/** Where logs are kept between two reads: a file, IndexedDB, or memory. */
export interface LogStore {
  load(key: string): Promise<StoredLogs | undefined>;
  save(key: string, stored: StoredLogs): Promise<void>;
}

/** Blocks that may still be replaced by the chain: read again every time. */
export const UNSETTLED_BLOCKS = 64;

/** A store that forgets everything when the program ends. */
export function createMemoryStore(): LogStore {
  const kept = new Map<string, StoredLogs>();
  return {
    load: (key) => Promise.resolve(kept.get(key)),
    save: (key, stored) => {
      kept.set(key, stored);
      return Promise.resolve();
    },
  };
}

/** What is stored and still good: nothing from a chain that was started again, nothing of the last blocks. */
function usable(stored: StoredLogs | undefined, genesisHash: Hex, options: FetchOptions): StoredLogs | undefined {
  if (stored?.genesisHash !== genesisHash || stored.fromBlock !== options.fromBlock) return undefined;
  const toBlock = Math.min(stored.toBlock, options.toBlock) - UNSETTLED_BLOCKS;
  if (toBlock < options.fromBlock) return undefined;
  return { ...stored, toBlock, logs: stored.logs.filter(({ block }) => block <= toBlock) };
}

/**
 * As `fetchLogs`, with days, reading only what the store under `key` does not hold. The key has to name the filters: the
 * store cannot tell one set from another.
 */
export async function fetchThroughStore(
  source: LogSource,
  store: LogStore,
  key: string,
  options: FetchOptions,
): Promise<ChainLog[]> {
  const genesisHash = await source.hashOf(0);
  if (genesisHash === undefined) throw new Error("The node does not know the first block of its chain");
  const kept = usable(await store.load(key), genesisHash, options);
  const fromBlock = kept === undefined ? options.fromBlock : kept.toBlock + 1;
  const fresh = await dated(source, await fetchLogs(source, { ...options, fromBlock }));
  const logs = [...(kept?.logs ?? []), ...fresh];
  await store.save(key, { genesisHash, fromBlock: options.fromBlock, toBlock: options.toBlock, logs });
  return logs;
}
