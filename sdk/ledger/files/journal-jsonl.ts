// SPDX-License-Identifier: EUPL-1.2
import { isoDateOf } from "../../days.ts";
import type { Act } from "../acts.ts";
import type { Entry } from "../entries.ts";
import { lineId, type JournalLine } from "../journal.ts";
import { joined, type TextFile } from "./text-file.ts";

/** Amounts and arguments are exact at any size: decimal strings, as JSON's numbers are not. */
const exact = (_: string, value: unknown): unknown => (typeof value === "bigint" ? value.toString() : value);

const exactArgument = (_: string, value: unknown): unknown =>
  typeof value === "bigint" || typeof value === "number" ? value.toString() : value;

/** A line as one JSON object; a fonte goes to `till`, an issue comes from nowhere. */
export function jsonOf(line: JournalLine): string {
  const { day, block, logIndex, tx, kind, ...rest } = line;
  const head = { id: lineId(line), date: isoDateOf(day), block, logIndex, tx, kind };
  if (line.kind !== "act") return JSON.stringify({ ...head, ...rest }, exact);
  const { contract, event, args } = line;
  const told: unknown = JSON.parse(JSON.stringify(args ?? {}, exactArgument));
  return JSON.stringify({ ...head, contract, event, args: told });
}

/**
 * One JSON object a line, for programs: every movement and every act, also those that a movement says already. Amounts in
 * cents and all arguments of events are decimal strings; block and place in it are numbers. The lines have to be in order.
 */
export function* journalJsonl(lines: readonly (Entry | Act)[]): TextFile {
  let cents = 0n;
  yield* joined(
    (function* () {
      for (const line of lines) {
        if (line.kind !== "act") cents += line.cents;
        yield `${jsonOf(line)}\n`;
      }
    })(),
  );
  return { rows: lines.length, cents };
}
