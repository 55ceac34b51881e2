// SPDX-License-Identifier: EUPL-1.2
import { IssuanceAbi } from "@monnaie-commune/sdk/generated/abis";
import { dated } from "@monnaie-commune/sdk/ledger/dates";
import { fetchLogs } from "@monnaie-commune/sdk/ledger/source";
import { createViemSource } from "@monnaie-commune/sdk/ledger/viem-source";
import { useQuery } from "@tanstack/react-query";
import { encodeEventTopics, hexToBigInt } from "viem";
import { useConfig } from "wagmi";
import { getClient } from "wagmi/actions";
import { useContracts } from "../../../lib/contracts.ts";
import { CHAIN_KEY } from "../../../lib/query-client.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import type { Run } from "../run.ts";
import { readRun, readRunOfPlan, readRuns, type Asked } from "./read-runs.ts";

const EVERY_MS = 5_000;
const [PROPOSED_TOPIC] = encodeEventTopics({ abi: IssuanceAbi, eventName: "RunProposed" });

/** A run and the UTC day it was proposed on. */
export type DatedRun = Run & { proposedOn: number | undefined };

function useAsked(): Asked {
  const config = useConfig();
  const { chainId } = useRuntime();
  return { config, chainId, contracts: useContracts() };
}

/** All runs, the latest first. */
export function useRuns() {
  const asked = useAsked();
  const { deployment } = useRuntime();
  const { config, chainId, contracts } = asked;
  return useQuery({
    queryKey: [CHAIN_KEY, "runs"],
    refetchInterval: EVERY_MS,
    queryFn: async ({ signal }): Promise<DatedRun[]> => {
      const client = getClient(config, { chainId });
      if (!client) throw new Error(`No client for chain ${chainId}`);
      const source = createViemSource(client);
      const runs = await readRuns(asked);
      const logs = await fetchLogs(source, {
        fromBlock: deployment.contracts.Issuance.block,
        toBlock: await source.latestBlock(),
        filters: [{ addresses: [contracts.issuance.address], topics: [[PROPOSED_TOPIC]] }],
        signal,
      });
      const days = new Map(
        (await dated(source, logs)).map(({ topics, day }) => [hexToBigInt(topics[1] ?? "0x0"), day] as const),
      );
      return runs.map((run) => ({ ...run, proposedOn: days.get(run.runId) }));
    },
  });
}

/** One run: by its number, or by the plan it was made from. `null` when the plan was not proposed. */
export function useRun({ runId, planHash }: { runId?: bigint | undefined; planHash?: `0x${string}` | undefined }) {
  const asked = useAsked();
  return useQuery({
    queryKey: [CHAIN_KEY, "run", runId?.toString() ?? planHash],
    enabled: runId !== undefined || planHash !== undefined,
    refetchInterval: EVERY_MS,
    queryFn: async (): Promise<Run | null> => {
      if (runId !== undefined) return await readRun(asked, runId);
      return (planHash && (await readRunOfPlan(asked, planHash))) ?? null;
    },
  });
}
