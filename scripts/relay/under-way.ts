// SPDX-License-Identifier: EUPL-1.2
import type { Lane, UnderWay } from "./kinds/kind.ts";
import { kindNamed, type Kinds } from "./kinds/registry.ts";
import type { Entry, Store } from "./store.ts";

export type LaneOf = (entry: Entry) => Lane | undefined;

/** The lanes of entries, each computed once. */
export function lanesOf(kinds: () => Kinds): LaneOf {
  const known = new WeakMap<Entry, { lane: Lane | undefined }>();
  return (entry) => {
    const before = known.get(entry);
    if (before !== undefined) return before.lane;
    const lane = kindNamed(kinds(), entry.request.kind).laneOf?.(entry.request.body);
    known.set(entry, { lane });
    return lane;
  };
}

/** What was taken and has no end yet, as the kinds ask about it. */
export function underWayIn(store: Store, kinds: () => Kinds, laneOf: LaneOf): UnderWay {
  return {
    spentBy(account) {
      let sum = 0n;
      for (const { request, isWritten } of store.unfinished()) {
        const spending = kindNamed(kinds(), request.kind).spendingOf?.(request.body);
        if (spending?.from === account && isWritten !== true) sum += spending.cents;
      }
      return sum;
    },
    placesIn(lane) {
      const held = store.unfinished().map(laneOf);
      return new Set(held.filter((other) => other?.lane === lane).map((other) => other?.place ?? -1n));
    },
    isSent: (key) => store.findByKey(key)?.state.state === "sent",
  };
}
