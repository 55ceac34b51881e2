// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from "./errors.ts";

/**
 * What the relay was asked to send: by this it is found again after a reload. `nonce` and `validBefore` (Unix seconds) are
 * those of what was signed: with them the chain says whether it was used, and when it no longer can be.
 */
export type RelayRequest = { kind: string; id: string; nonce?: `0x${string}`; validBefore?: number };

/** Where a call that changes something stands; `relayed` when somebody else has taken on to send it. Times are Unix seconds. */
export type TransactionState =
  | { step: "idle" }
  | { step: "checking" }
  | { step: "signing" }
  | { step: "relayed"; relay?: RelayRequest }
  | { step: "sent"; hash: `0x${string}`; since: number }
  | { step: "confirmed"; hash: `0x${string}`; at: number; block: bigint }
  | { step: "refused" }
  | { step: "failed"; problem: Problem }
  | { step: "replaced"; hash: `0x${string}` }
  | { step: "expired"; hash?: `0x${string}` };

export function isRunning({ step }: TransactionState): boolean {
  return step === "checking" || step === "signing" || step === "relayed" || step === "sent";
}
