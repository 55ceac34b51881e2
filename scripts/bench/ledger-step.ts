// SPDX-License-Identifier: EUPL-1.2
// Reads a chain of `ledger-chain.ts` as a program that has just been started does, in a process of its own, so that its
// memory is known. Arguments: the chain's file, the folder logs are kept in. Prints one line of JSON.
import { checkEverything } from "@monnaie-commune/sdk/ledger/checks/check-everything";
import { journalOf, readJournalLogs } from "@monnaie-commune/sdk/ledger/journal";
import { statementOf } from "@monnaie-commune/sdk/ledger/statements";
import { logFiles } from "../lib/log-files.ts";
import { openChain } from "./ledger-chain.ts";
import { mostMegabytes } from "./memory.ts";
import type { LedgerTimes } from "./steps.ts";

const [path = "", folder = ""] = process.argv.slice(2);
const { chain, source } = openChain(path);
const { contracts, fromBlock, toBlock, evidence, account, events } = chain;

const read = await timed(
  async () => await readJournalLogs(source, contracts, { fromBlock, toBlock, store: logFiles(folder) }),
);
if (read.result.length !== events) throw new Error(`${read.result.length} of ${events} events were read`);

const journal = await timed(async () => journalOf(read.result, contracts, toBlock));
const statement = await timed(async () => statementOf(journal.result.entries, account, contracts.RegionalToken));
const checks = await timed(async () => checkEverything(journal.result, evidence));
const wrong = checks.result.filter(({ holds }) => !holds).map(({ key }) => key);
if (wrong.length > 0) throw new Error(`These checks do not hold: ${wrong.join(", ")}`);
if (statement.result.lines.length === 0) throw new Error("The statement is empty");

const times: LedgerTimes = {
  events,
  reading: read.seconds,
  decoding: journal.seconds,
  statement: statement.seconds,
  checks: checks.seconds,
  checkCount: checks.result.length,
  answered: source.answered,
  megabytes: mostMegabytes(),
};
console.log(JSON.stringify(times));

async function timed<T>(work: () => Promise<T>): Promise<{ result: T; seconds: number }> {
  const began = performance.now();
  const result = await work();
  return { result, seconds: (performance.now() - began) / 1_000 };
}
