// SPDX-License-Identifier: EUPL-1.2
// What the ledger's worker does: it reads the journal, keeps it, and answers questions about it at a block.
import type { JournalContracts } from "@monnaie-commune/sdk/ledger/acts";
import type { LogStore } from "@monnaie-commune/sdk/ledger/store";
import { journalOf, readJournalLogs } from "@monnaie-commune/sdk/ledger/journal";
import type { ChainLog, LogSource } from "@monnaie-commune/sdk/ledger/source";
import { ledgerOf, withoutNews, type Ledger } from "./ledger.ts";
import { QUESTIONS, type QuestionName } from "./questions.ts";

/** The contracts, and the block the first of them was created in. */
export type LedgerPlace = { rpcUrl: string; contracts: JournalContracts; fromBlock: number };

/** How far the ledger was read: the last block, its hash, and its Unix seconds. */
export type LedgerHead = { toBlock: number; hash: string; at: number };

/** A question about the ledger as it stood after a block that was read. */
export type AskedQuestion = { name: QuestionName; args: unknown; block: number };

/** Ledgers of blocks before the last that are kept: pages ask about the one they have heard of while a newer one is read. */
const KEPT_LEDGERS = 2;

export type LedgerSetting = {
  sourceOf: (rpcUrl: string) => LogSource;
  store: LogStore;
  onProgress: (readBlocks: number, allBlocks: number) => void;
};

function isSame(logs: readonly ChainLog[], others: readonly ChainLog[]): boolean {
  return (
    logs.length === others.length &&
    logs.every(({ block, logIndex, tx, data }, i) => {
      const other = others[i];
      return other?.tx === tx && other.block === block && other.logIndex === logIndex && other.data === data;
    })
  );
}

function isBeginning({ journal, logs: before }: Ledger, logs: readonly ChainLog[]): boolean {
  const next = logs[before.length];
  return isSame(before, logs.slice(0, before.length)) && (next === undefined || next.block > journal.toBlock);
}

export function createLedgerTasks({ sourceOf, store, onProgress }: LedgerSetting) {
  let reading: Promise<LedgerHead> | undefined;
  let source: LogSource | undefined;
  let last: Ledger | undefined;
  let lastHead: LedgerHead | undefined;
  let kept: Ledger[] = [];

  const keep = (ledger: Ledger): Ledger => {
    kept = [ledger, ...kept.filter(({ journal }) => journal.toBlock !== ledger.journal.toBlock)].slice(0, KEPT_LEDGERS);
    return ledger;
  };

  /** The logs up to a block as a ledger; what they say is decoded only when they are others than the last time. */
  const made = (contracts: JournalContracts, logs: readonly ChainLog[], toBlock: number, at: number): Ledger => {
    if (last !== undefined && isSame(last.logs, logs)) return withoutNews(last, toBlock, at);
    return ledgerOf(journalOf(logs, contracts, toBlock), logs, at);
  };

  const readOn = async ({ rpcUrl, contracts, fromBlock }: LedgerPlace): Promise<LedgerHead> => {
    source ??= sourceOf(rpcUrl);
    const toBlock = await source.latestBlock();
    const [hash, at] = await Promise.all([source.hashOf(toBlock), source.timestampOf(toBlock)]);
    if (hash === undefined) throw new Error(`The node does not know block ${toBlock}`);
    if (lastHead?.hash === hash) return lastHead;
    const logs = await readJournalLogs(source, contracts, { fromBlock, toBlock, store, onProgress });
    // What was read of blocks that the chain has replaced since is not kept.
    kept = kept.filter((ledger) => isBeginning(ledger, logs));
    last = keep(made(contracts, logs, toBlock, at));
    lastHead = { toBlock, hash, at };
    return lastHead;
  };

  const ledgerAt = async (block: number): Promise<Ledger> => {
    const found = kept.find(({ journal }) => journal.toBlock === block);
    if (found !== undefined) return found;
    if (last === undefined || source === undefined || block > last.journal.toBlock) {
      throw new Error(`The ledger was not read up to block ${block} yet`);
    }
    const { logs, journal } = last;
    const before = logs.filter((log) => log.block <= block);
    return keep(made(journal.contracts, before, block, await source.timestampOf(block)));
  };

  return {
    /** Reads what is new; calls that come meanwhile wait for the same reading. */
    readOn: async (place: LedgerPlace): Promise<LedgerHead> => {
      reading ??= readOn(place).finally(() => (reading = undefined));
      return await reading;
    },

    answer: async ({ name, args, block }: AskedQuestion): Promise<unknown> =>
      (QUESTIONS[name] as (ledger: Ledger, args: unknown) => unknown)(await ledgerAt(block), args),
  };
}

export type LedgerTasks = ReturnType<typeof createLedgerTasks>;
