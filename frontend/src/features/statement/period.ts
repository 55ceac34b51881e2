// SPDX-License-Identifier: EUPL-1.2
import { addMonths, isoDateOf } from "@monnaie-commune/sdk/days";
import { startOfMonth } from "@monnaie-commune/sdk/ledger/months";
import { dayOfDate } from "../register/register-filter.ts";
import type { StatementLink } from "./statement-link.ts";

/** UTC days, both included; an end that is left out is open. */
export type Period = { firstDay?: number; lastDay?: number };

/** The period an address asks for; the current month where it asks for none. */
export function periodOf({ du, au, tout }: StatementLink, today: number): Period {
  if (tout !== undefined) return {};
  if (du === undefined && au === undefined) return { firstDay: startOfMonth(today), lastDay: today };
  return {
    ...(du !== undefined && { firstDay: dayOfDate(du) }),
    ...(au !== undefined && { lastDay: dayOfDate(au) }),
  };
}

/** The address of a whole month, by any day of it. */
export function monthLink(day: number): StatementLink {
  const first = startOfMonth(day);
  return { du: isoDateOf(first), au: isoDateOf(addMonths(first, 1) - 1) };
}
