// SPDX-License-Identifier: EUPL-1.2
import type { Lane } from "./kinds/kind.ts";
import type { Entry } from "./store.ts";

/** What waits to be sent: in the order of arrival, but never before what comes earlier in its lane. */
export type Waiting = {
  readonly size: number;
  push(entry: Entry): void;
  /** Takes out what waits about something. */
  drop(key: string): Entry | undefined;
  /**
   * The first request whose lane is free, and others that can go with it; they stay where they are.
   * @param most How many may go together, by the first: 1 for one that goes alone.
   */
  next(most: (entry: Entry) => number): Entry[];
  remove(entries: readonly Entry[]): void;
  /** Takes out what this says of. */
  sift(isOver: (entry: Entry) => boolean): Entry[];
};

/** @param isHeld Whether something of a lane is with the node: what comes after it waits for it to be written. */
export function openWaiting(laneOf: (entry: Entry) => Lane | undefined, isHeld: (lane: string) => boolean): Waiting {
  let entries: Entry[] = [];
  return {
    get size() {
      return entries.length;
    },
    push(entry) {
      const own = laneOf(entry);
      const later = entries.findIndex((other) => {
        const lane = laneOf(other);
        return own !== undefined && lane?.lane === own.lane && lane.place > own.place;
      });
      entries.splice(later < 0 ? entries.length : later, 0, entry);
    },
    drop(key) {
      const dropped = entries.find((entry) => entry.key === key);
      if (dropped !== undefined) entries = entries.filter((entry) => entry !== dropped);
      return dropped;
    },
    next(most) {
      const taken = new Set<string>();
      const group: Entry[] = [];
      let limit = 1;
      for (const entry of entries) {
        const lane = laneOf(entry)?.lane;
        if (lane !== undefined) {
          if (taken.has(lane) || isHeld(lane)) continue;
          taken.add(lane);
        }
        const [first] = group;
        if (first === undefined) limit = most(entry);
        else if (first.request.kind !== entry.request.kind || most(entry) === 1) continue;
        group.push(entry);
        if (group.length >= limit) break;
      }
      return group;
    },
    remove(gone) {
      const all = new Set(gone);
      entries = entries.filter((entry) => !all.has(entry));
    },
    sift(isOver) {
      const over = entries.filter(isOver);
      if (over.length > 0) entries = entries.filter((entry) => !over.includes(entry));
      return over;
    },
  };
}
