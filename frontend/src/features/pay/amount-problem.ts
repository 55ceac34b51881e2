// SPDX-License-Identifier: EUPL-1.2
import { parseAmount, type AmountProblem } from "@monnaie-commune/sdk/amounts";

export type PayableAmount =
  | { ok: true; cents: bigint }
  | { ok: false; problem: AmountProblem }
  | { ok: false; problem: "insufficient"; missing: bigint };

/** The cents a person typed, if they have as much; without a known balance only the writing is checked. */
export function payableAmount(text: string, available: bigint | undefined): PayableAmount {
  const parsed = parseAmount(text);
  if (!parsed.ok || available === undefined || parsed.cents <= available) return parsed;
  return { ok: false, problem: "insufficient", missing: parsed.cents - available };
}
