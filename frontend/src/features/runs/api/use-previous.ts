// SPDX-License-Identifier: EUPL-1.2
import { compareTotals, type PlanComparison, type TotalsComparison } from "@monnaie-commune/sdk/bonus/compare";
import type { BonusPlan } from "@monnaie-commune/sdk/bonus/plan";
import { PURPOSES } from "@monnaie-commune/sdk/purposes";
import { useQuery } from "@tanstack/react-query";
import { useConfig } from "wagmi";
import { useContracts } from "../../../lib/contracts.ts";
import { CHAIN_KEY } from "../../../lib/query-client.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import type { Programme } from "../../audit/audit.ts";
import { askWorker } from "./ask-worker.ts";
import { keptPlan } from "./plan-store.ts";
import { readRuns } from "./read-runs.ts";

/** The last period and how a plan differs from it: line by line where its plan is on this device, else by its totals. */
export type Previous =
  | { runId: bigint; kind: "lines"; comparison: PlanComparison }
  | { runId: bigint; kind: "totals"; comparison: TotalsComparison };

/** The last approved run of the same purpose before a plan's own; `null` when there is none. */
export function usePrevious(plan: BonusPlan, ownRun: bigint | undefined, programmes: readonly Programme[]) {
  const config = useConfig();
  const { chainId } = useRuntime();
  const contracts = useContracts();
  return useQuery({
    queryKey: [CHAIN_KEY, "previous", plan.planHash, ownRun?.toString()],
    queryFn: async (): Promise<Previous | null> => {
      const runs = await readRuns({ config, chainId, contracts });
      const purposeOf = (id: bigint) =>
        PURPOSES[programmes.find(({ programmeId }) => programmeId === id)?.purpose ?? -1];
      const former = runs.find(
        ({ runId, state, planHash, programmeId }) =>
          (ownRun === undefined || runId < ownRun) &&
          state === "approved" &&
          planHash !== plan.planHash &&
          purposeOf(programmeId) === plan.purpose,
      );
      if (former === undefined) return null;
      const { runId } = former;
      const kept = await keptPlan(former.planHash).catch(() => undefined);
      const lines = kept && (await askWorker("compare", { previous: kept.text, plan }));
      if (lines) return { runId, kind: "lines", comparison: lines };
      const totals = { payments: former.paymentCount, cents: former.total };
      return { runId, kind: "totals", comparison: compareTotals(totals, plan) };
    },
  });
}
