// SPDX-License-Identifier: EUPL-1.2
import { createConfig, http } from "wagmi";
import { defineChain } from "viem";
import { demoConnector } from "./demo-connector.ts";
import { LOCAL_CHAIN_ID, type RuntimeConfig } from "./runtime-config.ts";

const LOCAL_POLLING_MS = 1_000;
const POLLING_MS = 4_000;

/** What a wallet is told when it has to add the network. */
function chainOf({ chainId, rpcUrl, region }: RuntimeConfig) {
  const isLocal = chainId === LOCAL_CHAIN_ID;
  return defineChain({
    id: chainId,
    name: isLocal ? `${region.name.fr} (démonstration)` : region.name.fr,
    nativeCurrency: { name: "Ether", symbol: "ETH", decimals: 18 },
    rpcUrls: { default: { http: [rpcUrl] } },
  });
}

/** Wallets announce themselves (EIP-6963); demonstration identities are connectors too, on the development chain only. */
export function createWagmiConfig(runtime: RuntimeConfig) {
  return createConfig({
    chains: [chainOf(runtime)],
    connectors: runtime.demoIdentities.map((identity) => demoConnector(identity, runtime.rpcUrl)),
    multiInjectedProviderDiscovery: true,
    transports: { [runtime.chainId]: http(runtime.rpcUrl, { batch: { wait: 10 } }) },
    pollingInterval: runtime.chainId === LOCAL_CHAIN_ID ? LOCAL_POLLING_MS : POLLING_MS,
  });
}
