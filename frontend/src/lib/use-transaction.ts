// SPDX-License-Identifier: EUPL-1.2
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef, useState } from "react";
import { WaitForTransactionReceiptTimeoutError, type Hex } from "viem";
import { useConfig, type Config } from "wagmi";
import { getBlock, getConnection, simulateContract, waitForTransactionReceipt, writeContract } from "wagmi/actions";
import type { Activity } from "./activity/activity.ts";
import { activityKey } from "./activity/activity-store.ts";
import { record, type Recording } from "./activity/record.ts";
import type { ContractCall } from "./contracts.ts";
import { problemOf } from "./errors.ts";
import { CHAIN_KEY } from "./query-client.ts";
import { useRuntime } from "./runtime-context.ts";
import { isRunning, type TransactionState } from "./transaction-state.ts";

const GIVE_UP_AFTER_MS = 180_000;

/** Says where a call stands now. */
export type Report = (state: TransactionState) => void;

function afterFailure(error: unknown): TransactionState {
  const problem = problemOf(error);
  return problem.kind === "refused" ? { step: "refused" } : { step: "failed", problem };
}

async function send(config: Config, chainId: number, call: ContractCall, report: Report): Promise<Hex> {
  const { address: account } = getConnection(config);
  report({ step: "checking" });
  const { request } = await simulateContract(config, { ...call, chainId, ...(account && { account }) });
  report({ step: "signing" });
  return writeContract(config, request);
}

async function follow(config: Config, chainId: number, hash: Hex, report: Report): Promise<TransactionState> {
  let wasReplaced = false;
  report({ step: "sent", hash, since: Math.floor(Date.now() / 1000) });
  try {
    const receipt = await waitForTransactionReceipt(config, {
      hash,
      chainId,
      timeout: GIVE_UP_AFTER_MS,
      onReplaced: ({ reason }) => (wasReplaced = reason !== "repriced"),
    });
    if (wasReplaced) return { step: "replaced", hash };
    const block = await getBlock(config, { chainId, blockNumber: receipt.blockNumber });
    return {
      step: "confirmed",
      hash: receipt.transactionHash,
      at: Number(block.timestamp),
      block: receipt.blockNumber,
    };
  } catch (error) {
    if (error instanceof WaitForTransactionReceiptTimeoutError) return { step: "expired", hash };
    return afterFailure(error);
  }
}

/**
 * The one way the dApp changes anything: checks the call on the chain, asks for the signature, waits until it is
 * written, then refreshes what was read from the chain. Always on the region's chain, whatever the wallet shows. What is
 * given as an activity is remembered on the device, and followed after a reload.
 */
export function useTransaction() {
  const config = useConfig();
  const queryClient = useQueryClient();
  const { chainId, deployment } = useRuntime();
  const key = activityKey(chainId, deployment.genesisHash);
  const [state, setState] = useState<TransactionState>({ step: "idle" });
  const current = useRef<TransactionState>(state);
  /** The entry of a try that failed before anything left: the next try takes its place. */
  const failed = useRef<string>(undefined);

  const report = useCallback((next: TransactionState) => {
    current.current = next;
    setState(next);
  }, []);

  /** Does something that changes the chain, whoever sends it, and refreshes what was read from it. */
  const run = useCallback(
    async (work: (report: Report) => Promise<TransactionState>, activity?: Activity): Promise<TransactionState> => {
      // A double tap must not pay twice.
      if (isRunning(current.current)) return current.current;
      const entry: Recording | undefined =
        activity && record(key, activity, getConnection(config).address, failed.current);
      const tell: Report = (next) => {
        report(next);
        entry?.report(next);
      };
      try {
        tell(await work(tell));
      } catch (error) {
        tell(afterFailure(error));
      }
      failed.current = entry?.end();
      const end = current.current;
      await queryClient.invalidateQueries({ queryKey: [CHAIN_KEY] });
      return end;
    },
    [report, queryClient, config, key],
  );

  const start = useCallback(
    (call: ContractCall, activity?: Activity) =>
      run(async (tell) => {
        const hash = await send(config, chainId, call, tell);
        return follow(config, chainId, hash, tell);
      }, activity),
    [config, chainId, run],
  );

  /** Begins again with no call; `start` and `run` return how theirs ended. */
  const reset = useCallback(() => report({ step: "idle" }), [report]);
  return { state, start, run, reset };
}
