// SPDX-License-Identifier: EUPL-1.2
import type { MerchantRecord } from "@monnaie-commune/sdk/merchants";
import { detailsOf } from "@monnaie-commune/sdk/merchants/record";
import { contractCall, useContracts } from "../../../lib/contracts.ts";
import type { Address } from "../../../lib/runtime-config.ts";
import { useTransaction } from "../../../lib/use-transaction.ts";

const ACTIVITY = { kind: "office", again: "/commercants" } as const;

/** What the keeper of the register decides, by their own wallet. */
export function useKeepRegister() {
  const { registry } = useContracts();
  const { state, start, reset } = useTransaction();
  return {
    state,
    reset,
    approve: (accounts: readonly Address[]) => start(contractCall(registry, "approve", [accounts]), ACTIVITY),
    refuse: (accounts: readonly Address[], reasonCode: number) =>
      start(contractCall(registry, "refuse", [accounts, reasonCode]), ACTIVITY),
    suspend: (account: Address, reasonCode: number) =>
      start(contractCall(registry, "suspend", [account, reasonCode]), ACTIVITY),
    reinstate: (account: Address) => start(contractCall(registry, "reinstate", [account]), ACTIVITY),
    correct: (account: Address, record: MerchantRecord) =>
      start(contractCall(registry, "correctDetails", [account, detailsOf(record)]), ACTIVITY),
  };
}
