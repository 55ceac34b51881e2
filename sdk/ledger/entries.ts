// SPDX-License-Identifier: EUPL-1.2
import { decodeEventLog, encodeEventTopics, getAddress, hexToBigInt, zeroAddress, type Hex } from "viem";
import { IssuanceAbi, RegionalTokenAbi } from "../generated/abis.ts";
import type { ChainLog } from "./source.ts";

/** Where an entry stands in the books: its UTC day, and the log it comes from. */
export type Place = { day: number; block: number; logIndex: number; tx: Hex };

/** The decision behind an issue: the chunk of an approved run it was paid in. */
export type ChunkStory = {
  runId: bigint;
  programmeId: bigint;
  decisionHash: Hex;
  chunkIndex: bigint;
  proposer: Hex;
  approver: Hex;
};

/** Money that came into being; without a story when no chunk of a run explains it. */
export type Issue = Place & { kind: "issue"; to: Hex; cents: bigint; story?: ChunkStory };

/** Money that changed hands. From the token's own account: commons money that was paid out. */
export type Payment = Place & { kind: "payment"; from: Hex; to: Hex; cents: bigint };

/** Demurrage that went from an account to the till. */
export type Fonte = Place & { kind: "fonte"; from: Hex; cents: bigint };

/** Money that ceased to be. */
export type Burn = Place & { kind: "burn"; from: Hex; cents: bigint };

export type Entry = Issue | Payment | Fonte | Burn;

/** The contracts whose logs make up the books. */
export type LedgerContracts = { token: Hex; issuance: Hex };

export const TRANSFER_TOPIC = encodeEventTopics({ abi: RegionalTokenAbi, eventName: "Transfer" })[0];
export const CHUNK_PAID_TOPIC = encodeEventTopics({ abi: IssuanceAbi, eventName: "ChunkPaid" })[0];

/** Decodes address topics; the checksum of each address is computed once. */
function addressReader(): (topic: Hex | undefined) => Hex {
  const known = new Map<Hex, Hex>();
  return (topic) => {
    if (topic === undefined) throw new Error("A Transfer event has two addresses");
    const found = known.get(topic) ?? getAddress(`0x${topic.slice(26)}`);
    known.set(topic, found);
    return found;
  };
}

function storyOf({ topics, data }: ChainLog): ChunkStory {
  const { args } = decodeEventLog({
    abi: IssuanceAbi,
    eventName: "ChunkPaid",
    topics: [...topics] as [Hex, ...Hex[]],
    data,
  });
  const { runId, programmeId, decisionHash, chunkIndex, proposer, approver } = args;
  return { runId, programmeId, decisionHash, chunkIndex, proposer, approver };
}

/**
 * The entries of the books in the order of the chain. Takes the token's Transfer events and, for the stories of issues,
 * Issuance's ChunkPaid events: one is emitted after the transfers of its chunk, in the same transaction. Other logs are
 * left out. The logs have to be in order.
 */
export function entriesOf(logs: readonly ChainLog[], contracts: LedgerContracts): Entry[] {
  const token = getAddress(contracts.token);
  const isOf = (contract: Hex, address: Hex) => address.toLowerCase() === contract.toLowerCase();
  const addressIn = addressReader();
  const entries: Entry[] = [];
  let untold: Issue[] = [];
  for (const log of logs) {
    const { address, topics, data, day, block, logIndex, tx } = log;
    if (untold.length > 0 && untold[0]?.tx !== tx) untold = [];
    if (topics[0] === CHUNK_PAID_TOPIC && isOf(contracts.issuance, address)) {
      const story = storyOf(log);
      for (const issue of untold) issue.story = story;
      untold = [];
    }
    if (topics[0] !== TRANSFER_TOPIC || !isOf(token, address)) continue;
    const [from, to] = [addressIn(topics[1]), addressIn(topics[2])];
    const place = { day, block, logIndex, tx, cents: hexToBigInt(data) };
    if (from === zeroAddress) {
      const issue: Issue = { kind: "issue", to, ...place };
      untold.push(issue);
      entries.push(issue);
    } else if (to === token) entries.push({ kind: "fonte", from, ...place });
    else if (to === zeroAddress) entries.push({ kind: "burn", from, ...place });
    else entries.push({ kind: "payment", from, to, ...place });
  }
  return entries;
}
