// SPDX-License-Identifier: EUPL-1.2
import type { Measure } from "../report.ts";
import type { Outcome } from "./phases.ts";

export const RELAY_TITLE = "Relay under load";

const MOST_ACCEPTANCE_MS = 300;
const MOST_DRAIN_MS = 60_000;
const MOST_STANDSTILL_MS = 30_000;

/** One line of figures for each phase, as shown and written. */
export function figures(outcomes: readonly Outcome[]): string[][] {
  return [
    [
      "load",
      "taken",
      "p50",
      "p95",
      "p99",
      "on the chain p50",
      "p95",
      "all after the last",
      "still",
      "payments a transaction",
    ],
    ...outcomes.map(({ phase, sent, proof, acceptance, written, drained, standstill }) => [
      phase.title,
      `${acceptance.length} of ${sent.length}`,
      milliseconds(quantile(acceptance, 0.5)),
      milliseconds(quantile(acceptance, 0.95)),
      milliseconds(quantile(acceptance, 0.99)),
      seconds(quantile(written, 0.5)),
      seconds(quantile(written, 0.95)),
      seconds(drained),
      seconds(standstill),
      proof.transactions === 0 ? "" : (proof.payments / proof.transactions).toFixed(1),
    ]),
  ];
}

/** What must hold, over all phases; times of acceptance where nothing goes wrong. */
export function verdict(outcomes: readonly Outcome[]): Measure[] {
  const sum = (of: (outcome: Outcome) => number) => outcomes.reduce((total, outcome) => total + of(outcome), 0);
  const none = (title: string, count: number, note?: string): Measure => ({
    title,
    value: String(count),
    target: "0",
    isMet: count === 0,
    ...(note !== undefined && { note }),
  });
  const calm = outcomes.filter(({ phase }) => phase.fault === undefined);
  const slowest = Math.max(0, ...calm.map(({ acceptance }) => quantile(acceptance, 0.95) ?? Infinity));
  const drained = Math.max(0, ...outcomes.map((outcome) => outcome.drained ?? Infinity));
  const standstill = Math.max(0, ...outcomes.map((outcome) => outcome.standstill));
  const unexpected = new Map(outcomes.flatMap((outcome) => [...outcome.unexpected]));
  const codes = [...unexpected.keys()].join(", ");
  return [
    none(
      "payments made twice",
      sum(({ proof }) => proof.double),
    ),
    none(
      "payments taken and lost",
      sum(({ proof }) => proof.lost),
    ),
    none(
      "payments made that nobody was told were taken",
      sum(({ proof }) => proof.unannounced),
    ),
    none(
      "bad requests taken",
      sum(({ proof }) => proof.badTaken),
    ),
    none(
      "transactions that paid for nothing, and payments skipped in one",
      sum(({ proof }) => proof.wasted),
    ),
    none(
      "good requests refused",
      sum((o) => [...o.unexpected.values()].reduce((a, b) => a + b, 0)),
      codes === "" ? undefined : codes,
    ),
    bounded(
      "p95 of acceptance, of the rates without a fault",
      milliseconds(slowest),
      slowest,
      MOST_ACCEPTANCE_MS,
      "300 ms",
    ),
    bounded(
      "last payment on the chain after the last request, at most",
      seconds(drained),
      drained,
      MOST_DRAIN_MS,
      "60 s",
    ),
    bounded(
      "longest time the relay's number stood still while a payment waited",
      seconds(standstill),
      standstill,
      MOST_STANDSTILL_MS,
      "30 s",
    ),
  ];
}

function bounded(title: string, value: string, measured: number, most: number, target: string): Measure {
  return { title, value, target, isMet: measured <= most };
}

function quantile(ascending: readonly number[], part: number): number | undefined {
  return ascending[Math.max(0, Math.ceil(ascending.length * part) - 1)];
}

function milliseconds(value: number | undefined): string {
  return value === undefined || !Number.isFinite(value) ? "never" : `${Math.round(value)} ms`;
}

function seconds(value: number | undefined): string {
  return value === undefined || !Number.isFinite(value) ? "never" : `${(value / 1000).toFixed(1)} s`;
}
