// SPDX-License-Identifier: EUPL-1.2
import { dayOf } from "@monnaie-commune/sdk/days";
import { balanceOn } from "@monnaie-commune/sdk/demurrage";
import { AUTHORISATION_SECONDS } from "@monnaie-commune/sdk/payments/authorisation";
import type { Holding } from "../balance/api/use-holding.ts";

/** Time a payment needs at least between being signed and being written, in seconds; the relay takes none with less. */
const SHORTEST_SECONDS = 60;

/**
 * Until when a payment is signed, in Unix seconds: not longer than the request stands, but long enough to arrive. A till
 * names what arrives late.
 * @param now Unix seconds.
 */
export function validBeforeOf(now: number, expires?: number): number {
  if (expires === undefined) return now + AUTHORISATION_SECONDS;
  return Math.min(Math.max(expires + 1, now + SHORTEST_SECONDS), now + AUTHORISATION_SECONDS);
}

/**
 * What can be sent now, in cents: what is left on the day on which the signature runs out. A payment may be written after
 * midnight UTC, when the account has melted a little more.
 */
export function spendable({ account, rates, today }: Holding, now: number): bigint {
  return balanceOn(account, rates, Math.max(today, dayOf(validBeforeOf(now))));
}
