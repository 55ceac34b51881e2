// SPDX-License-Identifier: EUPL-1.2
import { keccak256, Transaction } from "ethers";
import { openRecordFile, type RecordFile } from "./record-file.ts";

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

export type Journal = RecordFile<JournalRecord>;

/** Opens the journal of what was sent: the chain is the truth, and the journal remembers only that. */
export function openJournal(path: string): Journal {
  return openRecordFile(path, parseRecord);
}

function parseRecord(value: unknown): JournalRecord | undefined {
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
  if (!/^0x(?:[0-9a-f]{2})+$/u.test(raw) || keccak256(raw) !== hash) return false;
  // A damaged digit still reads as a number: what was signed is what counts.
  const signed = Transaction.from(raw);
  return signed.nonce === nonce && signed.from === from;
}
