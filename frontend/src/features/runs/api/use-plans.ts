// SPDX-License-Identifier: EUPL-1.2
import { sizeError } from "@monnaie-commune/sdk/bonus/file-bytes";
import { limitsFrom, plansOfSameFile } from "@monnaie-commune/sdk/bonus/run-state";
import type { BonusPlan } from "@monnaie-commune/sdk/bonus/plan";
import { dayOf, isoDateOf } from "@monnaie-commune/sdk/days";
import { isListPurpose, PURPOSES } from "@monnaie-commune/sdk/purposes";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useConfig } from "wagmi";
import { useContracts } from "../../../lib/contracts.ts";
import { CHAIN_KEY } from "../../../lib/query-client.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import type { Programme } from "../../audit/audit.ts";
import { refusalHere, type ReadFile, type ReadyPlan } from "../plan.ts";
import { askWorker } from "./ask-worker.ts";
import type { FileContext } from "./plan-tasks.ts";
import { forgetPlan, keepPlan, keptPlan, keptPlans, type KeptPlan } from "./plan-store.ts";
import { readRunOfPlan } from "./read-runs.ts";
import { readStructures } from "./read-structures.ts";
import type { Programmes } from "./use-programmes.ts";

/** A plan takes time to check again: it stays at hand while the page is open. */
const FOR_EVER = { staleTime: Infinity, gcTime: Infinity };

const planKey = (planHash: string | undefined) => ["plan", planHash] as const;
const LIST_KEY = ["plans"] as const;

/** The plan of a hash, if this device has it; all of it is checked again when it is opened. */
export function usePlan(planHash: string | undefined) {
  return useQuery({
    queryKey: planKey(planHash),
    enabled: planHash !== undefined,
    ...FOR_EVER,
    queryFn: async (): Promise<ReadyPlan | null> => {
      // A browser that refuses its storage has kept nothing.
      const kept = planHash === undefined ? undefined : await keptPlan(planHash).catch(() => undefined);
      if (!kept) return null;
      const read = await askWorker("openPlan", { text: kept.text });
      return read.kind === "plan" ? read.ready : null;
    },
  });
}

/** The plans this device keeps for this region's contracts. */
export function useKeptPlans() {
  const { chainId, deployment } = useRuntime();
  const { address: issuance } = deployment.contracts.Issuance;
  return useQuery({
    queryKey: LIST_KEY,
    queryFn: async (): Promise<KeptPlan[]> => {
      const plans = await keptPlans();
      return plans.filter((plan) => plan.chainId === chainId && plan.issuance === issuance);
    },
  });
}

export function useForgetPlan() {
  const queryClient = useQueryClient();
  return async (planHash: string) => {
    await forgetPlan(planHash);
    queryClient.removeQueries({ queryKey: planKey(planHash) });
    await queryClient.invalidateQueries({ queryKey: LIST_KEY });
  };
}

/**
 * Reads a file an officer dropped: a plan, or a staff file for a programme. A plan that is right is kept on this device;
 * where the browser refuses to keep it, it lasts as long as the page.
 */
export function useReadFile() {
  const queryClient = useQueryClient();
  const config = useConfig();
  const contracts = useContracts();
  const runtime = useRuntime();
  const { region, chainId, deployment } = runtime;

  const contextOf = async (programme: Programme, all: Programmes): Promise<FileContext> => {
    const { RegionalToken, Issuance } = deployment.contracts;
    const purpose = PURPOSES[programme.purpose];
    if (!isListPurpose(purpose)) throw new TypeError("This programme is not paid from a list");
    return {
      head: {
        chainId,
        region: region.slug,
        token: RegionalToken.address,
        issuance: Issuance.address,
        programmeId: Number(programme.programmeId),
        purpose,
        created: isoDateOf(dayOf(Date.now() / 1000)),
      },
      reserved: Object.entries(deployment.contracts).map(([name, { address }]) => ({ address, name })),
      limits: limitsFrom(programme, all),
      structures: purpose === "subsidy" ? await readStructures({ config, chainId, contracts }) : [],
    };
  };

  return async (file: File, programme?: Programme, all?: Programmes): Promise<ReadFile> => {
    const tooLarge = sizeError(file.size);
    if (tooLarge) return { kind: "errors", errors: [tooLarge] };
    const bytes = new Uint8Array(await file.arrayBuffer());
    const context = programme && all && { context: await contextOf(programme, all) };
    const read = await askWorker("readFile", { bytes, ...context });
    if (read.kind !== "plan") return read;
    const { plan, text } = read.ready;
    const problem = refusalHere(plan, runtime);
    if (problem) return { kind: "refused", problem };
    queryClient.setQueryData(planKey(plan.planHash), read.ready);
    await keepPlan(plan, text).catch(() => undefined);
    await queryClient.invalidateQueries({ queryKey: LIST_KEY });
    return read;
  };
}

/** The run another plan of the same file has become: the same list may not be paid twice by mistake. */
export function useRunOfSameFile(plan: BonusPlan) {
  const config = useConfig();
  const contracts = useContracts();
  const { chainId } = useRuntime();
  return useQuery({
    queryKey: [CHAIN_KEY, "sameFile", plan.planHash],
    queryFn: async () => {
      for (const other of plansOfSameFile(plan, await keptPlans().catch(() => []))) {
        const run = await readRunOfPlan({ config, chainId, contracts }, other.planHash);
        if (run) return run;
      }
      return null;
    },
  });
}
