// SPDX-License-Identifier: EUPL-1.2
import { contractCall, useContracts } from "../../../lib/contracts.ts";
import type { Address } from "../../../lib/runtime-config.ts";
import { useTransaction } from "../../../lib/use-transaction.ts";

/** Pays cents to an account. */
export function usePay() {
  const { token } = useContracts();
  const { state, start, reset } = useTransaction();
  const pay = (payee: Address, cents: bigint) => start(contractCall(token, "transfer", [payee, cents]));
  return { state, pay, reset };
}
