// SPDX-License-Identifier: EUPL-1.2
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** Something to be written with others, in one go to the disk. */
export type Write = {
  run(): void;
  /** What to do when the disk did not take it; it is tried again when left out. */
  undo?: () => void;
};

export type Database = {
  readonly sql: DatabaseSync;
  /** Writes soon: with what else comes meanwhile, as each time the disk is waited for costs some milliseconds. */
  write(write: Write): void;
  /** Once all that was given to `write` before is on the disk. */
  onDisk(): Promise<void>;
  /** Writes at once what waits. */
  flush(): void;
  close(): void;
};

/** How long writes are gathered, in milliseconds. */
const GATHER_MS = 2;
/** How long what is over is kept, in seconds: a month. */
const KEPT_SECONDS = 30 * 86_400;

const SCHEMA = `
CREATE TABLE IF NOT EXISTS requests (
  place INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  key TEXT NOT NULL,
  kind TEXT NOT NULL,
  body TEXT NOT NULL,
  state TEXT NOT NULL,
  is_open INTEGER NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS requests_by_key ON requests (key, place);
CREATE INDEX IF NOT EXISTS open_requests ON requests (place) WHERE is_open = 1;
CREATE TABLE IF NOT EXISTS attempts (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  step TEXT NOT NULL,
  request TEXT NOT NULL,
  UNIQUE (step, request)
) STRICT;
CREATE INDEX IF NOT EXISTS attempts_by_request ON attempts (request, number);
CREATE TABLE IF NOT EXISTS signed (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  step TEXT NOT NULL,
  record TEXT NOT NULL,
  is_over INTEGER NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS signed_by_step ON signed (step);
CREATE TABLE IF NOT EXISTS fees (day INTEGER NOT NULL, wei TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS till_requests (code TEXT PRIMARY KEY, request TEXT NOT NULL, expires INTEGER NOT NULL) STRICT;
`;

/** Opens the relay's file, and forgets what was over a month ago. What it says is written survives a crash and a power cut. */
export function openDatabase(path: string): Database {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const sql = new DatabaseSync(path);
  sql.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
  sql.exec(SCHEMA);
  forgetOld();
  let waiting: Write[] = [];
  let listeners: PromiseWithResolvers<void>[] = [];
  let timer: NodeJS.Timeout | undefined;
  return {
    sql,
    write(write) {
      if (!sql.isOpen) throw new Error("The relay's file is closed");
      waiting.push(write);
      timer ??= setTimeout(flushQuietly, GATHER_MS);
    },
    async onDisk() {
      if (waiting.length === 0) return;
      const listener = Promise.withResolvers<void>();
      listeners.push(listener);
      await listener.promise;
    },
    flush,
    close() {
      flush();
      clearTimeout(timer);
      sql.close();
    },
  };

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    const [writes, told] = [waiting, listeners];
    [waiting, listeners] = [[], []];
    try {
      if (writes.length > 0) inOneGo(writes);
      for (const { resolve } of told) resolve();
    } catch (error) {
      for (const { undo } of writes) undo?.();
      waiting = [...writes.filter(({ undo }) => undo === undefined), ...waiting];
      for (const { reject } of told) reject(error);
      throw error;
    }
  }

  /** Who waits is told of a failure; what nobody waits for is written with the next. */
  function flushQuietly(): void {
    try {
      flush();
    } catch {
      timer ??= setTimeout(flushQuietly, 1_000);
    }
  }

  function inOneGo(writes: readonly Write[]): void {
    sql.exec("BEGIN IMMEDIATE");
    try {
      for (const { run } of writes) run();
      sql.exec("COMMIT");
    } catch (error) {
      // A full disk may have rolled it back already.
      if (sql.isTransaction) sql.exec("ROLLBACK");
      throw error;
    }
  }

  function forgetOld(): void {
    const before = Math.floor(Date.now() / 1000) - KEPT_SECONDS;
    sql.prepare("DELETE FROM requests WHERE is_open = 0 AND at < ?").run(before);
    sql.prepare("DELETE FROM signed WHERE is_over = 1 AND at < ?").run(before);
    sql.exec("DELETE FROM attempts WHERE step NOT IN (SELECT step FROM signed)");
    sql.prepare("DELETE FROM fees WHERE day < ?").run(Math.floor(before / 86_400));
    sql.prepare("DELETE FROM till_requests WHERE expires < ?").run(Math.floor(Date.now() / 1000));
  }
}
