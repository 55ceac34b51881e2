// SPDX-License-Identifier: EUPL-1.2
import { formatEther } from "ethers";
import type { BudgetStatus } from "./budget.ts";
import type { Entry } from "./store.ts";

/** What is counted since the start, and what is measured when somebody asks, as Prometheus reads it. */
export type Metrics = {
  /** Counts a change of a request. */
  changed(entry: Entry): void;
  /** Counts a request that was not taken, by the code of its refusal. */
  refused(code: string): void;
  text(gauges: Gauges): string;
};

export type Gauges = {
  queueSize: number;
  /** Seconds the oldest request without an end has waited. */
  pendingAge: number;
  /** Transactions that were signed and the node does not know. */
  nonceGap: number;
  /** Number of the next transaction. */
  nextNonce: number;
  isPaused: boolean;
  budget: BudgetStatus;
};

export function openMetrics(): Metrics {
  const requests = new Map<string, number>();
  const refusals = new Map<string, number>();
  return {
    changed: ({ request: { kind }, state: { state } }) => add(requests, `kind="${kind}",state="${state}"`),
    refused: (code) => add(refusals, `code="${code}"`),
    text({ queueSize, pendingAge, nonceGap, nextNonce, isPaused, budget }) {
      return [
        ...family("relay_requests_total", "counter", "Requests by what became of them", requests),
        ...family("relay_refusals_total", "counter", "Requests that were not taken, by reason", refusals),
        ...gauge("relay_queue_size", "Requests without an end yet", queueSize),
        ...gauge("relay_pending_age_seconds", "How long the oldest of them has waited", pendingAge),
        ...gauge("relay_nonce_gap", "Transactions signed that the node does not know", nonceGap),
        ...gauge("relay_next_nonce", "Number of the next transaction", nextNonce),
        ...gauge("relay_paused", "1 while the pause file is there", isPaused ? 1 : 0),
        ...gauge("relay_coin", "Network coin left for fees", formatEther(budget.balance)),
        ...gauge("relay_coin_spent_today", "Network coin spent this UTC day", formatEther(budget.spentToday)),
        ...gauge("relay_coin_daily", "Network coin that may be spent in a UTC day", formatEther(budget.daily)),
        ...gauge("relay_days_left", "Days the coin lasts at the pace of the last week", inPrometheus(budget.daysLeft)),
        "",
      ].join("\n");
    },
  };
}

function add(counts: Map<string, number>, labels: string): void {
  counts.set(labels, (counts.get(labels) ?? 0) + 1);
}

function family(name: string, type: string, help: string, counts: ReadonlyMap<string, number | string>): string[] {
  const lines = [...counts].map(([labels, count]) => `${name}${labels === "" ? "" : `{${labels}}`} ${count}`);
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...lines];
}

function gauge(name: string, help: string, value: number | string): string[] {
  return family(name, "gauge", help, new Map([["", value]]));
}

function inPrometheus(value: number): string {
  return value === Infinity ? "+Inf" : String(value);
}
