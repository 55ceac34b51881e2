// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from "@tanstack/react-query";
import { useConfig } from "wagmi";
import { getBlock } from "wagmi/actions";
import { CHAIN_KEY, KEPT } from "../../../lib/query-client.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";

/** When a block of the chain was written, in Unix seconds. It never changes. */
export function useEntryTime(block: number) {
  const config = useConfig();
  const { chainId } = useRuntime();
  return useQuery({
    queryKey: [CHAIN_KEY, "time", block],
    meta: KEPT,
    queryFn: async () => Number((await getBlock(config, { chainId, blockNumber: BigInt(block) })).timestamp),
    staleTime: Infinity,
  });
}
