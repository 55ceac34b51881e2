// SPDX-License-Identifier: EUPL-1.2
import type { BonusPlan } from "@monnaie-commune/sdk/bonus/plan";
import { useQuery } from "@tanstack/react-query";
import { CHAIN_KEY } from "../../../lib/query-client.ts";
import { askWorker } from "./ask-worker.ts";
import { useNode } from "./use-node.ts";

const FRESH_MS = 60_000;

/** How many people of a plan were paid under its programme by another run. Asked only before this one pays. */
export function usePaidBefore(plan: BonusPlan, isWanted: boolean) {
  const node = useNode();
  return useQuery({
    queryKey: [CHAIN_KEY, "paidBefore", plan.planHash],
    enabled: isWanted,
    staleTime: FRESH_MS,
    queryFn: () => askWorker("countPaidBefore", { node, plan }),
  });
}
