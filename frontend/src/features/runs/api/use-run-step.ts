// SPDX-License-Identifier: EUPL-1.2
import type { RunCall } from "@monnaie-commune/sdk/bonus/run-calls";
import { useContracts } from "../../../lib/contracts.ts";
import { useTransaction } from "../../../lib/use-transaction.ts";
import { runCall } from "./run-call.ts";

/** Sends one step of a run: the proposal, or the approval. */
export function useRunStep() {
  const { issuance } = useContracts();
  const { state, start, reset } = useTransaction();
  return { state, send: (call: RunCall) => start(runCall(issuance, call)), reset };
}
