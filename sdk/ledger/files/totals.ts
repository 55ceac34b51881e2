// SPDX-License-Identifier: EUPL-1.2
import type { Entry } from "../entries.ts";
import { movementName, type MovementName } from "./journal-csv.ts";

/** How many movements of each kind there are, and what they add up to, in cents. */
export type Totals = Partial<Record<MovementName, { count: number; cents: bigint }>>;

/** Adds up movements by what they are called, in the order of their first. */
export function totalsOf(entries: readonly Entry[]): Totals {
  const totals: Totals = {};
  for (const entry of entries) {
    const name = movementName(entry);
    const { count, cents } = totals[name] ?? { count: 0, cents: 0n };
    totals[name] = { count: count + 1, cents: cents + entry.cents };
  }
  return totals;
}
