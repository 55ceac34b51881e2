// SPDX-License-Identifier: EUPL-1.2
import { journalPlace } from "@monnaie-commune/sdk/ledger/acts";
import { useQuery } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { CHAIN_KEY } from "../query-client.ts";
import { useRuntime } from "../runtime-context.ts";
import { askLedger, ledgerProgress } from "./ask-ledger.ts";
import type { LedgerHead, LedgerPlace } from "./ledger-tasks.ts";

const EVERY_MS = 10_000;

/** Where the region's journal is read. */
export function useLedgerPlace(): LedgerPlace {
  const { rpcUrl, deployment } = useRuntime();
  return { rpcUrl, ...journalPlace(deployment) };
}

/** Reads what is new for whoever looks; after a payment too, as every question to the chain. */
export function useLedgerHead() {
  const place = useLedgerPlace();
  return useQuery({
    queryKey: [CHAIN_KEY, "ledger"],
    queryFn: (): Promise<LedgerHead> => askLedger("readOn", place),
    refetchInterval: EVERY_MS,
    // Without a network it says so, instead of waiting in silence.
    networkMode: "always",
  });
}

export type LedgerState = {
  state: "reading" | "ready" | "failed";
  /** Of the reading that goes on, from 0 to 1. */
  progress: number;
  /** The last block that was read, and its Unix seconds. */
  toBlock?: number;
  at?: number;
  /** Why nothing could be read, or nothing new: what was read before stays. */
  error?: Error;
  refresh: () => void;
};

/** The region's journal, read by a worker and followed while somebody looks at it. */
export function useLedger(): LedgerState {
  const { data, error, isFetching, refetch } = useLedgerHead();
  const progress = useSyncExternalStore(ledgerProgress.subscribe, ledgerProgress.get);
  return {
    state: data ? "ready" : error && !isFetching ? "failed" : "reading",
    progress,
    ...(data && { toBlock: data.toBlock, at: data.at }),
    ...(error && { error }),
    refresh: () => void refetch(),
  };
}
