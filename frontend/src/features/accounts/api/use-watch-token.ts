// SPDX-License-Identifier: EUPL-1.2
import { useWatchAsset } from "wagmi";
import { useContracts } from "../../../lib/contracts.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";

const DECIMALS = 2;

/** Offers the wallet to show the currency in its own list; a refusal is no event. */
export function useWatchToken() {
  const { token } = useContracts();
  const { symbol } = useRuntime();
  const { mutate, isPending, isSuccess, isError } = useWatchAsset();
  const watch = () => mutate({ type: "ERC20", options: { address: token.address, symbol, decimals: DECIMALS } });
  return { watch, isPending, isAdded: isSuccess, isUnsupported: isError };
}
