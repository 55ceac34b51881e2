// SPDX-License-Identifier: EUPL-1.2
// Lies in what was kept of the register on the disk of whoever audits.
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { encodeEventTopics, numberToHex, type Hex } from "viem";
import { IssuanceAbi, RegionalTokenAbi } from "@monnaie-commune/sdk/generated/abis";
import { logFiles } from "../../scripts/lib/log-files.ts";
import { networkHelpers } from "../helpers/fixtures.ts";
import { audited } from "./audited.ts";
import type { Lie } from "./lie.ts";
import type { AuditedRegion } from "./world.ts";

type KeptLog = { topics: Hex[]; data: Hex; tx: Hex };
type Row = { logs: KeptLog[]; sum?: string };

/** Blocks after which everything before is kept. */
const SETTLED = 70;

/** The file in which an honest audit has kept what it read. */
export async function keptFile(region: AuditedRegion): Promise<{ folder: string; file: string }> {
  const folder = mkdtempSync(join(tmpdir(), "ledger-"));
  await networkHelpers.mine(SETTLED);
  await audited(region, { store: logFiles(folder) });
  const [name] = readdirSync(folder);
  if (name === undefined) throw new Error("Nothing was kept");
  return { folder, file: join(folder, name) };
}

/** Changes the first row that `change` recognises; with its checksum, so that the file looks whole. */
export function rewriteRow(file: string, change: (row: Row) => boolean, isSumRedone = true): void {
  const lines = readFileSync(file, "utf8").trimEnd().split("\n");
  const changed = lines.findIndex((text, i) => {
    const { sum, ...row } = JSON.parse(text) as Row;
    if (!change(row)) return false;
    const redone = createHash("sha256").update(JSON.stringify(row)).digest("hex");
    lines[i] = JSON.stringify({ ...row, sum: isSumRedone ? redone : sum });
    return true;
  });
  if (changed < 0) throw new Error("No row is like that");
  writeFileSync(file, `${lines.join("\n")}\n`);
}

const isOf = (topic: Hex) => (log: KeptLog) => log.topics[0] === topic;
const isTransfer = isOf(encodeEventTopics({ abi: RegionalTokenAbi, eventName: "Transfer" })[0]);
const isAttested = isOf(encodeEventTopics({ abi: IssuanceAbi, eventName: "EurosAttested" })[0]);

/** A changed row of a file that looks whole. */
function inCache(change: (row: Row) => KeptLog | undefined): Lie["plant"] {
  return async (region) => {
    const { folder, file } = await keptFile(region);
    let tx: Hex | undefined;
    rewriteRow(file, (row) => {
      const log = change(row);
      tx = log?.tx;
      return log !== undefined;
    });
    return { store: logFiles(folder), ...(tx !== undefined && { tx }) };
  };
}

export const CACHE_LIES: readonly Lie[] = [
  {
    lie: "an amount changed in what was kept, with its checksum",
    foundBy: "settledBalancesAgree",
    plant: async (region) => {
      const { tx: _, ...planted } = await inCache(({ logs }) => {
        const log = logs.find(isTransfer);
        if (log !== undefined) log.data = numberToHex(BigInt(log.data) + 1n, { size: 32 });
        return log;
      })(region);
      return planted;
    },
  },
  {
    lie: "an event taken out of what was kept, with its checksum",
    foundBy: "settledBalancesAgree",
    plant: async (region) => {
      const { tx: _, ...planted } = await inCache(({ logs }) => {
        const place = logs.findIndex(isTransfer);
        return place < 0 ? undefined : logs.splice(place, 1)[0];
      })(region);
      return planted;
    },
  },
  {
    lie: "a decision changed in what was kept, with its checksum",
    foundBy: "actsInReceipts",
    plant: inCache(({ logs }) => {
      const log = logs.find(isAttested);
      if (log !== undefined) log.data = numberToHex(BigInt(log.data) + 1n, { size: 32 });
      return log;
    }),
  },
];
