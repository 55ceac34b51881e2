// SPDX-License-Identifier: EUPL-1.2
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { LogStore } from "@monnaie-commune/sdk/ledger/store";
import { logFiles } from "../lib/log-files.ts";
import type { AuditNode } from "./node.ts";

/**
 * Where an audit keeps what it has read, so that it goes on where it stopped: apart from what other commands keep, as it
 * believes nobody else's files, and apart for each set of contracts.
 */
export function auditStore(
  { chainId, genesisHash }: Pick<AuditNode, "chainId" | "genesisHash">,
  hasRecord: boolean,
): LogStore {
  const folder = process.env.LEDGER_FOLDER ?? fileURLToPath(new URL("../../cache/ledger", import.meta.url));
  const name = hasRecord ? "audit-with-record" : "audit";
  return logFiles(join(resolve(folder), String(chainId), genesisHash.slice(2, 14), name));
}
