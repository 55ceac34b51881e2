// SPDX-License-Identifier: EUPL-1.2
import { createContext, useContext } from "react";
import { LOCAL_CHAIN_ID, type RuntimeConfig } from "./runtime-config.ts";

export const RuntimeContext = createContext<RuntimeConfig | undefined>(undefined);

/** The region, the chain and the contracts' addresses this dApp was opened for. */
export function useRuntime(): RuntimeConfig & { isDemonstration: boolean; symbol: string } {
  const runtime = useContext(RuntimeContext);
  if (!runtime) throw new Error("useRuntime is used outside of ConnectedApp");
  return { ...runtime, isDemonstration: runtime.chainId === LOCAL_CHAIN_ID, symbol: runtime.region.currency.symbol };
}
