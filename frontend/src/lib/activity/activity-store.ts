// SPDX-License-Identifier: EUPL-1.2
// What was begun on this device, kept so that a reload loses nothing.
import { type ActivityEntry, isUnderWay, readEntries, writeEntries } from "./activity.ts";
import { deviceTexts } from "../device-texts.ts";

const PREFIX = "mc.activity.";
const KEPT_AT_MOST = 60;

const texts = deviceTexts(PREFIX);
let parsed: { text: string | null; entries: readonly ActivityEntry[] } = { text: null, entries: [] };

/** Where the entries of a chain are kept: one that began again has another first block, and none of the old entries. */
export function activityKey(chainId: number, genesisHash: string): string {
  return `${PREFIX}${chainId}.${genesisHash}`;
}

/** Newest first; the same array as long as nothing changes. */
export function readActivity(key: string): readonly ActivityEntry[] {
  const text = texts.read(key);
  if (text !== parsed.text) parsed = { text, entries: readEntries(text) };
  return parsed.entries;
}

/** Keeps what is under way, and of the rest the newest. */
function bounded(entries: readonly ActivityEntry[]): ActivityEntry[] {
  let ended = 0;
  const room = KEPT_AT_MOST - entries.filter(isUnderWay).length;
  return entries.filter((entry) => isUnderWay(entry) || ended++ < room);
}

function change(key: string, by: (entries: readonly ActivityEntry[]) => ActivityEntry[]): void {
  texts.write(key, writeEntries(bounded(by(readActivity(key)))));
}

/** Adds an entry before the others. */
export function addActivity(key: string, entry: ActivityEntry): void {
  change(key, (entries) => [entry, ...entries.filter(({ id }) => id !== entry.id)]);
}

/** Changes an entry that is still there: what a person erased does not come back. */
export function changeActivity(key: string, id: string, changes: Partial<ActivityEntry>): void {
  change(key, (entries) => entries.map((entry) => (entry.id === id ? { ...entry, ...changes } : entry)));
}

export function removeActivity(key: string, ids: readonly string[]): void {
  change(key, (entries) => entries.filter(({ id }) => !ids.includes(id)));
}

/** Calls back when anything changes, in this window or in another one. */
export const subscribeActivity = texts.subscribe;

/** Forgets the entries of a chain that is gone: the same number, another first block. */
export function forgetOtherChains(chainId: number, genesisHash: string): void {
  const current = activityKey(chainId, genesisHash);
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(`${PREFIX}${chainId}.`) && key !== current) localStorage.removeItem(key);
    }
  } catch {
    // Nothing was kept, then.
  }
}
