// SPDX-License-Identifier: EUPL-1.2
import { decodeEventLog, encodeEventTopics, type Hex } from "viem";
import { CLAIMS_PER_SHEET } from "../claims/sheet-size.ts";
import { IssuanceAbi } from "../generated/abis.ts";
import type { ChainLog } from "./source.ts";

/**
 * The decision behind money that came into being: the chunk of an approved run. With a `sheet` when it was set aside to be
 * claimed; `deadline` is the last Unix second to do so.
 */
export type ChunkStory = {
  runId: bigint;
  programmeId: bigint;
  decisionHash: Hex;
  chunkIndex: bigint;
  proposer: Hex;
  approver: Hex;
  sheet?: { root: Hex; claimCount: number; deadline: number };
};

/** Why money that waited to be claimed ceased to be: its claim was cancelled, or its sheet was closed. */
export type TakenBack = { runId: bigint; chunkIndex: bigint; by: Hex } & (
  { why: "cancelled"; claimNumber: bigint } | { why: "closed" }
);

/** What an event of Issuance says of transfers before it. */
export type IssuanceFact =
  | { kind: "created"; story: ChunkStory }
  | { kind: "claimed"; runId: bigint; claimNumber: bigint; chunkIndex: bigint }
  | { kind: "takenBack"; reason: TakenBack };

const topicOf = (eventName: "ChunkPaid" | "ClaimsOpened" | "Claimed" | "ClaimCancelled" | "ClaimsClosed"): Hex =>
  encodeEventTopics({ abi: IssuanceAbi, eventName })[0];

export const CHUNK_PAID_TOPIC = topicOf("ChunkPaid");
export const CLAIMS_OPENED_TOPIC = topicOf("ClaimsOpened");
export const CLAIMED_TOPIC = topicOf("Claimed");
export const CLAIM_CANCELLED_TOPIC = topicOf("ClaimCancelled");
export const CLAIMS_CLOSED_TOPIC = topicOf("ClaimsClosed");

/** The events that explain how money came into being and ceased to be; what people claimed is in `CLAIMED_TOPIC`. */
export const STORY_TOPICS: readonly Hex[] = [
  CHUNK_PAID_TOPIC,
  CLAIMS_OPENED_TOPIC,
  CLAIM_CANCELLED_TOPIC,
  CLAIMS_CLOSED_TOPIC,
];

const KNOWN = new Set<Hex | undefined>([...STORY_TOPICS, CLAIMED_TOPIC]);

/** What a log of Issuance says; nothing when it is about something else. */
export function issuanceFact({ topics, data }: ChainLog): IssuanceFact | undefined {
  if (!KNOWN.has(topics[0])) return undefined;
  const event = decodeEventLog({ abi: IssuanceAbi, topics: [...topics] as [Hex, ...Hex[]], data });
  if (event.eventName === "ChunkPaid") return { kind: "created", story: storyOf(event.args) };
  if (event.eventName === "ClaimsOpened") {
    const { root, claimCount, deadline } = event.args;
    const sheet = { root, claimCount: Number(claimCount), deadline: Number(deadline) };
    return { kind: "created", story: { ...storyOf(event.args), sheet } };
  }
  if (event.eventName === "Claimed") {
    return { kind: "claimed", ...event.args, chunkIndex: sheetOf(event.args.claimNumber) };
  }
  if (event.eventName === "ClaimCancelled") {
    const { runId, claimNumber, by } = event.args;
    const reason = { why: "cancelled", runId, chunkIndex: sheetOf(claimNumber), claimNumber, by } as const;
    return { kind: "takenBack", reason };
  }
  if (event.eventName === "ClaimsClosed") {
    const { runId, chunkIndex, by } = event.args;
    return { kind: "takenBack", reason: { why: "closed", runId, chunkIndex, by } };
  }
  return undefined;
}

function storyOf({
  runId,
  programmeId,
  decisionHash,
  chunkIndex,
  proposer,
  approver,
}: Omit<ChunkStory, "sheet">): ChunkStory {
  return { runId, programmeId, decisionHash, chunkIndex, proposer, approver };
}

function sheetOf(claimNumber: bigint): bigint {
  return claimNumber / BigInt(CLAIMS_PER_SHEET);
}
