// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from "./errors.ts";

/** Where a call that changes something stands; `relayed` when somebody else has taken on to send it. Times are Unix seconds. */
export type TransactionState =
  | { step: "idle" }
  | { step: "checking" }
  | { step: "signing" }
  | { step: "relayed" }
  | { step: "sent"; hash: `0x${string}`; since: number }
  | { step: "confirmed"; hash: `0x${string}`; at: number; block: bigint }
  | { step: "refused" }
  | { step: "failed"; problem: Problem }
  | { step: "replaced"; hash: `0x${string}` }
  | { step: "expired"; hash?: `0x${string}` };

export function isRunning({ step }: TransactionState): boolean {
  return step === "checking" || step === "signing" || step === "relayed" || step === "sent";
}
