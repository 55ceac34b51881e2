// SPDX-License-Identifier: EUPL-1.2
import { dayOf } from "@monnaie-commune/sdk/days";
import type { Deployment } from "@monnaie-commune/sdk/deployments";
import { RegionalTokenAbi } from "@monnaie-commune/sdk/generated/abis";
import { privilegedActs } from "@monnaie-commune/sdk/ledger/checks/check-actors";
import { accountsOf } from "@monnaie-commune/sdk/ledger/checks/check-decay";
import { checkEverything, inReportOrder } from "@monnaie-commune/sdk/ledger/checks/check-everything";
import type { Check } from "@monnaie-commune/sdk/ledger/checks/check";
import { checkReceipts } from "@monnaie-commune/sdk/ledger/checks/check-receipts";
import { discover, type Discovered, NotDiscovered } from "@monnaie-commune/sdk/ledger/discover";
import { type Journal, journalOf, readJournalLogs } from "@monnaie-commune/sdk/ledger/journal";
import { readAccesses, readBalances, readFigures } from "@monnaie-commune/sdk/ledger/read-figures";
import { blocksInDoubt, rolePeriods, type RolePeriod } from "@monnaie-commune/sdk/ledger/role-periods";
import type { LogStore } from "@monnaie-commune/sdk/ledger/store";
import type { Hex } from "viem";
import { compilerInput, compilerInputHash, inputText } from "../lib/compiler-input.ts";
import { Failure } from "../lib/failure.ts";
import { recompile } from "../lib/recompile.ts";
import { checkCode, checkConstants, type CodeFound, readCode } from "./check-code.ts";
import { checkRecord } from "./check-record.ts";
import type { AuditNode } from "./node.ts";
import { readReceipts, readTimes } from "./read-receipts.ts";

/** The parts of an audit that take time, as they are shown. */
export type AuditStep = "blocks" | "accounts" | "receipts";

export type AuditOptions = {
  token: Hex;
  /** The latest block when left out. */
  toBlock?: number;
  record?: Deployment;
  store: LogStore;
  /** Compiles the contracts again, also where that was done before. */
  isRecompiled: boolean;
  onStep: (step: AuditStep | "discover" | "compile") => void;
  onProgress: (step: AuditStep, done: number, all: number) => void;
};

/** Everything an audit found, at one block. */
export type AuditResult = {
  node: AuditNode;
  name: string;
  symbol: string;
  journal: Journal;
  fromBlock: number;
  /** Unix seconds of the last block. */
  at: number;
  accounts: number;
  periods: readonly RolePeriod[];
  code: readonly CodeFound[];
  checks: readonly Check[];
};

async function find(node: AuditNode, { token, record }: AuditOptions, toBlock: number): Promise<Discovered> {
  try {
    const found = await discover(node, token, toBlock);
    const batch = record?.contracts.AuthorizationBatch.address;
    return batch === undefined ? found : { ...found, contracts: { ...found.contracts, AuthorizationBatch: batch } };
  } catch (error) {
    if (!(error instanceof NotDiscovered)) throw error;
    const { missing } = error;
    throw new Failure(missing === "token" ? 1 : 3, `audit.notFound.${missing === "token" ? "token" : "contract"}`, {
      token,
      missing,
    });
  }
}

/**
 * Reads everything a region's contracts ever told, does the books again, and compares them with what the contracts say.
 * @throws Failure when the node cannot answer, or the chain changed meanwhile.
 */
export async function runAudit(node: AuditNode, options: AuditOptions): Promise<AuditResult> {
  const { client, source } = node;
  const { record, store, onStep, onProgress } = options;
  const latest = await source.latestBlock();
  const block = options.toBlock ?? latest;
  if (block > latest) throw new Failure(1, "audit.noSuchBlock", { block, latest });
  const hash = await source.hashOf(block);

  onStep("discover");
  const { contracts, fromBlock } = await find(node, options, block);
  onStep("blocks");
  const logs = await readJournalLogs(source, contracts, {
    fromBlock,
    toBlock: block,
    store,
    onProgress: (done, all) => onProgress("blocks", done, all),
  });
  const journal = journalOf(logs, contracts, block);
  const { acts } = journal;
  const periods = rolePeriods(acts);
  const privileged = privilegedActs(acts);

  const figures = await readFigures(client, contracts, block);
  const accounts = accountsOf(journal);
  onStep("accounts");
  const balances = await readBalances(client, contracts.RegionalToken, accounts, {
    block,
    onProgress: (done, all) => onProgress("accounts", done, all),
  });
  onStep("receipts");
  const decided = privileged.map(({ act }) => act);
  const receipts = await readReceipts(node, decided, (done, all) => onProgress("receipts", done, all));
  const doubtful = blocksInDoubt(decided, periods);
  const at = await source.timestampOf(block);
  const evidence = {
    figures,
    day: dayOf(at),
    balances,
    accesses: await readAccesses(client, contracts.AccessManager, periods, block),
    senders: receipts,
    times: await readTimes(node, doubtful),
  };

  onStep("compile");
  const input = await compilerInput();
  const compiled = await recompile(inputText(input), { force: options.isRecompiled });
  const code = await readCode(node, contracts, compiled, block);
  const checks = [
    ...checkEverything(journal, evidence),
    checkReceipts(privileged, logs, receipts),
    ...checkCode(code, compiled),
    ...(await checkConstants(node, contracts, code, block)),
    ...(record === undefined ? [] : await checkRecord(node, record, contracts, code, await compilerInputHash())),
  ];
  if ((await source.hashOf(block)) !== hash) throw new Failure(2, "audit.reorganised", { block });
  const named = { abi: RegionalTokenAbi, address: contracts.RegionalToken } as const;
  const name = await client.readContract({ ...named, functionName: "name" });
  const symbol = await client.readContract({ ...named, functionName: "symbol" });
  return {
    node,
    name,
    symbol,
    journal,
    fromBlock,
    at,
    accounts: accounts.length,
    periods,
    code,
    checks: inReportOrder(checks),
  };
}
