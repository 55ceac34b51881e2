// SPDX-License-Identifier: EUPL-1.2
// Logs that were read once, on the device: in a worker and in pages alike, and for every window of the browser.
import type { ChainLog } from "@monnaie-commune/sdk/ledger/source";
import { createMemoryStore, joining, type LogStore, type StoredLogs } from "@monnaie-commune/sdk/ledger/store";
import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import { LEDGER_DATABASE } from "../device-data.ts";

/** Logs are kept in pieces of about so many, so that new ones do not make old ones be written again. */
const LOGS_PER_PIECE = 1_000;

type Head = Omit<StoredLogs, "logs"> & { pieces: number };

interface Schema extends DBSchema {
  /** By key: how far its logs reach. */
  heads: { key: string; value: Head };
  /** By key and number, from 0 on. */
  pieces: { key: [string, number]; value: readonly ChainLog[] };
}

type Database = IDBPDatabase<Schema>;

let opening: Promise<Database> | undefined;

function open(): Promise<Database> {
  return openDB<Schema>(LEDGER_DATABASE, 1, {
    upgrade(database) {
      database.createObjectStore("heads");
      database.createObjectStore("pieces");
    },
    // Somebody who asks to be forgotten does not wait for this page to be closed.
    blocking(_current, _next, event) {
      (event.target as IDBDatabase).close();
      opening = undefined;
    },
  });
}

const piecesOf = (key: string) => IDBKeyRange.bound([key, 0], [key, Number.MAX_SAFE_INTEGER]);

async function load(database: Database, key: string): Promise<StoredLogs | undefined> {
  const transaction = database.transaction(["heads", "pieces"]);
  const [head, pieces] = await Promise.all([
    transaction.objectStore("heads").get(key),
    transaction.objectStore("pieces").getAll(piecesOf(key)),
  ]);
  if (head?.pieces !== pieces.length) return undefined;
  const { pieces: _count, ...rest } = head;
  return { ...rest, logs: pieces.flat() };
}

async function append(
  database: Database,
  ...[key, genesisHash, segment]: Parameters<LogStore["append"]>
): Promise<void> {
  const transaction = database.transaction(["heads", "pieces"], "readwrite");
  const [heads, pieces] = [transaction.objectStore("heads"), transaction.objectStore("pieces")];
  const head = await heads.get(key);
  const joined = joining(head, genesisHash, segment);
  if (joined !== undefined) {
    const { toBlock, hash, logs } = joined;
    let count = head?.pieces ?? 0;
    const last = count === 0 ? undefined : await pieces.get([key, count - 1]);
    const isRoom = last !== undefined && last.length + logs.length <= LOGS_PER_PIECE;
    if (logs.length > 0) await pieces.put(isRoom ? [...last, ...logs] : logs, [key, isRoom ? count - 1 : count++]);
    const fromBlock = head?.fromBlock ?? joined.fromBlock;
    await heads.put({ genesisHash, fromBlock, toBlock, hash, pieces: count }, key);
  }
  await transaction.done;
}

async function forget(database: Database, key: string): Promise<void> {
  const transaction = database.transaction(["heads", "pieces"], "readwrite");
  await Promise.all([
    transaction.objectStore("heads").delete(key),
    transaction.objectStore("pieces").delete(piecesOf(key)),
    transaction.done,
  ]);
}

/** Without storage (a private window, a full disk) nothing is kept, and everything is read from the chain. */
async function attempt<T>(work: (database: Database) => Promise<T>): Promise<T | undefined> {
  try {
    opening ??= open();
    return await work(await opening);
  } catch {
    return undefined;
  }
}

/** The logs on this device, those that were asked for once at hand. */
export const keptLogs: LogStore = createMemoryStore({
  load: (key) => attempt((database) => load(database, key)),
  append: (...given) => attempt((database) => append(database, ...given)),
  forget: (key) => attempt((database) => forget(database, key)),
});
