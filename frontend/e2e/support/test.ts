// SPDX-License-Identifier: EUPL-1.2
import { test as base, expect, type Request } from "@playwright/test";
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
  /** Faults of the page, and what it asked of strangers: a test that ends with any has failed. */
  faults: string[];
};

/** Browsers say this when a header of the dApp forbids what its own code does. */
const FORBIDDEN = /Content Security Policy|requires '?Trusted/;

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
    async ({ page, baseURL, stack }, use) => {
      const faults: string[] = [];
      const known = new Set([baseURL, stack.rpcUrl, stack.relayUrl].map((url) => new URL(url ?? "").origin));
      const check = (request: Request) => {
        const { protocol, origin } = new URL(request.url());
        if (/^(?:https?|wss?):$/.test(protocol) && !known.has(origin)) faults.push(`asks ${request.url()}`);
      };
      page.on("requestfinished", check);
      // What the policy stopped did not leave the browser.
      page.on("requestfailed", (request) => request.failure()?.errorText !== "csp" && check(request));
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
