// SPDX-License-Identifier: EUPL-1.2
import { placeKey } from "@monnaie-commune/sdk/ledger/authorised";
import type { StatementLine } from "@monnaie-commune/sdk/ledger/statements";
import type { Refunds } from "./refunds.ts";

/** A payment to a shop or back from it, with its time in Unix seconds; cents are positive either way. */
export type DayLine = {
  key: string;
  kind: "payment" | "refund";
  block: number;
  logIndex: number;
  tx: string;
  at: number;
  other: string;
  cents: bigint;
  label?: string;
  /** Of a payment: the reference to give it back under, and whether that was done. */
  reference?: string;
  isRefunded: boolean;
  /** Of a refund: the payment it gives back. */
  original?: string;
};

/** What a period came to; amounts in cents, moments in Unix seconds. */
export type Totals = {
  count: number;
  total: bigint;
  refunds: number;
  refunded: bigint;
  first?: number;
  last?: number;
};

/** The day a moment is on where the shop is: `2026-11-25`. */
export function localDate(unixSeconds: number): string {
  const date = new Date(unixSeconds * 1000);
  const two = (number: number) => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The first moment of a local day, and of another so many days later; days of 23 and 25 hours included. */
export function startOfLocalDay(date: string, daysLater = 0): number {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  return new Date(year, month - 1, day + daysLater).getTime() / 1000;
}

/** Lines of a statement that are a shop's takings, with what is known of each. */
export function dayLines(
  lines: readonly StatementLine[],
  refunds: Refunds,
  timeOf: (block: number) => number | undefined,
  labelOf: (tx: string) => string | undefined,
): DayLine[] {
  return lines.flatMap((line): DayLine[] => {
    const key = placeKey(line);
    const original = refunds.originalOf.get(key);
    const at = timeOf(line.block);
    if (at === undefined || (line.kind !== "received" && !(line.kind === "paid" && original))) return [];
    const { block, logIndex, tx, other } = line;
    const label = labelOf(tx);
    const reference = refunds.references.get(key);
    return [
      {
        kind: line.kind === "received" ? "payment" : "refund",
        cents: line.cents < 0n ? -line.cents : line.cents,
        isRefunded: refunds.refundOf.has(key),
        key,
        block,
        logIndex,
        tx,
        at,
        other,
        ...(label !== undefined && { label }),
        ...(reference !== undefined && { reference }),
        ...(original && { original: original.tx }),
      },
    ];
  });
}

export function totalsOf(lines: readonly DayLine[]): Totals {
  const sum = (kind: DayLine["kind"]) =>
    lines.filter((line) => line.kind === kind).reduce((cents, line) => cents + line.cents, 0n);
  const count = (kind: DayLine["kind"]) => lines.filter((line) => line.kind === kind).length;
  const [first, last] = [lines[0]?.at, lines.at(-1)?.at];
  return {
    count: count("payment"),
    total: sum("payment"),
    refunds: count("refund"),
    refunded: sum("refund"),
    ...(first !== undefined && { first }),
    ...(last !== undefined && { last }),
  };
}
