// SPDX-License-Identifier: EUPL-1.2
import type { Hex } from "viem";
import { keccak256, toBytes } from "viem/utils";

/** Where a request of euros stands: the order of IRedemptions.State, whose 0 is no request. */
export const EXIT_STATES = ["waiting", "paid", "cancelled", "refused"] as const;
export type ExitState = (typeof EXIT_STATES)[number];

/** A request of euros. Cents, Unix seconds; `settledAt` is 0 while it waits, `reasonCode` unless it was refused. */
export type ExitRequest = {
  requestId: bigint;
  shop: Hex;
  state: ExitState;
  amount: bigint;
  fee: bigint;
  requestedAt: number;
  settledAt: number;
  reasonCode: number;
  orderHash: Hex;
};

/** A request as the contract gives it. */
type OnChain = {
  requestId: bigint;
  shop: string;
  state: bigint | number;
  amount: bigint;
  fee: bigint;
  requestedAt: bigint;
  settledAt: bigint;
  reasonCode: bigint | number;
  orderHash: string;
};

/** Most requests asked for at once; a page of them stays far below what nodes let a call cost. */
const PAGE = 200n;

export function exitRequestOf(request: OnChain): ExitRequest {
  const state = EXIT_STATES[Number(request.state) - 1];
  if (state === undefined) throw new RangeError(`Request ${request.requestId} has no state`);
  return {
    requestId: request.requestId,
    shop: request.shop as Hex,
    state,
    amount: request.amount,
    fee: request.fee,
    requestedAt: Number(request.requestedAt),
    settledAt: Number(request.settledAt),
    reasonCode: Number(request.reasonCode),
    orderHash: request.orderHash as Hex,
  };
}

/** All requests, page after page, in the order they came. `count` is how many there are. */
export async function readExitRequests(
  count: bigint,
  page: (offset: bigint, limit: bigint) => Promise<readonly OnChain[]>,
): Promise<ExitRequest[]> {
  const offsets = Array.from({ length: Number((count + PAGE - 1n) / PAGE) }, (_, index) => BigInt(index) * PAGE);
  const pages = await Promise.all(offsets.map((offset) => page(offset, PAGE)));
  return pages.flat().map(exitRequestOf);
}

/** The fee of an amount, in cents: rounded to the shop's advantage, as the contract does. */
export function exitFee(amount: bigint, feeBps: number): bigint {
  return (amount * BigInt(feeBps)) / 10_000n;
}

/** What stands on the bank transfer, so that shop and region find it again. */
export function transferReference(symbol: string, requestId: bigint): string {
  return `${symbol} SORTIE ${requestId}`;
}

/** The fingerprint of a transfer by the reference the bank knows it by; how it is spaced does not matter. */
export function transferHash(reference: string): Hex {
  return keccak256(toBytes(reference.trim().replace(/\s+/gu, " ")));
}
