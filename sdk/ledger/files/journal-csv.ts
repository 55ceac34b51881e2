// SPDX-License-Identifier: EUPL-1.2
import { plainAmount, spreadsheetCsv, spreadsheetRows } from "../../bonus/report-files.ts";
import { isoDateOf } from "../../days.ts";
import type { Act } from "../acts.ts";
import type { Entry } from "../entries.ts";
import { lineId, type JournalLine } from "../journal.ts";
import type { TextFile } from "./text-file.ts";

const COLUMNS = [
  "id",
  "date",
  "kind",
  "from",
  "to",
  "amount",
  "programme",
  "run",
  "chunk",
  "claim",
  "request",
  "decision",
  "proposer",
  "approver",
  "contract",
  "event",
  "details",
  "block",
  "tx",
] as const;

export type JournalColumn = (typeof COLUMNS)[number];

/** What a movement is called; money on its way to euros by its step, what nobody claimed apart. */
export type MovementName =
  Exclude<Entry["kind"], "redemption"> | "takenBack" | `redemption-${Extract<Entry, { kind: "redemption" }>["step"]}`;

/** What the file says in the language of its reader. */
export type JournalWords = {
  column: (column: JournalColumn) => string;
  movement: (name: MovementName) => string;
  act: (event: Act["event"]) => string;
};

export function movementName(entry: Entry): MovementName {
  if (entry.kind === "redemption") return `redemption-${entry.step}`;
  return entry.kind === "burn" && entry.reason !== undefined ? "takenBack" : entry.kind;
}

type Cells = { [column in JournalColumn]?: string | number | undefined };

function movementCells(entry: Entry, words: JournalWords): Cells {
  const story = "story" in entry ? entry.story : undefined;
  return {
    kind: words.movement(movementName(entry)),
    from: "from" in entry ? entry.from : "",
    to: "to" in entry ? entry.to : "",
    amount: plainAmount(entry.cents),
    programme: story?.programmeId.toString(),
    run: (story?.runId ?? (entry.kind === "claim" ? entry.runId : undefined))?.toString(),
    chunk: story?.chunkIndex.toString(),
    claim: entry.kind === "claim" ? entry.claimNumber.toString() : "",
    request: entry.kind === "redemption" ? entry.requestId.toString() : "",
    decision: story?.decisionHash,
    proposer: story?.proposer,
    approver: story?.approver,
  };
}

function actCells({ contract, event, args }: Act, words: JournalWords): Cells {
  const details = Object.entries(args ?? {}).map(([name, value]) => `${name}=${String(value)}`);
  return { kind: words.act(event), contract, event, details: details.join(" ") };
}

function rowOf(line: JournalLine, words: JournalWords): (string | number)[] {
  const cells: Cells = {
    id: lineId(line),
    date: isoDateOf(line.day),
    ...(line.kind === "act" ? actCells(line, words) : movementCells(line, words)),
    block: line.block,
    tx: line.tx,
  };
  return COLUMNS.map((column) => cells[column] ?? "");
}

const ROWS_AT_ONCE = 500;

/**
 * The journal as French spreadsheets open it: UTF-8 with a byte order mark, `;`, decimal commas, ISO dates (UTC days), no
 * cell that would run as a formula. Amounts stand in the rows of movements only, so that their column adds up.
 */
export function* journalCsv(lines: readonly JournalLine[], words: JournalWords): TextFile {
  let cents = 0n;
  yield spreadsheetCsv([COLUMNS.map(words.column)]);
  for (let start = 0; start < lines.length; start += ROWS_AT_ONCE) {
    const some = lines.slice(start, start + ROWS_AT_ONCE);
    for (const line of some) if (line.kind !== "act") cents += line.cents;
    yield spreadsheetRows(some.map((line) => rowOf(line, words)));
  }
  return { rows: lines.length, cents };
}
