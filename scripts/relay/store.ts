// SPDX-License-Identifier: EUPL-1.2
import { dayOf } from "@monnaie-commune/sdk/days";
import type { Database } from "./database.ts";
import type { Cause } from "./refusal.ts";

/** What was asked, by the name of its kind; the kind's schema has said that the body has its form. */
export type RelayRequest = { kind: string; body: unknown };

/** Where a request stands. `block` is where it is written in the register. */
export type RequestState =
  | { state: "received" }
  | { state: "sent"; hash: string }
  | { state: "confirmed"; hash: string; block: number }
  | { state: "refused"; cause: Cause }
  | { state: "expired" };

/** A request that was taken. `key` says what it is about: see `RequestKind.keyOf`; `at` is Unix seconds. */
export type Entry = {
  readonly id: string;
  readonly key: string;
  readonly request: RelayRequest;
  readonly at: number;
  state: RequestState;
  /** Whether the chain shows it, though not yet at the depth at which it is confirmed. */
  isWritten?: boolean;
};

/** The relay's memory of requests. What is open is kept at hand, the rest is read from the disk. */
export type Store = {
  find(id: string): Entry | undefined;
  findByKey(key: string): Entry | undefined;
  /** What was taken and has no end yet, oldest first. */
  unfinished(): Entry[];
  readonly size: number;
  /** Takes a request, for the first time or again after it came to nothing: on the disk once `onDisk` says so. */
  accept(taken: Omit<Entry, "state" | "isWritten" | "at">): Entry;
  setState(entry: Entry, state: RequestState): void;
  /** Writes down which requests a transaction is for, before it is signed. */
  attempt(step: string, entries: readonly Entry[]): void;
  /** The requests for which this transaction was the last one signed. */
  entriesOf(step: string): Entry[];
  /** Writes down what a transaction cost, in wei of the network's coin. */
  addFee(wei: bigint): void;
  /** Wei that transactions cost on a UTC day. */
  feesOn(day: number): bigint;
  /** Once all that was said before is on the disk. */
  onDisk(): Promise<void>;
};

export function openStore(database: Database, now = () => Math.floor(Date.now() / 1000)): Store {
  const { sql, write } = database;
  const open = new Map<string, Entry>();
  const openByKey = new Map<string, Entry>();
  const fees = new Map<number, bigint>();
  const byId = sql.prepare("SELECT * FROM requests WHERE id = ?");
  const byKey = sql.prepare("SELECT * FROM requests WHERE key = ? ORDER BY place DESC LIMIT 1");
  const insert = sql.prepare(
    "INSERT OR REPLACE INTO requests (id, key, kind, body, state, is_open, at) VALUES (?, ?, ?, ?, ?, 1, ?)",
  );
  const update = sql.prepare("UPDATE requests SET state = ?, is_open = ? WHERE id = ?");
  const insertAttempt = sql.prepare("INSERT INTO attempts (step, request) VALUES (?, ?)");
  const lastFor = sql.prepare(
    `SELECT requests.* FROM attempts JOIN requests ON requests.id = attempts.request
     WHERE step = ? AND number = (SELECT max(number) FROM attempts AS others WHERE others.request = attempts.request)
     ORDER BY number`,
  );
  const insertFee = sql.prepare("INSERT INTO fees (day, wei) VALUES (?, ?)");
  for (const row of sql.prepare("SELECT * FROM requests WHERE is_open = 1 ORDER BY place").all()) keep(entryIn(row));
  for (const { day, wei } of sql.prepare("SELECT day, wei FROM fees").all()) count(Number(day), BigInt(String(wei)));

  return {
    find: (id) => open.get(id) ?? read(byId.get(id)),
    findByKey: (key) => openByKey.get(key) ?? read(byKey.get(key)),
    unfinished: () => [...open.values()],
    get size() {
      return open.size;
    },
    accept({ id, key, request }) {
      const entry: Entry = { id, key, request, at: now(), state: { state: "received" } };
      keep(entry);
      const { kind, body } = request;
      const state = JSON.stringify(entry.state);
      write({
        run: () => insert.run(id, key, kind, JSON.stringify(body), state, entry.at),
        undo: () => leave(entry),
      });
      return entry;
    },
    setState(entry, state) {
      entry.state = state;
      if (isOpen(state)) keep(entry);
      else leave(entry);
      write({ run: () => update.run(JSON.stringify(state), isOpen(state) ? 1 : 0, entry.id) });
    },
    attempt(step, entries) {
      // With the signature or not at all: a step that was not signed is forgotten.
      write({ run: () => entries.forEach(({ id }) => insertAttempt.run(step, id)), undo: () => undefined });
    },
    entriesOf(step) {
      database.flush();
      return lastFor.all(step).map((row) => open.get(String(row.id)) ?? entryIn(row));
    },
    addFee(wei) {
      const day = dayOf(now());
      count(day, wei);
      write({ run: () => insertFee.run(day, wei.toString()) });
    },
    feesOn: (day) => fees.get(day) ?? 0n,
    onDisk: database.onDisk,
  };

  function keep(entry: Entry): void {
    open.set(entry.id, entry);
    openByKey.set(entry.key, entry);
  }

  function leave(entry: Entry): void {
    open.delete(entry.id);
    if (openByKey.get(entry.key) === entry) openByKey.delete(entry.key);
  }

  function count(day: number, wei: bigint): void {
    fees.set(day, (fees.get(day) ?? 0n) + wei);
  }

  /** What an entry became may still be on its way to the disk. */
  function read(found: Record<string, unknown> | undefined): Entry | undefined {
    if (found === undefined) return undefined;
    database.flush();
    const row = byId.get(String(found.id));
    return row === undefined ? undefined : entryIn(row);
  }
}

function isOpen({ state }: RequestState): boolean {
  return state === "received" || state === "sent";
}

function entryIn({ id, key, kind, body, state, at }: Record<string, unknown>): Entry {
  return {
    id: String(id),
    key: String(key),
    request: { kind: String(kind), body: JSON.parse(String(body)) as unknown },
    at: Number(at),
    state: JSON.parse(String(state)) as RequestState,
  };
}
