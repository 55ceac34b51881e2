// SPDX-License-Identifier: EUPL-1.2
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Deployment } from "@monnaie-commune/sdk/deployments";
import { journalPlace } from "@monnaie-commune/sdk/ledger/acts";
import { type Journal, readJournal } from "@monnaie-commune/sdk/ledger/journal";
import { createRpcSource } from "@monnaie-commune/sdk/ledger/rpc-source";
import type { LogSource } from "@monnaie-commune/sdk/ledger/source";
import type { LogStore } from "@monnaie-commune/sdk/ledger/store";
import { logFiles } from "./log-files.ts";
import type { Chain } from "./network.ts";
import { timedProgress, type Progress } from "./progress.ts";

/** What the contracts of a region ever told; `at` is the time of the journal's last block in Unix seconds. */
export type RegionJournal = { journal: Journal; at: number };

/** Logs of a chain that were read once: in `cache/ledger`, or where LEDGER_FOLDER says, for each chain that was begun. */
export function ledgerFiles({ chainId, genesisHash }: Pick<Deployment, "chainId" | "genesisHash">): LogStore {
  const folder = process.env.LEDGER_FOLDER ?? fileURLToPath(new URL("../../cache/ledger", import.meta.url));
  return logFiles(join(resolve(folder), String(chainId), genesisHash.slice(2, 14)));
}

export function sourceOf(chain: Chain): LogSource {
  return createRpcSource(async (method, params) => await chain.provider.send(method, [...params]));
}

/** Shows how many blocks are read, once it takes more than one question to the node. */
export function blockProgress(): { onProgress: (readBlocks: number, allBlocks: number) => void; end: () => void } {
  let progress: Progress | undefined;
  return {
    onProgress: (readBlocks, allBlocks) => {
      if (progress === undefined && readBlocks === allBlocks) return;
      progress ??= timedProgress("common.readingBlocks", allBlocks);
      progress.update(readBlocks);
    },
    end: () => progress?.end(),
  };
}

/**
 * Reads a region's journal up to the latest block; what was read before comes from a file.
 * @param isShown Whether the terminal shows how far it is.
 */
export async function readRegionJournal(chain: Chain, deployment: Deployment, isShown = false): Promise<RegionJournal> {
  const source = sourceOf(chain);
  const { contracts, fromBlock } = journalPlace(deployment);
  const { onProgress, end } = blockProgress();
  const options = { fromBlock, store: ledgerFiles(deployment), ...(isShown && { onProgress }) };
  try {
    const journal = await readJournal(source, contracts, options);
    return { journal, at: await source.timestampOf(journal.toBlock) };
  } finally {
    end();
  }
}
