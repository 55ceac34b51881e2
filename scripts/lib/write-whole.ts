// SPDX-License-Identifier: EUPL-1.2
import { closeSync, fsyncSync, openSync, renameSync, writeSync } from "node:fs";

/** Writes a file, for this account alone, so that it is there as a whole or not at all, also after a crash. */
export function writeWhole(path: string, text: string): void {
  const unfinished = `${path}.${process.pid}.tmp`;
  const file = openSync(unfinished, "w", 0o600);
  const bytes = Buffer.from(text);
  for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written);
  fsyncSync(file);
  closeSync(file);
  renameSync(unfinished, path);
}
