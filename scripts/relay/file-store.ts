// SPDX-License-Identifier: EUPL-1.2
import { dayOf } from "@monnaie-commune/sdk/days";
import { openRecordFile } from "../lib/sending/record-file.ts";
import type { Entry, RequestState, Store } from "./store.ts";

/** `at` is Unix seconds. */
type Accepted = { kind: "accepted"; at: number } & Omit<Entry, "state" | "isWritten">;
type Changed = { kind: "state"; at: number; id: string; state: RequestState };
type Paid = { kind: "fee"; at: number; id: string; wei: string };
type StoreRecord = Accepted | Changed | Paid;

/** A store in a file that only grows: it holds no address of a client, and nothing that is not public or soon will be. */
export function openFileStore(path: string, now = () => Math.floor(Date.now() / 1000)): Store {
  const entries = new Map<string, Entry>();
  const byKey = new Map<string, Entry>();
  const fees = new Map<number, bigint>();
  const file = openRecordFile(path, parseRecord);
  for (const record of file.records) apply(record);

  return {
    find: (id) => entries.get(id),
    findByKey: (key) => byKey.get(key),
    all: () => [...entries.values()],
    unfinished: () => [...entries.values()].filter(({ state: { state } }) => state === "received" || state === "sent"),
    accept(taken) {
      write({ kind: "accepted", at: now(), ...taken });
      return required(taken.id);
    },
    setState: (id, state) => write({ kind: "state", at: now(), id, state }),
    addFee: (id, wei) => write({ kind: "fee", at: now(), id, wei: wei.toString() }),
    feesOn: (day) => fees.get(day) ?? 0n,
    close: () => file.close(),
  };

  function write(record: StoreRecord): void {
    file.append(record);
    apply(record);
  }

  function apply(record: StoreRecord): void {
    if (record.kind === "accepted") {
      const { id, key, request } = record;
      const entry: Entry = { id, key, request, state: { state: "received" } };
      // One that is taken again goes to the end of the queue.
      entries.delete(id);
      entries.set(id, entry);
      byKey.set(key, entry);
    } else if (record.kind === "state") {
      const entry = entries.get(record.id);
      if (entry !== undefined) entry.state = record.state;
    } else {
      const day = dayOf(record.at);
      fees.set(day, (fees.get(day) ?? 0n) + BigInt(record.wei));
    }
  }

  function required(id: string): Entry {
    const entry = entries.get(id);
    if (entry === undefined) throw new Error(`The store does not know ${id}`);
    return entry;
  }
}

/** Lines we wrote and a crash did not damage: each is one whole JSON text, so its kind tells enough. */
function parseRecord(value: unknown): StoreRecord | undefined {
  if (typeof value !== "object" || value === null || !("kind" in value)) return undefined;
  const { kind } = value;
  return kind === "accepted" || kind === "state" || kind === "fee" ? (value as StoreRecord) : undefined;
}
