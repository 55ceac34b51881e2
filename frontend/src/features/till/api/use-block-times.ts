// SPDX-License-Identifier: EUPL-1.2
import { createViemSource } from "@monnaie-commune/sdk/ledger/viem-source";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useConfig } from "wagmi";
import { getClient } from "wagmi/actions";
import { CHAIN_KEY } from "../../../lib/query-client.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";

// The time of a block never changes.
const times = new Map<string, number>();

export type TimeOf = (block: number) => number | undefined;

/** When some blocks were written, in Unix seconds; undefined until all of them are known. */
export function useBlockTimes(blocks: readonly number[] | undefined) {
  const config = useConfig();
  const { chainId, deployment } = useRuntime();
  const keyOf = (block: number) => `${deployment.genesisHash} ${block}`;
  return useQuery({
    queryKey: [CHAIN_KEY, "times", deployment.genesisHash, blocks],
    enabled: blocks !== undefined,
    queryFn: async (): Promise<TimeOf> => {
      const client = getClient(config, { chainId });
      if (!client) throw new Error(`No client for chain ${chainId}`);
      const source = createViemSource(client);
      const unknown = [...new Set(blocks)].filter((block) => !times.has(keyOf(block)));
      await Promise.all(unknown.map(async (block) => times.set(keyOf(block), await source.timestampOf(block))));
      return (block) => times.get(keyOf(block));
    },
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
}
