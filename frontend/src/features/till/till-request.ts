// SPDX-License-Identifier: EUPL-1.2
import { toBase32 } from "@monnaie-commune/sdk/base32";
import type { PaymentRequest } from "@monnaie-commune/sdk/payments/request";
import type { Address } from "../../lib/runtime-config.ts";

/** How long a customer may take, in seconds; as long as a payment they signed stays good. */
export const REQUEST_SECONDS = 600;

/** The chain as a till last saw it: its latest block, and the time of it in Unix seconds. */
export type ChainNow = { block: number; at: number };

/** What this till asked a customer for. Moments are Unix seconds of this device. */
export type TillRequest = {
  reference: string;
  cents: bigint;
  label?: string;
  asked: number;
  expires: number;
  /** Payments in this block and before it cannot be for this request. */
  fromBlock: number;
  /** Seconds by which the chain's clock was ahead of this device's. */
  chainAhead: number;
  /** Payments after this block came too late: it was taken back. */
  cancelledBlock?: number;
};

/** 60 bits: tells the requests of all tills of a shop apart, whatever their clocks say. */
const REFERENCE_CHARACTERS = 12;

function newReference(): string {
  const bits = crypto.getRandomValues(new BigUint64Array(1))[0] ?? 0n;
  return `caisse-${toBase32(BigInt.asUintN(5 * REFERENCE_CHARACTERS, bits), REFERENCE_CHARACTERS)}`;
}

export function newRequest(cents: bigint, label: string | undefined, chain: ChainNow, now: number): TillRequest {
  return {
    reference: newReference(),
    cents,
    ...(label !== undefined && { label }),
    asked: now,
    expires: now + REQUEST_SECONDS,
    fromBlock: chain.block,
    // The latest block of a chain is always a little behind; one from the future tells of another clock.
    chainAhead: Math.max(0, chain.at - now),
  };
}

/** The request as a link, a code and the relay carry it. */
export function asPaymentRequest(
  { cents, label, reference, expires }: TillRequest,
  payee: Address,
  place: { chainId: number; token: Address },
): PaymentRequest {
  return { payee, cents, ...(label !== undefined && { label }), reference, expires, ...place };
}
