// SPDX-License-Identifier: EUPL-1.2
// Logs that were read once, in a file for each key: a line for each range of blocks, only ever added to. A line that was
// not written to its end is taken away; one that was changed after it was written ends the program.
import { createHash } from "node:crypto";
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, rmSync, truncateSync, writeSync } from "node:fs";
import { join } from "node:path";
import { joining, type LogStore, type Segment, type StoredLogs } from "@monnaie-commune/sdk/ledger/store";
import type { ChainLog } from "@monnaie-commune/sdk/ledger/source";
import { Failure } from "./failure.ts";

/** What stands on a line, and the checksum of it. */
type Row = Segment & { genesisHash: StoredLogs["genesisHash"] };

const NEWLINE = 0x0a;

function checksum(row: Row): string {
  return createHash("sha256").update(JSON.stringify(row)).digest("hex");
}

function rowOf(text: string): Row | undefined {
  try {
    const { sum, ...row } = JSON.parse(text) as Row & { sum: unknown };
    return sum === checksum(row) ? row : undefined;
  } catch {
    return undefined;
  }
}

/** The lines of a file that were written to their ends; takes away what comes after them. */
function* wholeLines(path: string): Generator<string, void, void> {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    return;
  }
  const end = bytes.lastIndexOf(NEWLINE) + 1;
  if (end < bytes.length) truncateSync(path, end);
  for (let start = 0; start < end;) {
    const stop = bytes.indexOf(NEWLINE, start);
    yield bytes.toString("utf8", start, stop);
    start = stop + 1;
  }
}

type Head = Omit<StoredLogs, "logs">;

function read(path: string): StoredLogs | undefined {
  let head: Head | undefined;
  const logs: ChainLog[] = [];
  let line = 0;
  for (const text of wholeLines(path)) {
    line++;
    const row = rowOf(text);
    // A line that leaves blocks out is the trace of one that was taken away before it.
    if (row === undefined || (head !== undefined && row.fromBlock > head.toBlock + 1)) {
      throw new Failure(3, "common.logFileChanged", { path, line });
    }
    const joined = joining(head, row.genesisHash, row);
    if (joined === undefined) continue;
    for (const log of joined.logs) logs.push(log);
    const { toBlock, hash } = joined;
    head = { genesisHash: row.genesisHash, fromBlock: head?.fromBlock ?? row.fromBlock, toBlock, hash };
  }
  return head && { ...head, logs };
}

function headOf({ genesisHash, fromBlock, toBlock, hash }: Head): Head {
  return { genesisHash, fromBlock, toBlock, hash };
}

/** Keeps logs in a folder. What was added is on the disk before `append` ends. */
export function logFiles(folder: string): LogStore & { pathOf: (key: string) => string } {
  /** How far each file reaches, as this program has read or written it. */
  const heads = new Map<string, Head | undefined>();
  const load = (key: string): StoredLogs | undefined => {
    const stored = read(pathOf(key));
    heads.set(key, stored && headOf(stored));
    return stored;
  };
  const pathOf = (key: string) => join(folder, `${key.replaceAll(":", "-")}.jsonl`);
  return {
    pathOf,
    load: async (key) => load(key),
    append: async (key, genesisHash, segment) => {
      if (!heads.has(key)) load(key);
      const head = heads.get(key);
      const joined = joining(head, genesisHash, segment);
      if (joined === undefined) return;
      const { fromBlock, toBlock, hash, logs } = joined;
      const row: Row = { genesisHash, fromBlock, toBlock, hash, logs };
      mkdirSync(folder, { recursive: true });
      const file = openSync(pathOf(key), "a", 0o600);
      try {
        const bytes = Buffer.from(`${JSON.stringify({ ...row, sum: checksum(row) })}\n`);
        for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written);
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      heads.set(key, headOf(head === undefined ? row : { ...row, fromBlock: head.fromBlock }));
    },
    forget: async (key) => {
      rmSync(pathOf(key), { force: true });
      heads.set(key, undefined);
    },
  };
}
