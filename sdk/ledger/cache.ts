// SPDX-License-Identifier: EUPL-1.2
import type { Hex } from "viem";
import { dated } from "./dates.ts";
import { type ChainLog, type FetchOptions, type LogSource, rangesOfLogs } from "./source.ts";
import type { LogStore, StoredLogs } from "./store.ts";

/** Blocks that may still be replaced by the chain: read again every time, and kept nowhere. */
export const UNSETTLED_BLOCKS = 64;

/** What is kept and still good. Forgets what is of a chain that was started again, or that replaced its settled blocks. */
async function usable(
  source: LogSource,
  store: LogStore,
  key: string,
  genesisHash: Hex,
  fromBlock: number,
): Promise<StoredLogs | undefined> {
  const stored = await store.load(key);
  if (stored === undefined) return undefined;
  const isOfThisChain = stored.genesisHash === genesisHash && stored.fromBlock === fromBlock;
  if (isOfThisChain && (await source.hashOf(stored.toBlock)) === stored.hash) return stored;
  await store.forget(key);
  return undefined;
}

/**
 * As `fetchLogs`, with days, reading only what the store under `key` does not hold, and giving it each settled range as
 * soon as it is read: who is interrupted goes on from there. The key has to name the filters: the store cannot tell one
 * set from another.
 */
export async function fetchThroughStore(
  source: LogSource,
  store: LogStore,
  key: string,
  options: FetchOptions,
): Promise<ChainLog[]> {
  const { fromBlock, toBlock } = options;
  const genesisHash = await source.hashOf(0);
  if (genesisHash === undefined) throw new Error("The node does not know the first block of its chain");
  const kept = await usable(source, store, key, genesisHash, fromBlock);
  const settledBlock = (await source.latestBlock()) - UNSETTLED_BLOCKS;
  const logs = kept?.logs.filter(({ block }) => block <= toBlock) ?? [];
  const next = kept === undefined ? fromBlock : kept.toBlock + 1;
  for await (const range of rangesOfLogs(source, { ...options, fromBlock: next })) {
    const fresh = await dated(source, range.logs, logs.at(-1)?.day);
    for (const log of fresh) logs.push(log);
    const last = Math.min(range.toBlock, settledBlock);
    const hash = last < range.fromBlock ? undefined : await source.hashOf(last);
    if (hash === undefined) continue;
    const settled = fresh.filter(({ block }) => block <= last);
    await store.append(key, genesisHash, { fromBlock: range.fromBlock, toBlock: last, hash, logs: settled });
  }
  return logs;
}
