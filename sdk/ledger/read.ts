// SPDX-License-Identifier: EUPL-1.2
// What a few accounts' own logs tell, for who does not need the whole journal.
import { concat, getAddress, keccak256, pad, type Hex } from "viem";
import { fetchThroughStore } from "./cache.ts";
import type { LogStore } from "./store.ts";
import { dated } from "./dates.ts";
import { entriesOf, TRANSFER_TOPIC, type Entry, type LedgerContracts, type Payment } from "./entries.ts";
import { CLAIMED_TOPIC, STORY_TOPICS } from "./issuance-events.ts";
import { REDEMPTION_TOPICS } from "./redemption-events.ts";
import { type ChainLog, fetchLogs, type FetchOptions, inOrder, type LogFilter, type LogSource } from "./source.ts";

type AllContracts = Required<LedgerContracts>;

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
  filters: LogFilter[],
  key: string,
  options: ReadOptions,
): Promise<{ logs: ChainLog[]; toBlock: number }> {
  const { store, toBlock = await source.latestBlock(), ...rest } = options;
  const fetchOptions = { ...rest, toBlock, filters };
  const logs =
    store === undefined
      ? await dated(source, await fetchLogs(source, fetchOptions))
      : await fetchThroughStore(source, store, key, fetchOptions);
  return { logs, toBlock };
}

/** What some accounts paid each other. */
export async function readPaymentsAmong(
  source: LogSource,
  contracts: LedgerContracts,
  accounts: readonly Hex[],
  options: ReadOptions,
): Promise<Payment[]> {
  if (accounts.length === 0) return [];
  const words = accounts.map(word);
  const filters: LogFilter[] = [{ addresses: [contracts.token], topics: [[TRANSFER_TOPIC], words, words] }];
  // Which accounts are meant stands in the key, so that those of a register that has grown are read anew.
  const key = `among:${getAddress(contracts.token)}:${keccak256(concat(words.toSorted()))}`;
  const { logs } = await read(source, filters, key, options);
  return entriesOf(logs, contracts).filter((entry) => entry.kind === "payment");
}

/** The entries that concern one account, which is what its statement is made from. */
export async function readAccountLedger(
  source: LogSource,
  contracts: AllContracts,
  account: Hex,
  options: ReadOptions,
): Promise<Ledger> {
  const owner = word(account);
  const { token, issuance, redemptions } = contracts;
  // The account in which money waits, and the till, are told of all of them.
  const ofShop = owner === word(redemptions) || owner === word(token) ? [] : [null, [owner]];
  const isEscrow = owner === word(issuance);
  const filters: LogFilter[] = [
    { addresses: [token], topics: [[TRANSFER_TOPIC], [owner]] },
    { addresses: [token], topics: [[TRANSFER_TOPIC], null, [owner]] },
    { addresses: [issuance], topics: [isEscrow ? [CLAIMED_TOPIC, ...STORY_TOPICS] : STORY_TOPICS] },
    { addresses: [redemptions], topics: [REDEMPTION_TOPICS, ...ofShop] },
  ];
  const key = `account2:${getAddress(token)}:${getAddress(account)}`;
  const { logs, toBlock } = await read(source, filters, key, options);
  const claimed = isEscrow ? [] : await claimedLogs(source, contracts, logs, options.signal);
  return { entries: entriesOf([...logs, ...claimed].toSorted(inOrder), contracts), toBlock };
}

/**
 * The Claimed events that may belong to transfers from Issuance. They do not name the payee, and a run can have thousands:
 * so they are asked for block by block.
 */
async function claimedLogs(
  source: LogSource,
  { issuance }: LedgerContracts,
  logs: readonly ChainLog[],
  signal?: AbortSignal,
): Promise<ChainLog[]> {
  const escrow = word(issuance);
  const blocks = new Set(logs.filter(({ topics }) => topics[1] === escrow).map(({ block }) => block));
  const filters: LogFilter[] = [{ addresses: [issuance], topics: [[CLAIMED_TOPIC]] }];
  const found: ChainLog[] = [];
  for (const block of blocks) {
    signal?.throwIfAborted();
    const ofBlock = await fetchLogs(source, { fromBlock: block, toBlock: block, filters });
    found.push(...(await dated(source, ofBlock)));
  }
  return found;
}

function word(address: Hex): Hex {
  return pad(getAddress(address).toLowerCase() as Hex, { size: 32 });
}
