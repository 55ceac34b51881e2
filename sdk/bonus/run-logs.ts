// SPDX-License-Identifier: EUPL-1.2
import { decodeEventLog, getAddress, type Hex } from "viem";
import { numberToHex } from "viem/utils";
import { IssuanceAbi } from "../generated/abis.ts";
import { dated } from "../ledger/dates.ts";
import { entriesOf, type Issue, type LedgerContracts, TRANSFER_TOPIC } from "../ledger/entries.ts";
import { CHUNK_PAID_TOPIC } from "../ledger/issuance-events.ts";
import { fetchLogs, type LogFilter, type LogSource, type UndatedLog } from "../ledger/source.ts";
import type { PaidChunk, RunFacts } from "./reconcile.ts";

/** Where the events of runs are read: a chain, the two contracts, and the block the first of them was created in. */
export type RunPlace = { source: LogSource; contracts: LedgerContracts; fromBlock: number };

/** What the contracts answer at a block. */
export type RunFigures = Pick<RunFacts, "totalSupply" | "paid" | "paidCount">;

const word = (value: bigint) => numberToHex(value, { size: 32 });
const NOBODY = word(0n);

/** The chunks of a run that were paid, in the order of the chain. */
export async function chunksPaidOf(place: RunPlace, runId: bigint): Promise<PaidChunk[]> {
  const { source, contracts } = place;
  const filter = { addresses: [contracts.issuance], topics: [[CHUNK_PAID_TOPIC], [word(runId)]] };
  return chunksIn(contracts, runId, await read(place, await source.latestBlock(), [filter]));
}

/** All the report needs, read at one block: the run's chunks and every issue and burn of the token. */
export async function runFacts(
  place: RunPlace,
  runId: bigint,
  figuresAt: (block: number) => Promise<RunFigures>,
): Promise<RunFacts & { block: number }> {
  const { source, contracts } = place;
  const block = await source.latestBlock();
  const figures = await figuresAt(block);
  const transfers = (topics: LogFilter["topics"]) => ({ addresses: [contracts.token], topics });
  const logs = await read(place, block, [
    { addresses: [contracts.issuance], topics: [[CHUNK_PAID_TOPIC]] },
    transfers([[TRANSFER_TOPIC], [NOBODY]]),
    transfers([[TRANSFER_TOPIC], null, [NOBODY]]),
  ]);
  const entries = entriesOf(await dated(source, logs), contracts);
  return {
    block,
    chunks: chunksIn(contracts, runId, logs),
    issues: entries.filter((entry): entry is Issue => entry.kind === "issue"),
    burned: entries.reduce((sum, entry) => (entry.kind === "burn" ? sum + entry.cents : sum), 0n),
    ...figures,
  };
}

/** Everybody who was paid under a programme, by any run. */
export async function payeesOfProgramme(place: RunPlace, programmeId: number): Promise<Set<Hex>> {
  const { source, contracts } = place;
  const logs = await read(place, await source.latestBlock(), [
    { addresses: [contracts.issuance], topics: [[CHUNK_PAID_TOPIC]] },
    { addresses: [contracts.token], topics: [[TRANSFER_TOPIC], [NOBODY]] },
  ]);
  const entries = entriesOf(
    logs.map((log) => ({ ...log, day: 0 })),
    contracts,
  );
  return new Set(
    entries.flatMap((entry) =>
      entry.kind === "issue" && entry.story?.programmeId === BigInt(programmeId) ? [entry.to] : [],
    ),
  );
}

async function read(
  { source, fromBlock }: RunPlace,
  toBlock: number,
  filters: readonly LogFilter[],
): Promise<UndatedLog[]> {
  return await fetchLogs(source, { fromBlock, toBlock, filters });
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
