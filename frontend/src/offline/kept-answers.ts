// SPDX-License-Identifier: EUPL-1.2
// What was last read from the chain, on the device: pages show it, with its date, until they can ask again. Only answers of
// queries that say so (`meta: KEPT`) are kept, and only those of this chain and deployment are given back.
import { hashKey, type QueryClient, type QueryKey } from "@tanstack/react-query";
import { ANSWER_DATABASE } from "../lib/device-data.ts";

const STORE = "answers";
const FORGET_AFTER_MS = 60 * 86_400_000;
/** An answer that stayed the same is written again after this, for its date. */
const AGAIN_AFTER_MS = 30_000;

type Answer = { id: string; scope: string; key: QueryKey; data: unknown; at: number };

function promised<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error ?? new Error("The browser refused its storage")));
  });
}

async function open(): Promise<IDBDatabase> {
  const opening = indexedDB.open(ANSWER_DATABASE, 1);
  opening.addEventListener("upgradeneeded", () => opening.result.createObjectStore(STORE, { keyPath: "id" }));
  const database = await promised(opening);
  // Somebody who asks to be forgotten does not wait for this page to be closed.
  database.addEventListener("versionchange", () => database.close());
  return database;
}

async function giveBack(client: QueryClient, database: IDBDatabase, scope: string): Promise<void> {
  const store = () => database.transaction(STORE, "readwrite").objectStore(STORE);
  const answers = (await promised(store().getAll())) as Answer[];
  for (const { id, scope: ofScope, key, data, at } of answers) {
    if (ofScope !== scope || at < Date.now() - FORGET_AFTER_MS) await promised(store().delete(id));
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
    try {
      database.transaction(STORE, "readwrite").objectStore(STORE).put(answer);
    } catch {
      // The database was closed, because the person asked to be forgotten.
    }
  });
  await giveBack(client, database, scope);
}
