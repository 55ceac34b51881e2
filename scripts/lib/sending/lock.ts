// SPDX-License-Identifier: EUPL-1.2
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** Who holds a lock: a process, and when it started where the system tells (process numbers are used again). */
type Holder = { pid: number; startedAt: string };

export type Lock = { release(): void };

/**
 * Takes a lock file, or returns the number of the living process that has it. The lock of a process that is gone is
 * taken over.
 */
export function takeLock(path: string): Lock | { heldBy: number } {
  mkdirSync(dirname(path), { recursive: true });
  const own: Holder = { pid: process.pid, startedAt: startOf(process.pid) };
  const mine = `${path}.${process.pid}.${nextNumber++}`;
  writeFileSync(mine, JSON.stringify(own), { flush: true });
  try {
    for (;;) {
      // A link to a whole file: nobody ever reads a lock that is half written.
      if (linked(mine, path)) return { release: () => rmSync(path, { force: true }) };
      const holder = holderOf(path);
      if (holder === undefined) continue;
      if (isAlive(holder)) return { heldBy: holder.pid };
      setAside(path, holder);
    }
  } finally {
    rmSync(mine, { force: true });
  }
}

let nextNumber = 0;

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** Undefined when the lock was released meanwhile. What is no lock of ours belongs to a process that cannot live. */
function holderOf(path: string): Holder | undefined {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
  try {
    return JSON.parse(text) as Holder;
  } catch {
    return { pid: 0, startedAt: text };
  }
}

function isAlive({ pid, startedAt }: Holder): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  return startOf(pid) === startedAt;
}

/** Two processes may find the same dead holder: the one that moved a living lock away puts it back. */
function setAside(path: string, dead: Holder): void {
  const aside = `${path}.${process.pid}.${nextNumber++}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  const moved = holderOf(aside);
  if (moved !== undefined && (moved.pid !== dead.pid || moved.startedAt !== dead.startedAt)) linked(aside, path);
  rmSync(aside, { force: true });
}

/** Linux: clock ticks from the boot to the start of the process; elsewhere, or when it is gone, "". */
function startOf(pid: number): string {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name of the program, in parentheses, may hold spaces. The start is the 22nd field, the 20th after the name.
    return status.slice(status.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return "";
  }
}
