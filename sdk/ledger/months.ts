// SPDX-License-Identifier: EUPL-1.2
import { addMonths, isoDateOf } from "../days.ts";
import type { Statement } from "./statements.ts";

/** What a calendar month (UTC) came to for an account, in cents; what went and what melted are positive. */
export type MonthOfAccount = {
  /** `2026-11`. */
  month: string;
  firstDay: number;
  lastDay: number;
  opening: bigint;
  received: bigint;
  paid: bigint;
  fonte: bigint;
  closing: bigint;
};

/** The first day of the month of a day. */
export function startOfMonth(day: number): number {
  return day - Number(isoDateOf(day).slice(8)) + 1;
}

/** The months of a whole statement, from its first line to `lastDay`, those without a line too; oldest first. */
export function monthsOf({ lines, opening }: Pick<Statement, "lines" | "opening">, lastDay: number): MonthOfAccount[] {
  const months: MonthOfAccount[] = [];
  let balance = opening;
  let index = 0;
  const [first] = lines;
  if (first === undefined) return months;
  for (let firstDay = startOfMonth(first.day); firstDay <= lastDay;) {
    const next = addMonths(firstDay, 1);
    const month = { month: isoDateOf(firstDay).slice(0, 7), firstDay, lastDay: next - 1 };
    const totals = { opening: balance, received: 0n, paid: 0n, fonte: 0n };
    for (let line = lines[index]; line !== undefined && line.day < next; line = lines[++index]) {
      balance += line.cents;
      if (line.kind === "fonte") totals.fonte -= line.cents;
      else if (line.cents > 0n) totals.received += line.cents;
      else totals.paid -= line.cents;
    }
    months.push({ ...month, ...totals, closing: balance });
    firstDay = next;
  }
  return months;
}
