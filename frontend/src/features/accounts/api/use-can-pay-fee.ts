// SPDX-License-Identifier: EUPL-1.2
import { useBalance } from "wagmi";
import type { Address } from "../../../lib/runtime-config.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";

/** Whether an account holds anything to pay a network fee with. */
export function useCanPayFee(account: Address): boolean {
  const { chainId } = useRuntime();
  const { data } = useBalance({ address: account, chainId });
  return data !== undefined && data.value > 0n;
}
