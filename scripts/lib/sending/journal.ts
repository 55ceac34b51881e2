// SPDX-License-Identifier: EUPL-1.2
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { keccak256 } from "ethers";

/** A transaction that was signed, and may have been broadcast. Fees are wei per gas. */
export type SignedRecord = {
  kind: "signed";
  /** Hash of the chain's first block: what was signed for a chain that was started again is nothing to this one. */
  genesis: string;
  step: string;
  from: string;
  nonce: number;
  maxFeePerGas: string;
  maxPriorityFeePerGas: string;
  hash: string;
  raw: string;
};

/** A step that the chain shows as done. */
export type DoneRecord = { kind: "done"; step: string; hash: string; block: number };

export type JournalRecord = SignedRecord | DoneRecord;

/** What was written before; `append` returns once the record is on the disk. */
export type Journal = {
  readonly records: readonly JournalRecord[];
  append(record: JournalRecord): void;
  close(): void;
};

/**
 * Opens an append-only journal, one JSON record a line, and reads what is there. The chain is the truth and the journal
 * remembers only what was sent: records that a crash cut off or damaged are left out.
 */
export function openJournal(path: string): Journal {
  const isNew = !existsSync(path);
  const text = isNew ? "" : readFileSync(path, "utf8");
  const records = text
    .split("\n")
    .map(parseRecord)
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

function parseRecord(line: string): JournalRecord | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (typeof value !== "object" || value === null || !("kind" in value)) return undefined;
  const record = value as JournalRecord;
  if (typeof record.step !== "string" || typeof record.hash !== "string") return undefined;
  if (record.kind === "done") return Number.isSafeInteger(record.block) ? record : undefined;
  return record.kind === "signed" && isWhole(record) ? record : undefined;
}

function isWhole({ genesis, from, nonce, raw, hash }: SignedRecord): boolean {
  if (
    typeof genesis !== "string" ||
    typeof from !== "string" ||
    !Number.isSafeInteger(nonce) ||
    typeof raw !== "string"
  )
    return false;
  return /^0x(?:[0-9a-f]{2})+$/u.test(raw) && keccak256(raw) === hash;
}

/** The new file's name is on the disk only once its folder is. Windows cannot open a folder, and does not need to. */
function syncFolder(path: string): void {
  if (process.platform === "win32") return;
  const folder = openSync(path, "r");
  fsyncSync(folder);
  closeSync(folder);
}
