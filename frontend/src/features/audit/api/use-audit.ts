// SPDX-License-Identifier: EUPL-1.2
import { buildBooks } from "@monnaie-commune/sdk/ledger/books";
import { checkBooks } from "@monnaie-commune/sdk/ledger/checks/check-books";
import { readLedger } from "@monnaie-commune/sdk/ledger/read";
import { fetchLogs } from "@monnaie-commune/sdk/ledger/source";
import { createViemSource } from "@monnaie-commune/sdk/ledger/viem-source";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useConfig } from "wagmi";
import { getBlock, getPublicClient } from "wagmi/actions";
import { useContracts } from "../../../lib/contracts.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import { allChecks, type Audit } from "../audit.ts";
import { heldRoles, ROLE_TOPICS } from "../../../lib/held-roles.ts";
import { readFigures } from "./read-figures.ts";

/**
 * Reads every event since the first block, and what the contracts say at the last one, and compares them. Nothing kept
 * from before is used: who audits wants to see it read. `progress` goes from 0 to 1.
 */
export function useAudit() {
  const config = useConfig();
  const { chainId, deployment } = useRuntime();
  const contracts = useContracts();
  const [progress, setProgress] = useState(0);

  const audit = async (signal: AbortSignal): Promise<Audit> => {
    const client = getPublicClient(config, { chainId });
    if (!client) throw new Error(`No client for chain ${chainId}`);
    setProgress(0);
    const source = createViemSource(client);
    const block = await getBlock(config, { chainId });
    const toBlock = Number(block.number);
    const fromBlock = Math.min(...Object.values(deployment.contracts).map((contract) => contract.block));
    const range = { fromBlock, toBlock, signal };
    const addresses = {
      token: contracts.token.address,
      issuance: contracts.issuance.address,
      redemptions: contracts.redemptions.address,
    };
    const onProgress = (read: number, all: number) => setProgress(read / all);
    const { entries } = await readLedger(source, addresses, { ...range, onProgress });
    const filters = [{ addresses: [contracts.accessManager.address], topics: [ROLE_TOPICS] }];
    const roles = heldRoles(await fetchLogs(source, { ...range, filters }));
    const figures = await readFigures({ config, chainId, blockNumber: block.number, contracts }, roles);
    const books = buildBooks(entries, contracts.token.address);
    const checks = allChecks(checkBooks(books, figures), figures, roles);
    return { block: toBlock, at: Number(block.timestamp), entries: entries.length, books, figures, roles, checks };
  };

  const query = useQuery({
    queryKey: ["audit", chainId],
    queryFn: ({ signal }) => audit(signal),
    refetchOnWindowFocus: false,
  });
  return { ...query, progress };
}
