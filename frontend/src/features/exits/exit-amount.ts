// SPDX-License-Identifier: EUPL-1.2
import { payableAmount, type PayableAmount } from "../pay/amount-problem.ts";

export type ExitAmount = PayableAmount | { ok: false; problem: "allowance" };

/** The cents a shop typed, if it has them and may still ask for them this month; both are unknown at first. */
export function exitAmount(text: string, held: bigint | undefined, left: bigint | undefined): ExitAmount {
  const amount = payableAmount(text, held);
  if (amount.ok && left !== undefined && amount.cents > left) return { ok: false, problem: "allowance" };
  return amount;
}
