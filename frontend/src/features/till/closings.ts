// SPDX-License-Identifier: EUPL-1.2
import { totalsOf, type DayLine, type Totals } from "./shop-day.ts";

type Place = { block: number; logIndex: number };

/** A close of the day, as this device keeps it: what came in since the one before. `at` is Unix seconds. */
export type Closing = Totals & { number: number; at: number; upTo: Place };

const MOST = 400;

const isAfter = (line: Place, place: Place) =>
  line.block > place.block || (line.block === place.block && line.logIndex > place.logIndex);

/** The lines no close has taken in yet; before the first close, those of the day. */
export function openLines(lines: readonly DayLine[], previous: Closing | undefined, startOfDay: number): DayLine[] {
  return lines.filter((line) => (previous ? isAfter(line, previous.upTo) : line.at >= startOfDay));
}

/** Closes what is open; nothing when nothing is. */
export function close(open: readonly DayLine[], previous: Closing | undefined, now: number): Closing | undefined {
  const last = open.at(-1);
  if (!last) return undefined;
  const upTo = { block: last.block, logIndex: last.logIndex };
  return { ...totalsOf(open), number: (previous?.number ?? 0) + 1, at: now, upTo };
}

export const withClosing = (closings: readonly Closing[], closing: Closing): Closing[] =>
  [...closings, closing].slice(-MOST);

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null;
const isCents = (value: unknown): value is string => typeof value === "string" && /^[0-9]+$/.test(value);

function closingIn(value: unknown): Closing[] {
  if (!isObject(value) || !isObject(value.upTo)) return [];
  const { number, at, count, total, refunds, refunded, first, last } = value;
  const { block, logIndex } = value.upTo;
  if (![number, at, count, refunds, block, logIndex, first ?? 0, last ?? 0].every(Number.isSafeInteger)) return [];
  if (!isCents(total) || !isCents(refunded)) return [];
  return [
    {
      number: Number(number),
      at: Number(at),
      count: Number(count),
      total: BigInt(total),
      refunds: Number(refunds),
      refunded: BigInt(refunded),
      ...(first !== undefined && { first: Number(first) }),
      ...(last !== undefined && { last: Number(last) }),
      upTo: { block: Number(block), logIndex: Number(logIndex) },
    },
  ];
}

/** The closes in what a browser kept, oldest first. */
export function parseClosings(value: unknown): Closing[] {
  return Array.isArray(value) ? value.flatMap(closingIn) : [];
}
