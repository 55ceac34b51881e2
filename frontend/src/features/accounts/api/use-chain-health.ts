// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from "@tanstack/react-query";
import { useConfig } from "wagmi";
import { getBlock } from "wagmi/actions";
import { useRuntime } from "../../../lib/runtime-context.ts";

const EVERY_MS = 15_000;

export type ChainHealth = "ok" | "restarted" | "unreachable";

/** Whether the node answers, and whether its chain is still the one the contracts were deployed to. */
export function useChainHealth(): ChainHealth {
  const config = useConfig();
  const { chainId, deployment } = useRuntime();
  const { data, isError } = useQuery({
    queryKey: ["health", chainId],
    queryFn: () => getBlock(config, { chainId, blockNumber: 0n }),
    refetchInterval: EVERY_MS,
    retry: 2,
  });
  if (isError) return "unreachable";
  return data && data.hash !== deployment.genesisHash ? "restarted" : "ok";
}
