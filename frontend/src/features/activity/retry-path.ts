// SPDX-License-Identifier: EUPL-1.2
import { formatAmount } from "@monnaie-commune/sdk/amounts";
import type { ActivityEntry } from "../../lib/activity/activity.ts";

/** Where something that did not go through can be begun again; what was replaced in the wallet is not offered again. */
export function retryPath({ kind, stage, payee, cents, label, again }: ActivityEntry): string | undefined {
  if (stage !== "failed" && stage !== "expired" && stage !== "dropped") return undefined;
  if (again !== undefined) return again;
  if (kind !== "payment" || payee === undefined) return undefined;
  const search = new URLSearchParams({ a: payee });
  if (cents !== undefined) search.set("m", formatAmount(cents, "fr"));
  if (label !== undefined) search.set("l", label);
  return `/payer?${search}`;
}
