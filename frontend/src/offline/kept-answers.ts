// SPDX-License-Identifier: EUPL-1.2
// What was last read from the chain, on the device: pages show it, with its date, until they can ask again. Only answers of
// queries that say so (`meta: KEPT`) are kept, and only those of this chain and deployment are given back.
import { hashKey, type QueryClient, type QueryKey } from "@tanstack/react-query";
import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import { ANSWER_DATABASE } from "../lib/device-data.ts";

const STORE = "answers";
const FORGET_AFTER_MS = 60 * 86_400_000;
/** An answer that stayed the same is written again after this, for its date. */
const AGAIN_AFTER_MS = 30_000;

type Answer = { id: string; scope: string; key: QueryKey; data: unknown; at: number };

interface Schema extends DBSchema {
  [STORE]: { key: string; value: Answer };
}

type Database = IDBPDatabase<Schema>;

function open(): Promise<Database> {
  return openDB<Schema>(ANSWER_DATABASE, 1, {
    upgrade: (fresh) => void fresh.createObjectStore(STORE, { keyPath: "id" }),
    // Somebody who asks to be forgotten does not wait for this page to be closed.
    blocking: (_current, _next, event) => (event.target as IDBDatabase).close(),
  });
}

async function giveBack(client: QueryClient, database: Database, scope: string): Promise<void> {
  for (const { id, scope: ofScope, key, data, at } of await database.getAll(STORE)) {
    if (ofScope !== scope || at < Date.now() - FORGET_AFTER_MS) await database.delete(STORE, id);
    else if (client.getQueryData(key) === undefined) {
      client.setQueryData(key, data, { updatedAt: at });
      // However young it is, this page has not asked yet: something may have been changed from another device since.
      await client.invalidateQueries({ queryKey: key, exact: true, refetchType: "none" });
    }
  }
}

/** Gives back what this device knows of a chain, and from then on keeps what is read from it. */
export async function keepAnswers(client: QueryClient, scope: string): Promise<void> {
  const database = await open();
  const written = new Map<string, { data: unknown; at: number }>();
  client.getQueryCache().subscribe((event) => {
    if (event.type !== "updated" || event.action.type !== "success" || event.action.manual) return;
    const { queryKey: key, meta, state } = event.query;
    if (meta?.isKept !== true) return;
    const id = `${scope} ${hashKey(key)}`;
    const last = written.get(id);
    if (last?.data === state.data && state.dataUpdatedAt - (last?.at ?? 0) < AGAIN_AFTER_MS) return;
    written.set(id, { data: state.data, at: state.dataUpdatedAt });
    const answer: Answer = { id, scope, key, data: state.data, at: state.dataUpdatedAt };
    // The database may have been closed, because the person asked to be forgotten.
    database.put(STORE, answer).catch(() => undefined);
  });
  await giveBack(client, database, scope);
}
