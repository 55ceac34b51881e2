// SPDX-License-Identifier: EUPL-1.2
import type { UnderWay } from "./kinds/kind.ts";
import { kindNamed, type Kinds } from "./kinds/registry.ts";
import type { Store } from "./store.ts";

/** What was taken and has no end yet, as the kinds ask about it. */
export function underWayIn(store: Store, kinds: () => Kinds): UnderWay {
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
      const places = new Set<bigint>();
      for (const { request } of store.unfinished()) {
        const held = kindNamed(kinds(), request.kind).laneOf?.(request.body);
        if (held?.lane === lane) places.add(held.place);
      }
      return places;
    },
    isSent: (key) => store.findByKey(key)?.state.state === "sent",
  };
}
