// SPDX-License-Identifier: EUPL-1.2
import { workerCaller } from "../workers/call-worker.ts";
import type { LedgerTasks } from "./ledger-tasks.ts";

let progress = 0;
const listeners = new Set<() => void>();

/** Has the ledger's worker do a task of `ledger-tasks.ts`. */
export const askLedger = workerCaller<LedgerTasks>(
  () => new Worker(new URL("./ledger.worker.ts", import.meta.url), { type: "module" }),
  (told) => {
    progress = Number(told);
    for (const listener of listeners) listener();
  },
);

/** How far the reading that goes on has come, from 0 to 1. */
export const ledgerProgress = {
  get: () => progress,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
