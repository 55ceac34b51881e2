// SPDX-License-Identifier: EUPL-1.2
// Apart from the page itself: the router needs this before any page is there, and before what knows checksums.
import type { Address } from "../../lib/runtime-config.ts";
import { isDate } from "../register/register-link.ts";

/** What the address of the page holds: the account and the first and last day (`2026-11-23`) the files are about. */
export type ExportLink = { compte?: Address; du?: string; au?: string };

/** What is malformed is dropped. */
export function readExportLink({ compte, du, au }: Record<string, unknown>): ExportLink {
  const isAccount = typeof compte === "string" && /^0x[0-9a-fA-F]{40}$/.test(compte);
  return { ...(isAccount && { compte: compte as Address }), ...(isDate(du) && { du }), ...(isDate(au) && { au }) };
}
