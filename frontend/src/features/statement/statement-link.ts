// SPDX-License-Identifier: EUPL-1.2
// Apart from the page itself: the router needs this before any page is there.
import { isDate } from "../register/register-link.ts";

/** The first and last day of a statement, `2026-11-23`; both left out, it is that of the current month. `tout`: everything. */
export type StatementLink = { du?: string; au?: string; tout?: "oui" };

/** What is malformed is dropped. */
export function readStatementLink({ du, au, tout }: Record<string, unknown>): StatementLink {
  if (tout === "oui") return { tout };
  return { ...(isDate(du) && { du }), ...(isDate(au) && { au }) };
}
