// SPDX-License-Identifier: EUPL-1.2
import { useConnection } from "wagmi";
import { useLanguage } from "../../../i18n/use-language.ts";
import { DEMO_CONNECTOR_TYPE } from "../../../lib/demo-connector.ts";
import type { Address } from "../../../lib/runtime-config.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import { isSameAddress, shortAddress } from "../../../lib/short-address.ts";

/** Who is using the dApp. `name` is what to call them: a demonstration name, or the wallet's short address. */
export type Identity =
  | { status: "none" }
  | { status: "connecting" }
  | { status: "connected"; address: Address; kind: "wallet" | "demo"; name: string; isOnChain: boolean };

export function useIdentity(): Identity {
  const { address, status, connector, chainId } = useConnection();
  const { demoIdentities, chainId: regionChainId } = useRuntime();
  const language = useLanguage();
  if (status === "connecting" || status === "reconnecting") {
    // A reconnection already knows the address; the page does not blink for it.
    if (!address) return { status: "connecting" };
  }
  if (!address) return { status: "none" };
  const isDemo = connector?.type === DEMO_CONNECTOR_TYPE;
  const demo = demoIdentities.find((person) => isSameAddress(person.address, address));
  return {
    status: "connected",
    address,
    kind: isDemo ? "demo" : "wallet",
    name: demo?.name[language] ?? shortAddress(address),
    isOnChain: isDemo || chainId === undefined || chainId === regionChainId,
  };
}
