// SPDX-License-Identifier: EUPL-1.2
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { canonicalRecord, type MerchantRecord, recordHash } from "@monnaie-commune/sdk/merchants";
import { deploymentsFolder, writeJson } from "./deployment-file.ts";
import type { MerchantRow } from "./merchant-csv.ts";

/** The public records of a region's merchants, by account: what the dApp serves and the registry holds the hashes of. */
export function merchantRecordsPath(chainId: number, region: string, folder = deploymentsFolder()): string {
  return join(folder, String(chainId), `${region}-merchants.json`);
}

/** Adds records to the file, or replaces them. */
export function saveRecords(path: string, rows: readonly MerchantRow[]): void {
  const known = existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Record<string, MerchantRecord>) : {};
  writeJson(path, { ...known, ...Object.fromEntries(rows.map(({ account, record }) => [account, record])) });
}

/** Records that shops sent themselves: a name says what the file holds, so nothing there can be altered unnoticed. */
const MOST_RECORDS = 5_000;

/** The folder of records that are served under their hash. */
export function recordsFolder(chainId: number, region: string, folder = deploymentsFolder()): string {
  return join(folder, String(chainId), `${region}-records`);
}

/**
 * Keeps a record under its hash, as canonical JSON.
 * @returns Whether it is kept: there is room for 5,000, so that nobody can fill the disk.
 */
export function keepRecord(chainId: number, region: string, record: MerchantRecord): boolean {
  const folder = recordsFolder(chainId, region);
  const path = join(folder, `${recordHash(record)}.json`);
  if (existsSync(path)) return true;
  mkdirSync(folder, { recursive: true });
  if (readdirSync(folder).length >= MOST_RECORDS) return false;
  const unfinished = `${path}.${process.pid}.tmp`;
  writeFileSync(unfinished, canonicalRecord(record));
  renameSync(unfinished, path);
  return true;
}
