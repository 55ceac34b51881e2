// SPDX-License-Identifier: EUPL-1.2
import { setTimeout as pause } from "node:timers/promises";
import type { World } from "./world.ts";

const EVERY_MS = 250;
const AGAIN_BLOCKS = 8;

/** What is seen of the chain from outside, past the gate. Moments are those of `performance.now()`. */
export type Watch = {
  /** When a payment's number was first seen used on the chain that is there now; by payer and number. */
  writtenAt(payer: string, nonce: string): number | undefined;
  /** The longest that number stood still while something taken waited, in milliseconds. */
  readonly longestStandstill: number;
  /** Says whether something taken waits to be written. */
  waiting: () => boolean;
  stop(): Promise<void>;
};

export function watchChain({ node, system, sender }: World): Watch {
  const { provider } = node.chain;
  const { token } = system;
  const written = new Map<string, { at: number; block: number }>();
  const stopping = new AbortController();
  let sentCount = 0;
  let longest = 0;
  let movedAt = performance.now();
  let seenBlock = 0;
  const watch: Watch = {
    writtenAt: (payer, nonce) => written.get(`${payer} ${nonce}`)?.at,
    get longestStandstill() {
      return longest;
    },
    waiting: () => false,
    async stop() {
      stopping.abort();
      await running;
    },
  };
  const running = run();
  return watch;

  async function run(): Promise<void> {
    seenBlock = await provider.getBlockNumber();
    while (!stopping.signal.aborted) {
      // What a look misses, because blocks changed under it, the next one sees.
      await look().catch(() => undefined);
      await pause(EVERY_MS);
    }
  }

  async function look(): Promise<void> {
    const [count, block] = await Promise.all([provider.getTransactionCount(sender), provider.getBlockNumber()]);
    const now = performance.now();
    if (!watch.waiting() || count !== sentCount) movedAt = now;
    longest = Math.max(longest, now - movedAt);
    sentCount = count;
    // Some blocks again: a reorganisation may have put other ones in their place.
    const from = Math.max(0, Math.min(seenBlock, block) - AGAIN_BLOCKS);
    const events = await token.queryFilter(token.filters.AuthorizationUsed(), from, block);
    const found = new Map(events.map(({ args, blockNumber }) => [`${args.authorizer} ${args.nonce}`, blockNumber]));
    for (const [key, { block: before }] of written) if (before >= from && !found.has(key)) written.delete(key);
    for (const [key, number] of found) written.set(key, { at: written.get(key)?.at ?? now, block: number });
    seenBlock = block;
  }
}
