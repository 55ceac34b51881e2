// SPDX-License-Identifier: EUPL-1.2
// What the register page asks of the ledger's worker.
import { findLines, type LineFilter } from "@monnaie-commune/sdk/ledger/find-lines";
import { lineId, parseLineId, type JournalLine } from "@monnaie-commune/sdk/ledger/journal";
import type { Ledger } from "../../lib/ledger/ledger.ts";

/** A stretch of what was found, newest line first, and how much there is in all. */
export type RegisterLines = { all: number; found: number; from: number; lines: JournalLine[] };

export type ProgrammeName = { programmeId: bigint; purpose: number };

let last: { ledger: Ledger; key: string; found: JournalLine[] } | undefined;

/** Who walks through the register asks about the same lines again and again. */
function found(ledger: Ledger, filter: LineFilter): JournalLine[] {
  const key = JSON.stringify(filter, (_, value: unknown) => (typeof value === "bigint" ? `${value}n` : value));
  if (last?.ledger !== ledger || last.key !== key) {
    last = { ledger, key, found: findLines(ledger.lines, filter).toReversed() };
  }
  return last.found;
}

export function registerLines(
  ledger: Ledger,
  { filter, from, count }: { filter: LineFilter; from: number; count: number },
): RegisterLines {
  const lines = found(ledger, filter);
  return { all: ledger.lines.length, found: lines.length, from, lines: lines.slice(from, from + count) };
}

/** The line with a number, or null; whatever the register is narrowed to. */
export function registerLine({ lines }: Ledger, { id }: { id: string }): JournalLine | null {
  if (parseLineId(id) === undefined) return null;
  return lines.find((line) => lineId(line) === id) ?? null;
}

/** Every programme the council opened. */
export function programmeNames({ journal }: Ledger): ProgrammeName[] {
  return journal.acts.flatMap((act) =>
    act.event === "ProgrammeOpened" ? [{ programmeId: act.args.programmeId, purpose: act.args.purpose }] : [],
  );
}
