// SPDX-License-Identifier: EUPL-1.2
import { getAddress, pad, type Hex } from "viem";
import { fetchThroughStore, type LogStore } from "./cache.ts";
import { dated } from "./dates.ts";
import { CHUNK_PAID_TOPIC, entriesOf, TRANSFER_TOPIC, type Entry, type LedgerContracts } from "./entries.ts";
import { fetchLogs, type FetchOptions, type LogFilter, type LogSource } from "./source.ts";

export type ReadOptions = Pick<FetchOptions, "firstRange" | "onProgress" | "signal"> & {
  /** Block the first of the contracts was created in. */
  fromBlock: number;
  /** The latest block when left out. */
  toBlock?: number;
  /** Keeps logs between two reads. */
  store?: LogStore;
};

/** Entries up to and with a block. */
export type Ledger = { entries: Entry[]; toBlock: number };

async function read(
  source: LogSource,
  contracts: LedgerContracts,
  filters: LogFilter[],
  key: string,
  options: ReadOptions,
): Promise<Ledger> {
  const { store, toBlock = await source.latestBlock(), ...rest } = options;
  const fetchOptions = { ...rest, toBlock, filters };
  const logs =
    store === undefined
      ? await dated(source, await fetchLogs(source, fetchOptions))
      : await fetchThroughStore(source, store, key, fetchOptions);
  return { entries: entriesOf(logs, contracts), toBlock };
}

/** All entries of a region's books. */
export async function readLedger(source: LogSource, contracts: LedgerContracts, options: ReadOptions): Promise<Ledger> {
  const filters: LogFilter[] = [
    { addresses: [contracts.token, contracts.issuance], topics: [[TRANSFER_TOPIC, CHUNK_PAID_TOPIC]] },
  ];
  return await read(source, contracts, filters, `books:${getAddress(contracts.token)}`, options);
}

/** The entries that concern one account, which is what its statement is made from. */
export async function readAccountLedger(
  source: LogSource,
  contracts: LedgerContracts,
  account: Hex,
  options: ReadOptions,
): Promise<Ledger> {
  const owner = pad(getAddress(account).toLowerCase() as Hex, { size: 32 });
  const filters: LogFilter[] = [
    { addresses: [contracts.token], topics: [[TRANSFER_TOPIC], [owner]] },
    { addresses: [contracts.token], topics: [[TRANSFER_TOPIC], null, [owner]] },
    { addresses: [contracts.issuance], topics: [[CHUNK_PAID_TOPIC]] },
  ];
  const key = `account:${getAddress(contracts.token)}:${getAddress(account)}`;
  return await read(source, contracts, filters, key, options);
}
