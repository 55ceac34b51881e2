// SPDX-License-Identifier: EUPL-1.2
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { dayOf } from "@monnaie-commune/sdk/days";
import { buildBooks } from "@monnaie-commune/sdk/ledger/books";
import { journalPlace } from "@monnaie-commune/sdk/ledger/acts";
import { journalOf, readJournalLogs } from "@monnaie-commune/sdk/ledger/journal";
import { readBalances, readFigures } from "@monnaie-commune/sdk/ledger/read-figures";
import { createRpcSource } from "@monnaie-commune/sdk/ledger/rpc-source";
import type { ChainLog } from "@monnaie-commune/sdk/ledger/source";
import { createPublicClient, custom } from "viem";
import { writeChain } from "./ledger-chain.ts";
import type { Measure } from "./report.ts";
import type { AuditTimes, LedgerTimes } from "./steps.ts";

const SIZES = [1_000, 10_000, 100_000];
const LIFE = { seed: "bench", months: 36, people: 850, shops: 150, operationsAMonth: 2_000, blocksAMonth: 100 };

/** Of the statement and the checks of 100,000 events, and of the memory of a process. */
const MOST_SECONDS = 3;
const MOST_MEGABYTES = 500;

/** Lives until there are so many events, and measures a first and a second reading of each size, and an audit of it. */
export async function measureLedger(): Promise<Measure[]> {
  const folder = mkdtempSync(join(tmpdir(), "monnaie-commune-ledger-"));
  try {
    const measured: { cold: LedgerTimes; warm: LedgerTimes }[] = [];
    const { paths, audits } = await keepChains(folder);
    for (const [n, path] of paths.entries()) {
      const kept = join(folder, `kept-${n}`);
      measured.push({ cold: await step(path, kept), warm: await step(path, kept) });
    }
    return [...measured.flatMap((each, n) => measuresOf(each, measured[n - 1])), ...auditMeasures(audits)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function step(path: string, kept: string): Promise<LedgerTimes> {
  const words = ["--import", "tsx", "scripts/bench/ledger-step.ts", path, kept];
  const { stdout } = await promisify(execFile)(process.execPath, words);
  return JSON.parse(stdout) as LedgerTimes;
}

const afterReading = ({ decoding, statement, checks }: LedgerTimes) => decoding + statement + checks;

function measuresOf(
  { cold, warm }: { cold: LedgerTimes; warm: LedgerTimes },
  before: { cold: LedgerTimes } | undefined,
): Measure[] {
  const events = `${cold.events.toLocaleString("en")} events`;
  const isLargest = cold.events >= Math.max(...SIZES);
  const seconds = afterReading(cold);
  const growth =
    before === undefined
      ? ""
      : `; ${(seconds / afterReading(before.cold)).toFixed(1)} times as long for ${(cold.events / before.cold.events).toFixed(1)} times as many`;
  const parts = `decoding ${cold.decoding.toFixed(2)} s, statement ${cold.statement.toFixed(2)} s, ${cold.checkCount} checks ${cold.checks.toFixed(2)} s${growth}`;
  const most = Math.max(cold.megabytes, warm.megabytes);
  return [
    { title: `${events}, read and kept`, value: `${cold.reading.toFixed(2)} s` },
    {
      title: `${events}, a statement and all checks`,
      value: `${seconds.toFixed(2)} s`,
      ...(isLargest && { target: `${MOST_SECONDS} s`, isMet: seconds <= MOST_SECONDS }),
      note: parts,
    },
    {
      title: `${events}, read again by another process`,
      value: `${warm.reading.toFixed(2)} s`,
      note: `${warm.answered.toLocaleString("en")} logs asked of the node, those of the last 64 blocks`,
    },
    {
      title: `${events}, memory`,
      value: `${Math.round(most)} MB`,
      ...(isLargest && { target: `${MOST_MEGABYTES} MB`, isMet: most <= MOST_MEGABYTES }),
    },
  ];
}

/** What an audit by the command takes, once the contracts are compiled, from a node that keeps nothing back. */
function auditMeasures(audits: readonly AuditTimes[]): Measure[] {
  return audits.flatMap(({ lines, accounts, checkCount, seconds, megabytes }, n) => {
    const before = audits[n - 1];
    const title = `npm run audit, ${lines.toLocaleString("en")} lines`;
    const growth =
      before === undefined
        ? ""
        : `; ${(seconds / before.seconds).toFixed(1)} times as long for ${(lines / before.lines).toFixed(1)} times as many`;
    const note = `${checkCount} checks of ${accounts.toLocaleString("en")} accounts${growth}`;
    return [
      { title: `${title}, in all`, value: `${seconds.toFixed(1)} s`, note },
      { title: `${title}, memory`, value: `${Math.round(megabytes)} MB` },
    ];
  });
}

async function auditStep(url: string, token: string): Promise<AuditTimes> {
  const words = ["--import", "tsx", "scripts/bench/audit-step.ts", url, token];
  const { stdout } = await promisify(execFile)(process.execPath, words);
  return JSON.parse(stdout) as AuditTimes;
}

/** A random life on the development chain, kept and audited when it has made each of the sizes. */
async function keepChains(folder: string): Promise<{ paths: string[]; audits: AuditTimes[] }> {
  const { deployedRegion, ethers } = await import("../../test/helpers/fixtures.ts");
  const { live } = await import("../../test/helpers/random-life.ts");
  const { openBridge } = await import("../../test/helpers/rpc-bridge.ts");
  const bridge = await openBridge();
  const request = async (method: string, params: readonly unknown[] = []): Promise<unknown> =>
    await ethers.provider.send(method, [...params]);
  const client = createPublicClient({
    transport: custom({ request: async ({ method, params }) => await request(method, (params ?? []) as unknown[]) }),
  });
  const source = createRpcSource(request);
  const logs: ChainLog[] = [];
  const region = await deployedRegion();
  const { contracts, fromBlock } = journalPlace(region.deployment);
  const token = contracts.RegionalToken;
  const paths: string[] = [];
  const audits: AuditTimes[] = [];
  let next = fromBlock;
  await live(region, LIFE, async () => {
    const toBlock = await source.latestBlock();
    for (const log of await readJournalLogs(source, contracts, { fromBlock: next, toBlock })) logs.push(log);
    next = toBlock + 1;
    if (logs.length < (SIZES[paths.length] ?? Infinity)) return false;
    const { entries, acts } = journalOf(logs, contracts, toBlock);
    const classed = acts.flatMap((act) => (act.event === "RateClassSet" ? [act.args.account] : []));
    const named = new Set([...buildBooks(entries, token).balances.keys(), ...classed]);
    const path = join(folder, `chain-${paths.length}.jsonl`);
    writeChain(path, logs, {
      contracts,
      fromBlock,
      toBlock,
      account: entries.findLast((entry) => entry.kind === "payment")?.to ?? token,
      evidence: {
        figures: await readFigures(client, contracts, toBlock),
        day: dayOf(await source.timestampOf(toBlock)),
        balances: await readBalances(client, token, [...named], { block: toBlock }),
      },
    });
    paths.push(path);
    // The first questions find the chain's own program cold: that is not the audit's time.
    if (audits.length === 0) await auditStep(bridge.url, token);
    audits.push(await auditStep(bridge.url, token));
    return paths.length === SIZES.length;
  });
  await bridge.close();
  return { paths, audits };
}
