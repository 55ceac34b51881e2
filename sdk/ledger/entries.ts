// SPDX-License-Identifier: EUPL-1.2
import { encodeEventTopics, getAddress, hexToBigInt, zeroAddress, type Hex } from "viem";
import { RegionalTokenAbi } from "../generated/abis.ts";
import { type ChunkStory, type IssuanceFact, issuanceFact, type TakenBack } from "./issuance-events.ts";
import { redemptionFact, type RedemptionFact, type RedemptionStep } from "./redemption-events.ts";
import type { ChainLog } from "./source.ts";

/** Where an entry stands in the books: its UTC day, and the log it comes from. */
export type Place = { day: number; block: number; logIndex: number; tx: Hex };

/**
 * Money that came into being; without a story when no chunk of a run explains it. With a `sheet` in its story it waits in
 * the contract's own account, `to`, for those who claim it.
 */
export type Issue = Place & { kind: "issue"; to: Hex; cents: bigint; story?: ChunkStory };

/** Money that waited to be claimed and went to whom the claim's key named; the story is that of its sheet. */
export type Claimed = Place & {
  kind: "claim";
  from: Hex;
  to: Hex;
  cents: bigint;
  runId: bigint;
  claimNumber: bigint;
  story?: ChunkStory;
};

/** Money that changed hands. */
export type Payment = Place & { kind: "payment"; from: Hex; to: Hex; cents: bigint };

/** What melted, taken out of the till, `from`, for commons. */
export type Collection = Place & { kind: "collection"; from: Hex; to: Hex; cents: bigint };

/** Demurrage that went from an account to the till. */
export type Fonte = Place & { kind: "fonte"; from: Hex; cents: bigint };

/** Money that ceased to be; with a reason, and the story of its sheet, when nobody claimed it. */
export type Burn = Place & { kind: "burn"; from: Hex; cents: bigint; reason?: TakenBack; story?: ChunkStory };

/**
 * Money on its way to euros. Requested: from the shop to the account in which it waits; cancelled or refused: back. Paid:
 * `to` is the zero address; its fee: to the token's own account.
 */
export type Redemption = Place & {
  kind: "redemption";
  step: RedemptionStep;
  from: Hex;
  to: Hex;
  cents: bigint;
  requestId: bigint;
  shop: Hex;
  /** Of a refusal: a code of the public list. */
  reasonCode?: number;
  /** Of a payment: the fingerprint of the transfer of euros. */
  orderHash?: Hex;
};

export type Entry = Issue | Claimed | Payment | Collection | Fonte | Burn | Redemption;

/** The contracts whose logs make up the books; only runs are read without `redemptions`. */
export type LedgerContracts = { token: Hex; issuance: Hex; redemptions?: Hex };

export const TRANSFER_TOPIC = encodeEventTopics({ abi: RegionalTokenAbi, eventName: "Transfer" })[0];

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

/**
 * The entries of the books in the order of the chain. Takes the token's Transfer events, and Issuance's events for what
 * they say of them: ChunkPaid and ClaimsOpened come after the issues of their chunk, in the same transaction; Claimed,
 * ClaimCancelled and ClaimsClosed right after their transfer, as do those of Redemptions. Other logs are left out. The logs
 * have to be in order.
 */
export function entriesOf(logs: readonly ChainLog[], contracts: LedgerContracts): Entry[] {
  const token = getAddress(contracts.token);
  const redemptions = contracts.redemptions && getAddress(contracts.redemptions);
  const isOf = (contract: Hex, address: Hex) => address.toLowerCase() === contract.toLowerCase();
  const addressIn = addressReader();
  const explain = explainer();
  const entries: Entry[] = [];
  for (const log of logs) {
    const { address, topics, data, day, block, logIndex, tx } = log;
    const fact = isOf(contracts.issuance, address) ? issuanceFact(log) : undefined;
    if (fact !== undefined) explain(entries, log, fact);
    const exit = redemptions !== undefined && isOf(redemptions, address) ? redemptionFact(log) : undefined;
    if (exit !== undefined) explainRedemption(entries, log, exit);
    if (topics[0] !== TRANSFER_TOPIC || !isOf(token, address)) continue;
    const [from, to] = [addressIn(topics[1]), addressIn(topics[2])];
    const place = { day, block, logIndex, tx, cents: hexToBigInt(data) };
    if (from === zeroAddress) entries.push({ kind: "issue", to, ...place });
    // An account that does not melt gives a fee there: the event after it says so.
    else if (to === token && from !== redemptions) entries.push({ kind: "fonte", from, ...place });
    else if (to === zeroAddress) entries.push({ kind: "burn", from, ...place });
    else if (from === token) entries.push({ kind: "collection", from, to, ...place });
    else entries.push({ kind: "payment", from, to, ...place });
  }
  return entries;
}

/** Names the last entries, which an event of Redemptions after them explains. */
function explainRedemption(entries: Entry[], { tx, logIndex }: ChainLog, fact: RedemptionFact): void {
  const { step, requestId, shop } = fact;
  const name = (back: number, kind: "payment" | "burn", as: RedemptionStep): void => {
    const entry = entries.at(-back);
    if (entry?.kind !== kind || entry.tx !== tx || entry.logIndex !== logIndex - back) return;
    const { day, block, from, cents } = entry;
    const to = entry.kind === "payment" ? entry.to : zeroAddress;
    const place = { day, block, logIndex: entry.logIndex, tx };
    entries[entries.length - back] = {
      kind: "redemption",
      step: as,
      from,
      to,
      cents,
      requestId,
      shop,
      ...place,
      ...(step === "refused" && { reasonCode: fact.reasonCode }),
      ...(step === "paid" && { orderHash: fact.orderHash }),
    };
  };
  if (step !== "paid") return name(1, "payment", step);
  if (fact.hasFee) name(1, "payment", "fee");
  name(fact.hasFee ? 2 : 1, "burn", "paid");
}

/** Adds to the last entries what an event after them says. */
function explainer(): (entries: Entry[], at: ChainLog, fact: IssuanceFact) => void {
  const sheets = new Map<string, ChunkStory>();
  const sheetKey = ({ runId, chunkIndex }: { runId: bigint; chunkIndex: bigint }) => `${runId} ${chunkIndex}`;
  const sheetStory = (key: { runId: bigint; chunkIndex: bigint }) => {
    const story = sheets.get(sheetKey(key));
    return story === undefined ? {} : { story };
  };
  return (entries, { tx, logIndex }, fact) => {
    if (fact.kind === "created") {
      if (fact.story.sheet !== undefined) sheets.set(sheetKey(fact.story), fact.story);
      for (let i = entries.length - 1; entries[i]?.tx === tx; i--) {
        const entry = entries[i];
        if (entry?.kind !== "issue") continue;
        if (entry.story !== undefined) break;
        entry.story = fact.story;
      }
      return;
    }
    const last = entries.at(-1);
    if (last?.tx !== tx || last.logIndex !== logIndex - 1) return;
    if (fact.kind === "claimed" && last.kind === "payment") {
      const { runId, claimNumber } = fact;
      entries[entries.length - 1] = { ...last, kind: "claim", runId, claimNumber, ...sheetStory(fact) };
    }
    if (fact.kind === "takenBack" && last.kind === "burn") {
      entries[entries.length - 1] = { ...last, reason: fact.reason, ...sheetStory(fact.reason) };
    }
  };
}
