// SPDX-License-Identifier: EUPL-1.2
// A chain that was lived on and is now a file, for measuring what reads it: a line for each log, in order, beside what the
// contracts said after the last one.
import { closeSync, openSync, readFileSync, readSync, writeFileSync, writeSync } from "node:fs";
import type { Evidence } from "@monnaie-commune/sdk/ledger/checks/check-everything";
import type { JournalContracts } from "@monnaie-commune/sdk/ledger/acts";
import type { ChainLog, LogSource, UndatedLog } from "@monnaie-commune/sdk/ledger/source";
import { startOfDay } from "@monnaie-commune/sdk/days";
import { keccak256, numberToHex, type Hex } from "viem";

/** Where in the file the logs of a block stand. */
type BlockPlace = { block: number; offset: number; bytes: number; count: number };

export type KeptChain = {
  contracts: JournalContracts;
  fromBlock: number;
  toBlock: number;
  events: number;
  evidence: Evidence;
  /** Somebody with many movements. */
  account: Hex;
  blocks: BlockPlace[];
};

/** Logs a node gives in one answer at most, as many public ones do. */
const MOST_LOGS = 10_000;

export const aboutPath = (path: string) => `${path}.about.json`;

/** Bigints and maps as JSON. */
function packed(_key: string, value: unknown): unknown {
  if (typeof value === "bigint") return { bigint: value.toString() };
  return value instanceof Map ? { map: [...value] } : value;
}

function unpacked(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const { bigint, map } = value as { bigint?: string; map?: unknown };
  if (bigint !== undefined) return BigInt(bigint);
  return Array.isArray(map) ? new Map(map as [unknown, unknown][]) : value;
}

export function writeChain(path: string, logs: readonly ChainLog[], about: Omit<KeptChain, "blocks" | "events">): void {
  const blocks: BlockPlace[] = [];
  const file = openSync(path, "w");
  let offset = 0;
  for (const log of logs) {
    const bytes = writeSync(file, `${JSON.stringify(log)}\n`);
    const last = blocks.at(-1);
    if (last?.block === log.block) {
      last.bytes += bytes;
      last.count++;
    } else blocks.push({ block: log.block, offset, bytes, count: 1 });
    offset += bytes;
  }
  closeSync(file);
  writeFileSync(aboutPath(path), JSON.stringify({ ...about, events: logs.length, blocks }, packed));
}

/** Reads from the file as from a node; `answered` counts the logs it has given. */
export function openChain(path: string): { chain: KeptChain; source: LogSource & { answered: number } } {
  const chain = JSON.parse(readFileSync(aboutPath(path), "utf8"), unpacked) as KeptChain;
  const file = openSync(path, "r");
  const source = {
    answered: 0,
    async getLogs(fromBlock: number, toBlock: number): Promise<UndatedLog[]> {
      const asked = chain.blocks.filter(({ block }) => block >= fromBlock && block <= toBlock);
      const [first, count] = [asked[0], asked.reduce((sum, place) => sum + place.count, 0)];
      if (count > MOST_LOGS) throw new Error(`query returned more than ${MOST_LOGS} results`);
      if (first === undefined) return [];
      const bytes = Buffer.alloc(asked.reduce((sum, place) => sum + place.bytes, 0));
      readSync(file, bytes, 0, bytes.length, first.offset);
      source.answered += count;
      return bytes
        .toString("utf8")
        .trimEnd()
        .split("\n")
        .map((line) => {
          const { day, ...log } = JSON.parse(line) as ChainLog;
          return { ...log, timestamp: startOfDay(day) };
        });
    },
    latestBlock: async () => chain.toBlock,
    timestampOf: async () => startOfDay(chain.evidence.day),
    hashOf: async (block: number) => keccak256(numberToHex(block)),
  };
  return { chain, source };
}
