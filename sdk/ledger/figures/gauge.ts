// SPDX-License-Identifier: EUPL-1.2
// Payments of twelve rolling months against what has to be notified. Where the amount comes from: docs/figures.md.
import { yearBefore } from "./months.ts";
import { paymentOf, type Movement } from "./movements.ts";

/** 1 million euros, in cents. */
export const NOTIFICATION_CENTS = 100_000_000n;

/** When to prepare, in basis points of it. */
export const NOTICE_BPS = 8_000n;

const BPS = 10_000n;

/** How far payments are: below the notice, between it and the amount, or at it and beyond. */
export type GaugeLevel = "below" | "near" | "reached";

export type Gauge = {
  /** Paid in the twelve months that end today, in cents. */
  cents: bigint;
  level: GaugeLevel;
  /** The most that any twelve months came to, and the day they ended. */
  highest: bigint;
  highestDay: number;
  /** The first days on which twelve months came to the notice, and to the amount. */
  nearSince?: number;
  reachedSince?: number;
};

/** What was paid on a day, in cents. */
export type PaidOn = { day: number; cents: bigint };

/** What was paid on each day on which anything was, oldest first. */
export function paidByDay(movements: readonly Movement[]): PaidOn[] {
  const days: PaidOn[] = [];
  for (const movement of movements) {
    const payment = paymentOf(movement);
    if (payment === undefined) continue;
    const last = days.at(-1);
    if (last?.day === payment.day) last.cents += payment.cents;
    else days.push({ day: payment.day, cents: payment.cents });
  }
  return days;
}

/** What was paid in the twelve months that end with a day, in cents. */
export function paidInYear(days: readonly PaidOn[], lastDay: number): bigint {
  const past = yearBefore(lastDay);
  return days.reduce((sum, { day, cents }) => (day > past && day <= lastDay ? sum + cents : sum), 0n);
}

/** How much of the amount to be notified a sum is. */
export function levelOf(cents: bigint): GaugeLevel {
  if (cents >= NOTIFICATION_CENTS) return "reached";
  return cents * BPS >= NOTIFICATION_CENTS * NOTICE_BPS ? "near" : "below";
}

/** The gauge as it stands on a day, and when it first stood higher. */
export function gaugeOn(days: readonly PaidOn[], today: number): Gauge {
  const cents = paidInYear(days, today);
  const gauge: Gauge = { cents, level: levelOf(cents), highest: 0n, highestDay: today };
  let first = 0;
  let sum = 0n;
  // Twelve months come to their most on a day on which something was paid.
  for (const { day, cents: paid } of days) {
    sum += paid;
    const past = yearBefore(day);
    for (let old = days[first]; old !== undefined && old.day <= past; old = days[++first]) sum -= old.cents;
    const level = levelOf(sum);
    if (sum > gauge.highest) [gauge.highest, gauge.highestDay] = [sum, day];
    if (level !== "below") gauge.nearSince ??= day;
    if (level === "reached") gauge.reachedSince ??= day;
  }
  return gauge;
}
