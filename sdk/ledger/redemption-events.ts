// SPDX-License-Identifier: EUPL-1.2
import { decodeEventLog, encodeEventTopics, type Hex } from "viem";
import { RedemptionsAbi } from "../generated/abis.ts";
import type { ChainLog } from "./source.ts";

/**
 * What money on its way to euros does: it is set aside, comes back to its shop, ceases to be when the euros are
 * transferred, or goes to the commons as the fee.
 */
export type RedemptionStep = "requested" | "cancelled" | "refused" | "paid" | "fee";

/** What an event of Redemptions says of the transfers right before it. */
export type RedemptionFact = {
  requestId: bigint;
  shop: Hex;
} & (
  | { step: "requested" | "cancelled" }
  | { step: "refused"; reasonCode: number }
  | { step: "paid"; orderHash: Hex; hasFee: boolean }
);

const EVENTS = ["RedemptionRequested", "RedemptionCancelled", "RedemptionRefused", "RedemptionPaid"] as const;

/** The events that explain transfers of Redemptions; each names its shop as its second indexed argument. */
export const REDEMPTION_TOPICS: readonly Hex[] = EVENTS.map(
  (eventName) => encodeEventTopics({ abi: RedemptionsAbi, eventName })[0],
);

const KNOWN = new Set<Hex | undefined>(REDEMPTION_TOPICS);

/** What a log of Redemptions says; nothing when it is about something else. */
export function redemptionFact({ topics, data }: ChainLog): RedemptionFact | undefined {
  if (!KNOWN.has(topics[0])) return undefined;
  const event = decodeEventLog({ abi: RedemptionsAbi, topics: [...topics] as [Hex, ...Hex[]], data });
  if (event.eventName === "RedemptionRequested") {
    return { step: "requested", requestId: event.args.requestId, shop: event.args.shop };
  }
  if (event.eventName === "RedemptionCancelled") {
    return { step: "cancelled", requestId: event.args.requestId, shop: event.args.shop };
  }
  if (event.eventName === "RedemptionRefused") {
    const { requestId, shop, reasonCode } = event.args;
    return { step: "refused", requestId, shop, reasonCode };
  }
  if (event.eventName === "RedemptionPaid") {
    const { requestId, shop, orderHash, fee } = event.args;
    return { step: "paid", requestId, shop, orderHash, hasFee: fee > 0n };
  }
  return undefined;
}
