// SPDX-License-Identifier: EUPL-1.2
import type { Journal, JournalRecord, SignedRecord } from "../lib/sending/journal.ts";
import type { Database } from "./database.ts";

/**
 * The sender's journal, in the relay's own file: what was signed goes to the disk together with which requests it is for.
 * Records of what is done are not read again.
 */
export function openRelayJournal({ sql, write, flush, close }: Database): Journal {
  const insert = sql.prepare("INSERT INTO signed (step, record, is_over, at) VALUES (?, ?, 0, ?)");
  const end = sql.prepare("UPDATE signed SET is_over = 1 WHERE step = ?");
  const open = sql.prepare("SELECT record FROM signed WHERE is_over = 0 ORDER BY number");
  return {
    get records() {
      return open.all().map(({ record }) => JSON.parse(String(record)) as SignedRecord);
    },
    append(record: JournalRecord) {
      const at = Math.floor(Date.now() / 1000);
      if (record.kind === "signed") {
        // What is not on the disk is not broadcast: the sender stops here, and the number is free for the next attempt.
        write({ run: () => insert.run(record.step, JSON.stringify(record), at), undo: () => undefined });
        flush();
      } else {
        write({ run: () => end.run(record.step) });
      }
    },
    close,
  };
}
