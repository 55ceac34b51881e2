// SPDX-License-Identifier: EUPL-1.2
// Loaded into the script's process before the script (`--import`): a machine whose clock is wrong, whose disk is full,
// whose power goes, or that kills the process at a chosen record of the journal. The script itself is not changed.
import fs, { type PathOrFileDescriptor } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { resolve, sep } from "node:path";
import { isMainThread } from "node:worker_threads";
import { randomFrom } from "../../scripts/demo/random.ts";

export const JOURNAL_ENDING = "journal.jsonl";

/** A record of the journal: the nth signed transaction, or the nth step written down as done. */
export type AtRecord = { record: "signed" | "done"; nth: number };

/** What is wrong with the machine. */
export type Machine = {
  /** Ends the process at once before a record is written, once it is written, or once it is also synced. */
  kill?: AtRecord & { at: "beforeWriting" | "afterWriting" | "afterSyncing" };
  /** The clock is so many milliseconds off, from the nth record on (0: from the start). */
  clock?: { milliseconds: number; fromRecord: number };
  /** Bytes that can still be written below RUNS_FOLDER. */
  room?: number;
  /** What was written and not synced is not on the disk, but for a random beginning of it. */
  unsynced?: { seed: string };
  /** Canary: nothing is ever written to the journal. */
  forgetful?: true;
  /** Canary: the process ends with this code when it is about to write the nth record. */
  giveUp?: AtRecord & { code: number };
};

const real = { ...fs };
const journals = new Set<number>();
const machine = JSON.parse(process.env.FAULTY_MACHINE ?? "{}") as Machine;
const runs = resolve(process.env.RUNS_FOLDER ?? "runs") + sep;
const random = randomFrom(machine.unsynced?.seed ?? "");
const seen = { signed: 0, done: 0, all: 0 };
let room = machine.room ?? Infinity;
let shift = machine.clock?.fromRecord === 0 ? machine.clock.milliseconds : 0;
let unsynced: Buffer = Buffer.alloc(0);
let last: "signed" | "done" | undefined;

if (isMainThread) {
  fs.openSync = (path, flags, mode) => {
    const file = real.openSync(path, flags, mode);
    if (String(path).endsWith(JOURNAL_ENDING)) journals.add(file);
    return file;
  };
  fs.writeSync = ((file: number, data: Uint8Array | string, offset?: number) => {
    const bytes = typeof data === "string" ? Buffer.from(data) : Buffer.from(data).subarray(offset ?? 0);
    return journals.has(file) ? writeRecord(file, bytes) : writeSome(file, bytes);
  }) as typeof fs.writeSync;
  fs.fsyncSync = (file) => {
    if (journals.has(file)) flush(file);
    real.fsyncSync(file);
    if (journals.has(file)) killIf("afterSyncing");
  };
  fs.closeSync = (file) => {
    if (journals.delete(file)) flush(file);
    real.closeSync(file);
  };
  fs.writeFileSync = (path: PathOrFileDescriptor, data: string | NodeJS.ArrayBufferView, options) => {
    const bytes = typeof data === "string" ? Buffer.from(data) : Buffer.from(data.buffer);
    if (!resolve(String(path)).startsWith(runs) || room >= bytes.length) {
      if (resolve(String(path)).startsWith(runs)) room -= bytes.length;
      return real.writeFileSync(path, data, options);
    }
    real.writeFileSync(path, bytes.subarray(0, room), options);
    room = 0;
    throw noSpace();
  };
  syncBuiltinESMExports();
  if (machine.clock !== undefined) setClock();
}

function writeRecord(file: number, bytes: Buffer): number {
  const text = bytes.toString();
  last = text.includes('"kind":"signed"') ? "signed" : text.includes('"kind":"done"') ? "done" : undefined;
  if (last !== undefined) seen[last]++;
  seen.all++;
  if (machine.clock !== undefined && seen.all === machine.clock.fromRecord) shift = machine.clock.milliseconds;
  const { giveUp } = machine;
  if (giveUp !== undefined && giveUp.record === last && giveUp.nth === seen[last]) process.exit(giveUp.code);
  killIf("beforeWriting");
  if (machine.forgetful === true) return bytes.length;
  if (machine.unsynced === undefined) {
    const written = writeSome(file, bytes);
    killIf("afterWriting");
    return written;
  }
  // A disk writes when it likes: some of it may be there before it is asked to.
  flush(file);
  const early = random.between(0, bytes.length);
  real.writeSync(file, bytes.subarray(0, early));
  unsynced = bytes.subarray(early);
  killIf("afterWriting");
  return bytes.length;
}

function writeSome(file: number, bytes: Buffer): number {
  if (bytes.length > 0 && room <= 0) throw noSpace();
  const written = real.writeSync(file, bytes.subarray(0, Math.min(room, bytes.length)));
  room -= written;
  return written;
}

function flush(file: number): void {
  if (unsynced.length > 0) real.writeSync(file, unsynced);
  unsynced = Buffer.alloc(0);
}

function killIf(at: NonNullable<Machine["kill"]>["at"]): void {
  const { kill } = machine;
  if (kill === undefined || kill.at !== at || kill.record !== last || kill.nth !== seen[last]) return;
  process.kill(process.pid, "SIGKILL");
  // The signal arrives before the next instruction of this thread that waits for anything.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10_000);
}

function noSpace(): NodeJS.ErrnoException {
  return Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
}

function setClock(): void {
  const RealDate = Date;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, values: [] | [number]) =>
      values.length === 0 ? new target(target.now() + shift) : new target(...values),
    get: (target, name) => (name === "now" ? () => target.now() + shift : (Reflect.get(target, name) as unknown)),
  });
}
