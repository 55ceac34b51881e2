// SPDX-License-Identifier: EUPL-1.2
import type { Journal, SignedRecord } from "../lib/sending/journal.ts";
import type { Shipment } from "./dispatch.ts";
import type { Store } from "./store.ts";

/** What an earlier relay of this account signed and saw no end of, with the requests that nothing was signed for since. */
export function shipmentsIn(journal: Journal, store: Store, address: string): Shipment[] {
  const first = new Map<string, SignedRecord>();
  for (const record of journal.records) {
    if (record.kind === "signed" && record.from === address && !first.has(record.step)) first.set(record.step, record);
  }
  return [...first.values()].flatMap((record) => {
    const all = store.entriesOf(record.step);
    const entries = all.filter(({ state: { state } }) => state !== "refused" && state !== "expired");
    // A transfer that fills a gap is for no request.
    return all.length === 0 ? [] : [{ record, entries }];
  });
}
