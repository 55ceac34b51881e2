// SPDX-License-Identifier: EUPL-1.2
import { test as base, expect } from "@playwright/test";
import type { Hex } from "viem";

/** `site` is where the pages are. */
export type Stack = {
  site: string;
  chainId: number;
  rpcUrl: string;
  relayUrl: string;
  token: Hex;
  issuance: Hex;
  registry: Hex;
};

type Fixtures = {
  /** Where the chain of the tests is. */
  stack: Stack;
  /** Faults of the page: a test that ends with any has failed. */
  faults: string[];
};

/** Browsers say this when a header of the dApp forbids what its own code does. */
const FORBIDDEN = /Content Security Policy/;

export const test = base.extend<Fixtures>({
  stack: async ({ request, baseURL }, use) => {
    const config = (await (await request.get("/config.json")).json()) as {
      chainId: number;
      rpcUrl: string;
      relayUrl: string;
      deployment: { contracts: Record<"RegionalToken" | "Issuance" | "MerchantRegistry", { address: Hex }> };
    };
    const { chainId, rpcUrl, relayUrl, deployment } = config;
    const { RegionalToken, Issuance, MerchantRegistry } = deployment.contracts;
    await use({
      site: baseURL ?? "",
      chainId,
      rpcUrl,
      relayUrl,
      token: RegionalToken.address,
      issuance: Issuance.address,
      registry: MerchantRegistry.address,
    });
  },
  faults: [
    async ({ page }, use) => {
      const faults: string[] = [];
      page.on("pageerror", (error) => faults.push(error.message));
      page.on("console", (message) => {
        if (FORBIDDEN.test(message.text())) faults.push(message.text());
      });
      await use(faults);
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
