// SPDX-License-Identifier: EUPL-1.2
import { chunkCall } from "@monnaie-commune/sdk/bonus/run-calls";
import { useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useConfig } from "wagmi";
import { useContracts } from "../../../lib/contracts.ts";
import { CHAIN_KEY } from "../../../lib/query-client.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import type { TransactionState } from "../../../lib/transaction-state.ts";
import { useTransaction } from "../../../lib/use-transaction.ts";
import type { ReadyPlan } from "../plan.ts";
import type { Run } from "../run.ts";
import { runCall } from "./run-call.ts";
import { readIsChunkPaid, readPaidChunks } from "./read-runs.ts";

/** `elsewhere`: another window of this browser is paying the same run. */
export type PayPhase = "idle" | "paying" | "stopping" | "elsewhere";

const isPaidAlready = (end: TransactionState) =>
  end.step === "failed" && end.problem.kind === "contract" && end.problem.name === "ChunkAlreadyPaid";

/** Does some work while no other window of this browser does it. */
async function alone(name: string, work: () => Promise<void>): Promise<boolean> {
  // Browsers have no locks on pages without https: the contract still pays no chunk twice.
  if (navigator.locks === undefined) {
    await work();
    return true;
  }
  return await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock === null) return false;
    await work();
    return true;
  });
}

/** Which chunks of a run are paid; asked once it is approved. */
export function usePaidChunks(run: Run | null, chunks: number) {
  const config = useConfig();
  const { chainId } = useRuntime();
  const contracts = useContracts();
  const runId = run?.runId ?? 0n;
  return useQuery({
    queryKey: [CHAIN_KEY, "paidChunks", runId.toString()],
    enabled: run?.state === "approved",
    queryFn: () => readPaidChunks({ config, chainId, contracts }, runId, chunks),
  });
}

/**
 * Pays what an approved run has not paid, chunk after chunk; each is signed for. The chain says what is paid, so that it
 * goes on after any stop, here or on another device.
 */
export function usePayRun({ chunks }: ReadyPlan, run: Run) {
  const { runId } = run;
  const config = useConfig();
  const { chainId } = useRuntime();
  const contracts = useContracts();
  const { state, start, reset } = useTransaction();
  const [phase, setPhase] = useState<PayPhase>("idle");
  const [current, setCurrent] = useState<number>();
  const isStopping = useRef(false);
  const isRunning = useRef(false);
  const asked = { config, chainId, contracts };

  const paid = usePaidChunks(run, chunks.length);

  const payAll = async () => {
    const before = await readPaidChunks(asked, runId, chunks.length);
    for (const [index, { chunk, proof }] of chunks.entries()) {
      if (before[index] || (await readIsChunkPaid(asked, runId, index))) continue;
      if (isStopping.current) break;
      setCurrent(index);
      const end = await start(runCall(contracts.issuance, chunkCall(runId, index, chunk, proof)));
      if (end.step !== "confirmed" && !isPaidAlready(end)) return;
    }
    reset();
  };

  const pay = async () => {
    if (isRunning.current) return;
    isRunning.current = true;
    isStopping.current = false;
    setPhase("paying");
    try {
      const wasAlone = await alone(`mc.run.${chainId}.${runId}`, payAll);
      setPhase(wasAlone ? "idle" : "elsewhere");
    } catch {
      // The chain could not be asked; the notices say so, and the button is there again.
      setPhase("idle");
    } finally {
      isRunning.current = false;
    }
  };

  const stop = () => {
    isStopping.current = true;
    setPhase("stopping");
  };
  return { phase, current, state, paid, pay, stop, reset };
}
