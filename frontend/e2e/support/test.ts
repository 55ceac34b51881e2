// SPDX-License-Identifier: EUPL-1.2
import { test as base, expect } from "@playwright/test";

export type Stack = { chainId: number; rpcUrl: string; token: string };

type Fixtures = {
  /** Where the chain of the tests is. */
  stack: Stack;
  /** Faults of the page: a test that ends with any has failed. */
  faults: string[];
};

/** Browsers say this when a header of the dApp forbids what its own code does. */
const FORBIDDEN = /Content Security Policy/;

export const test = base.extend<Fixtures>({
  stack: async ({ request }, use) => {
    const config = (await (await request.get("/config.json")).json()) as {
      chainId: number;
      rpcUrl: string;
      deployment: { contracts: { RegionalToken: { address: string } } };
    };
    const { chainId, rpcUrl, deployment } = config;
    await use({ chainId, rpcUrl, token: deployment.contracts.RegionalToken.address });
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
