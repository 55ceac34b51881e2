// SPDX-License-Identifier: EUPL-1.2
import { readPaymentsAmong } from "@monnaie-commune/sdk/ledger/read";
import { createViemSource } from "@monnaie-commune/sdk/ledger/viem-source";
import { useQuery } from "@tanstack/react-query";
import { useConfig } from "wagmi";
import { getClient } from "wagmi/actions";
import { keptLogs } from "../../../lib/ledger/log-store.ts";
import { CHAIN_KEY } from "../../../lib/query-client.ts";
import type { Address } from "../../../lib/runtime-config.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import type { Shop } from "../shop.ts";

const STALE_MS = 300_000;

/** What shops have paid each other, from the books. */
export function useCircuit(shops: readonly Shop[] | undefined) {
  const config = useConfig();
  const { chainId, deployment } = useRuntime();
  const { RegionalToken: token, Issuance: issuance } = deployment.contracts;
  const accounts: Address[] = shops?.map(({ address }) => address) ?? [];
  return useQuery({
    queryKey: [CHAIN_KEY, "circuit", accounts.length],
    enabled: shops !== undefined,
    staleTime: STALE_MS,
    queryFn: async ({ signal }) => {
      const client = getClient(config, { chainId });
      if (!client) throw new Error(`No client for chain ${chainId}`);
      const contracts = { token: token.address, issuance: issuance.address };
      const options = { fromBlock: token.block, store: keptLogs, signal };
      return readPaymentsAmong(createViemSource(client), contracts, accounts, options);
    },
  });
}
