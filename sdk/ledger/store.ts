// SPDX-License-Identifier: EUPL-1.2
import type { Hex } from "viem";
import type { ChainLog } from "./source.ts";

/** The logs of blocks that follow on each other, both ends included, and the hash of the last block. */
export type Segment = { fromBlock: number; toBlock: number; hash: Hex; logs: readonly ChainLog[] };

/** The segments kept under a key, joined into one; of the chain that began with `genesisHash`. */
export type StoredLogs = Segment & { genesisHash: Hex };

/** Where logs are kept between two reads: a file, IndexedDB, or memory. Only ever added to, or forgotten as a whole. */
export interface LogStore {
  load(key: string): Promise<StoredLogs | undefined>;
  /** Keeps what `joining` leaves of a segment. */
  append(key: string, genesisHash: Hex, segment: Segment): Promise<void>;
  forget(key: string): Promise<void>;
}

/**
 * What of a segment goes after what is kept: all of the first one, and nothing of one that leaves blocks out or is of
 * another chain, since two windows or two programs may read at the same time.
 */
export function joining(
  kept: Omit<StoredLogs, "logs"> | undefined,
  genesisHash: Hex,
  segment: Segment,
): Segment | undefined {
  if (kept === undefined) return segment;
  const next = kept.toBlock + 1;
  if (kept.genesisHash !== genesisHash || segment.fromBlock > next || segment.toBlock < next) return undefined;
  return { ...segment, fromBlock: next, logs: segment.logs.filter(({ block }) => block >= next) };
}

/** A store that forgets everything when the program ends; before another one, it keeps what that one holds at hand. */
export function createMemoryStore(behind?: LogStore): LogStore {
  const kept = new Map<string, Promise<(Omit<StoredLogs, "logs"> & { logs: ChainLog[] }) | undefined>>();
  const loaded = (key: string) => {
    const found =
      kept.get(key) ??
      Promise.resolve(behind?.load(key)).then((stored) => stored && { ...stored, logs: [...stored.logs] });
    kept.set(key, found);
    return found;
  };
  return {
    load: loaded,
    async append(key, genesisHash, segment) {
      const before = await loaded(key);
      const joined = joining(before, genesisHash, segment);
      if (joined !== undefined) {
        const { toBlock, hash, logs } = joined;
        if (before === undefined) kept.set(key, Promise.resolve({ ...joined, genesisHash, logs: [...logs] }));
        else {
          for (const log of logs) before.logs.push(log);
          Object.assign(before, { toBlock, hash });
        }
      }
      await behind?.append(key, genesisHash, segment);
    },
    async forget(key) {
      kept.set(key, Promise.resolve(undefined));
      await behind?.forget(key);
    },
  };
}
