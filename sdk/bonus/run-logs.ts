// SPDX-License-Identifier: EUPL-1.2
import { decodeEventLog, getAddress, type Hex } from "viem";
import { numberToHex, padHex } from "viem/utils";
import { IssuanceAbi } from "../generated/abis.ts";
import { dated } from "../ledger/dates.ts";
import { entriesOf, type Entry, type Issue, type LedgerContracts, TRANSFER_TOPIC } from "../ledger/entries.ts";
import {
  CHUNK_PAID_TOPIC,
  CLAIMED_TOPIC,
  CLAIMS_OPENED_TOPIC,
  issuanceFact,
  STORY_TOPICS,
} from "../ledger/issuance-events.ts";
import { type ChainLog, fetchLogs, type LogFilter, type LogSource, type UndatedLog } from "../ledger/source.ts";
import { claimEntriesOf, type OpenedSheet } from "./claim-entries.ts";
import type { PaidChunk, RunFacts } from "./run-facts.ts";

/** Where the events of runs are read: a chain, the two contracts, and the block the first of them was created in. */
export type RunPlace = { source: LogSource; contracts: LedgerContracts; fromBlock: number };

/** What the contracts answer at a block; `waiting` is, for each claim sheet asked for, what nobody has claimed of it. */
export type RunFigures = Pick<
  RunFacts,
  "totalSupply" | "paid" | "paidCount" | "isCancelled" | "returned" | "escrow" | "now"
> & { waiting: readonly bigint[] };

/** A claim sheet as the contract has it under its number. */
export type SheetPlace = Pick<OpenedSheet, "runId" | "index">;

const word = (value: bigint) => numberToHex(value, { size: 32 });
const NOBODY = word(0n);

/** Where a chunk was paid or, being a claim sheet, opened. */
export type PaidWhere = Pick<PaidChunk, "index" | "tx" | "block">;

/** The chunks of a run that were paid, and its claim sheets that were opened, in the order of the chain. */
export async function chunksPaidOf(place: RunPlace, runId: bigint): Promise<PaidWhere[]> {
  const { source, contracts } = place;
  const topics = [[CHUNK_PAID_TOPIC, CLAIMS_OPENED_TOPIC], [word(runId)]];
  const logs = await read(place, await source.latestBlock(), [{ addresses: [contracts.issuance], topics }]);
  return undated(logs).flatMap((log) => {
    const fact = issuanceFact(log);
    return fact?.kind === "created" ? [{ index: Number(fact.story.chunkIndex), tx: log.tx, block: log.block }] : [];
  });
}

/**
 * All the report needs, read at one block: the run's chunks and claims, every issue and burn of the token, and what
 * Issuance holds for the claims of all runs.
 */
export async function runFacts(
  place: RunPlace,
  runId: bigint,
  figuresAt: (block: number, sheets: readonly SheetPlace[]) => Promise<RunFigures>,
): Promise<RunFacts & { block: number }> {
  const { source, contracts } = place;
  const block = await source.latestBlock();
  const transfers = (topics: LogFilter["topics"]) => ({ addresses: [contracts.token], topics });
  const escrow = topicOf(contracts.issuance);
  const undatedLogs = await read(place, block, [
    { addresses: [contracts.issuance], topics: [[...STORY_TOPICS, CLAIMED_TOPIC]] },
    transfers([[TRANSFER_TOPIC], [NOBODY, escrow]]),
    transfers([[TRANSFER_TOPIC], null, [NOBODY, escrow]]),
  ]);
  const logs = await dated(source, undatedLogs);
  const entries = entriesOf(logs, contracts);
  const { opened, ended, closed } = claimEntriesOf(entries);
  const { waiting, ...figures } = await figuresAt(block, opened);
  const ofRun = <T extends { runId: bigint }>(list: readonly T[]) => list.filter((each) => each.runId === runId);
  const sheets = opened.map((sheet, i) => ({ ...sheet, waiting: waiting[i] ?? 0n }));
  return {
    block,
    chunks: chunksIn(contracts, runId, logs),
    sheets: ofRun(sheets),
    endedClaims: ofRun(ended),
    closedSheets: ofRun(closed),
    issues: entries.filter((entry): entry is Issue => entry.kind === "issue"),
    burned: entries.reduce((sum, entry) => (entry.kind === "burn" ? sum + entry.cents : sum), 0n),
    owed: sheets.reduce((sum, sheet) => sum + sheet.waiting, 0n) + giftsTo(contracts, entries),
    ...figures,
  };
}

/** What people sent to Issuance by mistake: it stays there. */
function giftsTo({ issuance }: LedgerContracts, entries: readonly Entry[]): bigint {
  const escrow = getAddress(issuance);
  return entries.reduce(
    (sum, entry) => (entry.kind === "payment" && entry.to === escrow ? sum + entry.cents : sum),
    0n,
  );
}

/** Everybody who was paid under a programme, by any run, or claimed what it set aside. */
export async function payeesOfProgramme(place: RunPlace, programmeId: number): Promise<Set<Hex>> {
  const { source, contracts } = place;
  const logs = await read(place, await source.latestBlock(), [
    { addresses: [contracts.issuance], topics: [[CHUNK_PAID_TOPIC, CLAIMS_OPENED_TOPIC, CLAIMED_TOPIC]] },
    { addresses: [contracts.token], topics: [[TRANSFER_TOPIC], [NOBODY, topicOf(contracts.issuance)]] },
  ]);
  const entries = entriesOf(undated(logs), contracts);
  return new Set(
    entries.flatMap((entry) => {
      const isPaid = entry.kind === "issue" || entry.kind === "claim";
      return isPaid && entry.story?.programmeId === BigInt(programmeId) ? [entry.to] : [];
    }),
  );
}

async function read(
  { source, fromBlock }: RunPlace,
  toBlock: number,
  filters: readonly LogFilter[],
): Promise<UndatedLog[]> {
  return await fetchLogs(source, { fromBlock, toBlock, filters });
}

/** Where days do not matter. */
function undated(logs: readonly UndatedLog[]): ChainLog[] {
  return logs.map((log) => ({ ...log, day: 0 }));
}

function topicOf(address: Hex): Hex {
  return padHex(address, { size: 32 }).toLowerCase() as Hex;
}

function chunksIn({ issuance }: LedgerContracts, runId: bigint, logs: readonly UndatedLog[]): PaidChunk[] {
  const address = getAddress(issuance);
  return logs
    .filter((log) => {
      const isPaidChunk = log.topics[0] === CHUNK_PAID_TOPIC && log.topics[1] === word(runId);
      return isPaidChunk && getAddress(log.address) === address;
    })
    .map(({ topics, data, tx, block }) => {
      const { args } = decodeEventLog({
        abi: IssuanceAbi,
        eventName: "ChunkPaid",
        topics: [...topics] as [Hex, ...Hex[]],
        data,
      });
      const { chunkIndex, paymentCount, amount } = args;
      return { index: Number(chunkIndex), payments: Number(paymentCount), cents: amount, tx, block };
    });
}
