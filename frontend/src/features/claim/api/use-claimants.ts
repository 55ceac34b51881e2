// SPDX-License-Identifier: EUPL-1.2
import { useConnection } from "wagmi";
import type { Address } from "../../../lib/runtime-config.ts";

/** The accounts the connected wallet has opened to this page, the one in use first. */
export function useWalletAccounts(): readonly Address[] {
  const { addresses = [] } = useConnection();
  return addresses;
}
