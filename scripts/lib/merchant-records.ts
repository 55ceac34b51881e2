// SPDX-License-Identifier: EUPL-1.2
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { MerchantRecord } from "@monnaie-commune/sdk/merchants";
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
