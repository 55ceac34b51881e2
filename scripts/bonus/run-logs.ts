// SPDX-License-Identifier: EUPL-1.2
import type { PaidChunk, RunFacts } from "@monnaie-commune/sdk/bonus/reconcile";
import { dated } from "@monnaie-commune/sdk/ledger/dates";
import { CHUNK_PAID_TOPIC, entriesOf, type Issue, TRANSFER_TOPIC } from "@monnaie-commune/sdk/ledger/entries";
import { createRpcSource } from "@monnaie-commune/sdk/ledger/rpc-source";
import { fetchLogs, type LogFilter, type LogSource, type UndatedLog } from "@monnaie-commune/sdk/ledger/source";
import { toBeHex, ZeroHash } from "ethers";
import type { PlanContext } from "./programme.ts";

type Topic = `0x${string}`;

const word = (value: bigint) => toBeHex(value, 32) as Topic;
const NOBODY = ZeroHash as Topic;

/** The chunks of a run that were paid, in the order of the chain. */
export async function chunksPaidOf(context: PlanContext, runId: bigint): Promise<PaidChunk[]> {
  const source = sourceOf(context);
  return chunksIn(
    context,
    runId,
    await read(context, source, await source.latestBlock(), [chunkFilter(context, runId)]),
  );
}

/** All the report needs, read at one block: the run's chunks and every issue and burn of the token. */
export async function runFacts(context: PlanContext, runId: bigint): Promise<RunFacts & { block: number }> {
  const { system, deployment } = context;
  const source = sourceOf(context);
  const block = await source.latestBlock();
  const at = { blockTag: block };
  const [totalSupply, run] = await Promise.all([system.token.totalSupply(at), system.issuance.runOf(runId, at)]);
  const { RegionalToken, Issuance } = deployment.contracts;
  const transfers = (topics: LogFilter["topics"]) => ({ addresses: [RegionalToken.address], topics });
  const logs = await read(context, source, block, [
    { addresses: [Issuance.address], topics: [[CHUNK_PAID_TOPIC]] },
    transfers([[TRANSFER_TOPIC], [NOBODY]]),
    transfers([[TRANSFER_TOPIC], null, [NOBODY]]),
  ]);
  const contracts = { token: RegionalToken.address, issuance: Issuance.address };
  const entries = entriesOf(await dated(source, logs), contracts);
  return {
    block,
    chunks: chunksIn(context, runId, logs),
    issues: entries.filter((entry): entry is Issue => entry.kind === "issue"),
    burned: entries.reduce((sum, entry) => (entry.kind === "burn" ? sum + entry.cents : sum), 0n),
    totalSupply,
    paid: run.paid,
    paidCount: Number(run.paidCount),
  };
}

/** Everybody who was paid under a programme, by any run. */
export async function payeesOfProgramme(context: PlanContext, programmeId: number): Promise<Set<string>> {
  const { contracts } = context.deployment;
  const source = sourceOf(context);
  const logs = await read(context, source, await source.latestBlock(), [
    { addresses: [contracts.Issuance.address], topics: [[CHUNK_PAID_TOPIC]] },
    { addresses: [contracts.RegionalToken.address], topics: [[TRANSFER_TOPIC], [NOBODY]] },
  ]);
  const addresses = { token: contracts.RegionalToken.address, issuance: contracts.Issuance.address };
  const entries = entriesOf(
    logs.map((log) => ({ ...log, day: 0 })),
    addresses,
  );
  return new Set(
    entries.flatMap((entry) =>
      entry.kind === "issue" && entry.story?.programmeId === BigInt(programmeId) ? [entry.to] : [],
    ),
  );
}

function sourceOf({ chain }: PlanContext): LogSource {
  return createRpcSource(async (method, params) => await chain.provider.send(method, [...params]));
}

function chunkFilter({ deployment }: PlanContext, runId: bigint): LogFilter {
  return { addresses: [deployment.contracts.Issuance.address], topics: [[CHUNK_PAID_TOPIC], [word(runId)]] };
}

async function read(
  { deployment }: PlanContext,
  source: LogSource,
  toBlock: number,
  filters: readonly LogFilter[],
): Promise<UndatedLog[]> {
  return await fetchLogs(source, { fromBlock: deployment.contracts.RegionalToken.block, toBlock, filters });
}

function chunksIn({ system, deployment }: PlanContext, runId: bigint, logs: readonly UndatedLog[]): PaidChunk[] {
  const { Issuance } = deployment.contracts;
  return logs
    .filter(({ address, topics }) => {
      const isOurs = address.toLowerCase() === Issuance.address.toLowerCase();
      return isOurs && topics[0] === CHUNK_PAID_TOPIC && topics[1] === word(runId);
    })
    .map(({ topics, data, tx, block }) => {
      const { args } = system.issuance.interface.parseLog({ topics: [...topics], data }) ?? {};
      if (args === undefined) throw new TypeError("A ChunkPaid event cannot be read");
      const [index, payments, cents] = [args.chunkIndex, args.paymentCount, args.amount] as [bigint, bigint, bigint];
      return { index: Number(index), payments: Number(payments), cents, tx, block };
    });
}
