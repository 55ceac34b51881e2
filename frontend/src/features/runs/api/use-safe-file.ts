// SPDX-License-Identifier: EUPL-1.2
import { callData, type RunCall } from "@monnaie-commune/sdk/bonus/run-calls";
import { useContracts } from "../../../lib/contracts.ts";
import { download } from "../../../lib/download.ts";
import type { Address } from "../../../lib/runtime-config.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";

/** Saves the file with which the owners of a Safe take a step of a run in their own app. */
export function useSafeFile() {
  const { chainId } = useRuntime();
  const { issuance } = useContracts();
  return async (safe: Address, call: RunCall, title: string) => {
    // What writes the file is loaded when somebody asks for one.
    const { safeBatch } = await import("@monnaie-commune/sdk/safe/batch");
    const calls = [{ to: issuance.address, data: callData(call) }];
    const facts = { chainId, safe, name: title, description: title, createdAt: Date.now(), calls };
    download(
      `safe-${call.functionName}.json`,
      `${JSON.stringify(safeBatch(facts, [issuance.abi]), null, 2)}\n`,
      "application/json",
    );
  };
}
