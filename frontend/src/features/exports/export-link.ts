// SPDX-License-Identifier: EUPL-1.2
// Apart from the page itself: the router needs this before any page is there.
import { parseAddress } from "../../lib/address.ts";
import type { Address } from "../../lib/runtime-config.ts";
import { isDate } from "../register/register-link.ts";

/** What the address of the page holds: the account and the first and last day (`2026-11-23`) the files are about. */
export type ExportLink = { compte?: Address; du?: string; au?: string };

/** What is malformed is dropped. */
export function readExportLink({ compte, du, au }: Record<string, unknown>): ExportLink {
  const account = typeof compte === "string" ? parseAddress(compte) : undefined;
  return { ...(account && { compte: account }), ...(isDate(du) && { du }), ...(isDate(au) && { au }) };
}
