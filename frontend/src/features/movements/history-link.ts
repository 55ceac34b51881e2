// SPDX-License-Identifier: EUPL-1.2
import type { Address } from "../../lib/runtime-config.ts";

/** What the address of the history holds: `recu`, the transaction whose line is open. Malformed parts are dropped. */
export type HistoryLink = { recu?: Address };

export function readHistoryLink(search: Record<string, unknown>): HistoryLink {
  const { recu } = search;
  return { ...(typeof recu === "string" && /^0x[0-9a-f]{64}$/i.test(recu) && { recu: recu as Address }) };
}
