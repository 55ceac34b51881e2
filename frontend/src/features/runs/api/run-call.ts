// SPDX-License-Identifier: EUPL-1.2
import type { RunCall } from "@monnaie-commune/sdk/bonus/run-calls";
import type { ContractCall, useContracts } from "../../../lib/contracts.ts";

/** A step of a run as the one way to change anything takes it; the sdk has checked it against the ABI. */
export function runCall(issuance: ReturnType<typeof useContracts>["issuance"], call: RunCall): ContractCall {
  return { ...issuance, ...call };
}
