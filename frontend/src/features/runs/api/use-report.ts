// SPDX-License-Identifier: EUPL-1.2
import type { BonusPlan } from "@monnaie-commune/sdk/bonus/plan";
import { useQuery } from "@tanstack/react-query";
import { CHAIN_KEY } from "../../../lib/query-client.ts";
import type { Run } from "../run.ts";
import { askWorker } from "./ask-worker.ts";
import { useNode } from "./use-node.ts";

/** Every line of a plan with what became of it, read from the chain again whenever the run has moved. */
export function useReport(plan: BonusPlan, { runId, state, paid }: Run) {
  const node = useNode();
  return useQuery({
    queryKey: [CHAIN_KEY, "report", plan.planHash, runId.toString(), state, paid.toString()],
    staleTime: Infinity,
    queryFn: () => askWorker("report", { node, plan, runId }),
  });
}
