// SPDX-License-Identifier: EUPL-1.2
import { readExitRequests } from "@monnaie-commune/sdk/exits/request";
import { useQuery } from "@tanstack/react-query";
import { useConfig } from "wagmi";
import { readContract } from "wagmi/actions";
import { useContracts } from "../../../lib/contracts.ts";
import { CHAIN_KEY } from "../../../lib/query-client.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";

const EVERY_MS = 10_000;

/** All requests of euros there ever were, newest first. */
export function useExitRequests() {
  const config = useConfig();
  const { chainId } = useRuntime();
  const { redemptions } = useContracts();
  return useQuery({
    queryKey: [CHAIN_KEY, "exits"],
    queryFn: async () => {
      const count = await readContract(config, { ...redemptions, chainId, functionName: "requestCount" });
      const requests = await readExitRequests(count, (offset, limit) =>
        readContract(config, { ...redemptions, chainId, functionName: "requests", args: [offset, limit] }),
      );
      return requests.toReversed();
    },
    refetchInterval: EVERY_MS,
  });
}
