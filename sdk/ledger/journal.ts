// SPDX-License-Identifier: EUPL-1.2
import { getAddress, type Hex } from "viem";
import { actsOf, isOwnLine, type Act, type JournalContracts } from "./acts.ts";
import { fetchThroughStore } from "./cache.ts";
import { dated } from "./dates.ts";
import { entriesOf, type Entry, type Place } from "./entries.ts";
import type { ReadOptions } from "./read.ts";
import { type ChainLog, fetchLogs, type LogFilter, type LogSource } from "./source.ts";

/** A line of the journal: money that moved, or an act. */
export type JournalLine = Entry | Act;

/** Everything a region's contracts ever told, up to and with a block, in the order of the chain. */
export type Journal = {
  contracts: JournalContracts;
  entries: Entry[];
  acts: Act[];
  toBlock: number;
};

/** Every event of some contracts. */
export function journalFilters(contracts: JournalContracts): LogFilter[] {
  return [{ addresses: Object.values(contracts), topics: [] }];
}

/** The journal of logs that were read; they have to be in order. */
export function journalOf(logs: readonly ChainLog[], contracts: JournalContracts, toBlock: number): Journal {
  const { RegionalToken: token, Issuance: issuance, Redemptions: redemptions } = contracts;
  const entries = entriesOf(logs, { token, issuance, redemptions });
  return { contracts, entries, acts: actsOf(logs, contracts), toBlock };
}

/** Reads what a journal is made from, up to and with a block; with a store, only what it does not keep. */
export async function readJournalLogs(
  source: LogSource,
  contracts: JournalContracts,
  { store, ...rest }: ReadOptions & { toBlock: number },
): Promise<ChainLog[]> {
  const options = { ...rest, filters: journalFilters(contracts) };
  if (store === undefined) return await dated(source, await fetchLogs(source, options));
  return await fetchThroughStore(source, store, `journal:${getAddress(contracts.RegionalToken)}`, options);
}

/** Reads the journal from a chain. */
export async function readJournal(
  source: LogSource,
  contracts: JournalContracts,
  options: ReadOptions,
): Promise<Journal> {
  const toBlock = options.toBlock ?? (await source.latestBlock());
  return journalOf(await readJournalLogs(source, contracts, { ...options, toBlock }), contracts, toBlock);
}

/** Movements and acts in one list, in the order of the chain, without the acts an entry says already. */
export function linesOf({ entries, acts }: Journal): JournalLine[] {
  return inOrderOfChain([...entries, ...acts.filter(isOwnLine)]);
}

/** The same with every act, also those an entry says already. */
export function everythingOf({ entries, acts }: Journal): JournalLine[] {
  return inOrderOfChain([...entries, ...acts]);
}

function inOrderOfChain(lines: readonly JournalLine[]): JournalLine[] {
  return lines.toSorted((a, b) => a.block - b.block || a.logIndex - b.logIndex);
}

/** Names a line for ever: block, first 8 digits of its transaction, and place of its event in the block. */
export function lineId({ block, tx, logIndex }: Pick<Place, "block" | "tx" | "logIndex">): string {
  return `${block}-${tx.slice(2, 10)}-${logIndex}`;
}

/** Where a line's id says it is; nothing when it is not an id. */
export function parseLineId(id: string): { block: number; txStart: Hex; logIndex: number } | undefined {
  const [, block, tx, logIndex] = /^(\d{1,12})-([0-9a-f]{8})-(\d{1,6})$/u.exec(id) ?? [];
  if (block === undefined || logIndex === undefined) return undefined;
  return { block: Number(block), txStart: `0x${tx}`, logIndex: Number(logIndex) };
}
