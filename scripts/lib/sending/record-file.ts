// SPDX-License-Identifier: EUPL-1.2
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from "node:fs";
import { dirname } from "node:path";

/** What was written before, and since; `append` returns once the record is on the disk. */
export type RecordFile<Record> = {
  readonly records: readonly Record[];
  append(record: Record): void;
  close(): void;
};

/**
 * Opens a file that only grows, one JSON record a line, and reads what is there.
 * @param parse Undefined for what is no record of ours; lines that a crash cut off or damaged are left out too.
 */
export function openRecordFile<Record extends object>(
  path: string,
  parse: (value: unknown) => Record | undefined,
): RecordFile<Record> {
  const isNew = !existsSync(path);
  const text = isNew ? "" : readFileSync(path, "utf8");
  const records = text
    .split("\n")
    .map((line) => parse(parseJson(line)))
    .filter((record) => record !== undefined);
  if (isNew) mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, "a", 0o600);
  if (isNew) syncFolder(dirname(path));
  else if (text !== "" && !text.endsWith("\n")) writeAll("\n");
  return {
    records,
    append(record) {
      writeAll(`${JSON.stringify(record)}\n`);
      fsyncSync(file);
      records.push(record);
    },
    close: () => closeSync(file),
  };

  function writeAll(line: string): void {
    const bytes = Buffer.from(line);
    for (let written = 0; written < bytes.length;) written += writeSync(file, bytes, written);
  }
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** The new file's name is on the disk only once its folder is. Windows cannot open a folder, and does not need to. */
function syncFolder(path: string): void {
  if (process.platform === "win32") return;
  const folder = openSync(path, "r");
  fsyncSync(folder);
  closeSync(folder);
}
