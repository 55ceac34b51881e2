// SPDX-License-Identifier: EUPL-1.2
import { createConnector } from "wagmi";
import type { createDemoProvider } from "./demo-provider.ts";
import type { DemoIdentity } from "./runtime-config.ts";

export const DEMO_CONNECTOR_TYPE = "demo";

const STORAGE_KEY = "mc.demo-identity";

/** "Try without a wallet": one connector for each demonstration identity. */
export function demoConnector(identity: DemoIdentity, rpcUrl: string) {
  return createConnector<ReturnType<typeof createDemoProvider>>((config) => {
    const chain = config.chains[0];
    // What signs comes when it is asked for: a real region has no demonstration.
    let provider: Promise<ReturnType<typeof createDemoProvider>> | undefined;
    const load = async () => (await import("./demo-provider.ts")).createDemoProvider(identity, chain, rpcUrl);
    return {
      id: `demo:${identity.address}`,
      name: identity.name.fr,
      type: DEMO_CONNECTOR_TYPE,
      async connect<withCapabilities extends boolean = false>() {
        localStorage.setItem(STORAGE_KEY, identity.address);
        return {
          // The type depends on a parameter this connector has no use for: capabilities.
          accounts: [identity.address] as unknown as withCapabilities extends true
            ? readonly { address: typeof identity.address; capabilities: Record<string, unknown> }[]
            : readonly (typeof identity.address)[],
          chainId: chain.id,
        };
      },
      async disconnect() {
        localStorage.removeItem(STORAGE_KEY);
      },
      getAccounts: async () => [identity.address],
      getChainId: async () => chain.id,
      getProvider: () => (provider ??= load()),
      isAuthorized: async () => localStorage.getItem(STORAGE_KEY) === identity.address,
      switchChain: async () => chain,
      onAccountsChanged() {},
      onChainChanged() {},
      onDisconnect() {
        config.emitter.emit("disconnect");
      },
    };
  });
}
