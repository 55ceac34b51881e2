// SPDX-License-Identifier: EUPL-1.2
import type { Address } from "../runtime-config.ts";
import type { TransactionState } from "../transaction-state.ts";
import type { Activity, ActivityEntry } from "./activity.ts";
import { addActivity, changeActivity, removeActivity } from "./activity-store.ts";
import { holdEntry } from "./window-lock.ts";

const hasLeft = ({ hash, relay }: ActivityEntry) => hash !== undefined || relay !== undefined;

/** What an entry becomes when a call reports where it stands; `undefined` when there is nothing left to remember. */
export function entryAfter(entry: ActivityEntry, state: TransactionState): ActivityEntry | undefined {
  switch (state.step) {
    case "idle":
    case "checking":
    case "signing":
      return entry;
    case "relayed":
      return state.relay ? { ...entry, relay: state.relay } : entry;
    case "sent":
      return { ...entry, stage: "sent", hash: state.hash };
    case "confirmed":
      return { ...entry, stage: "confirmed", hash: state.hash, at: state.at };
    case "refused":
      return undefined;
    case "failed":
      // That nobody answers is no failure of what has left.
      return hasLeft(entry) && state.problem.kind === "network"
        ? entry
        : { ...entry, stage: "failed", problem: state.problem };
    case "replaced":
      return { ...entry, stage: "replaced", hash: state.hash };
    case "expired":
      // The page has stopped waiting; what has left may still arrive, and goes on being followed.
      return hasLeft(entry) ? entry : { ...entry, stage: "expired" };
  }
}

/**
 * An entry of the activity while the page that began it is open. `end` returns its id when nothing of it has left, so that
 * another try may take its place.
 */
export type Recording = { report: (state: TransactionState) => void; end: () => string | undefined };

/**
 * Remembers what is begun now.
 * @param instead Entry of an earlier try, which this one takes the place of.
 */
export function record(key: string, activity: Activity, account: Address | undefined, instead?: string): Recording {
  const id = crypto.randomUUID?.() ?? `${Date.now()}-${Math.random().toString(36).slice(2)}`;
  const begun = Math.floor(Date.now() / 1000);
  let entry: ActivityEntry | undefined = { ...activity, id, ...(account && { account }), begun, stage: "pending" };
  if (instead !== undefined) removeActivity(key, [instead]);
  addActivity(key, entry);
  const release = holdEntry(id);
  return {
    report: (state) => {
      if (entry === undefined) return;
      const next = entryAfter(entry, state);
      if (next === undefined) removeActivity(key, [id]);
      else if (next !== entry) changeActivity(key, id, next);
      entry = next;
    },
    end: () => {
      release();
      return entry?.stage === "failed" && !hasLeft(entry) ? id : undefined;
    },
  };
}
