// SPDX-License-Identifier: EUPL-1.2
import type { Page } from "@playwright/test";
import { formatAmount } from "@monnaie-commune/sdk/amounts";
import { createPublicClient, encodeFunctionData, http } from "viem";
import { RegionalTokenAbi } from "@monnaie-commune/sdk/generated/abis";
import { expect, test } from "./support/test.ts";

const SUPPLY = encodeFunctionData({ abi: RegionalTokenAbi, functionName: "totalSupply" });

type Call = { id: number; method: string; params: [{ data?: string }, ...unknown[]] };
type Answer = { id: number; result?: string };

/** A node that lies about one number: what it answers to a call is one cent more than the truth. */
async function addACentTo(page: Page, rpcUrl: string, data: string): Promise<void> {
  await page.route(`${rpcUrl}/**`, async (route) => {
    const asked = route.request().postDataJSON() as Call | Call[];
    const response = await route.fetch();
    const given = (await response.json()) as Answer | Answer[];
    const lied = new Set(
      [asked]
        .flat()
        .flatMap(({ id, method, params }) => (method === "eth_call" && params[0].data === data ? [id] : [])),
    );
    const lie = (answer: Answer): Answer =>
      lied.has(answer.id) && answer.result
        ? { ...answer, result: `0x${(BigInt(answer.result) + 1n).toString(16).padStart(64, "0")}` }
        : answer;
    await route.fulfill({ response, json: Array.isArray(given) ? given.map(lie) : lie(given) });
  });
}

test.describe("the audit", () => {
  test("agrees on every check, without a wallet", async ({ page }) => {
    await page.goto("/controle");
    await expect(page.getByText("Tout concorde")).toBeVisible();
    const checks = page.getByRole("table", { name: /Contrôles/ });
    await expect(checks.getByText("Diffère")).toHaveCount(0);
    expect(await checks.getByText("Concorde").count()).toBeGreaterThanOrEqual(15);
    await expect(page.getByText(/Registre lu jusqu’au bloc/)).toBeVisible();
  });

  test("shows who holds which role, and nobody who may stop payments", async ({ page }) => {
    await page.goto("/controle");
    const roles = page.getByRole("table", { name: /Qui peut faire quoi/ });
    await expect(roles.getByRole("row", { name: /Assemblée régionale/ })).toContainText("0x70997970");
    await expect(roles.getByRole("row", { name: /^Émission/ })).toContainText("Contrat d’émission");
  });

  test("turns red by one cent, with both numbers, and green again once the node tells the truth", async ({
    page,
    stack,
  }) => {
    const client = createPublicClient({ transport: http(stack.rpcUrl) });
    const supply = await client.readContract({
      address: stack.token,
      abi: RegionalTokenAbi,
      functionName: "totalSupply",
    });
    await addACentTo(page, stack.rpcUrl, SUPPLY);
    await page.goto("/controle");
    // The sum of the balances, what was issued and not taken back, and what the reserve has beyond the supply.
    await expect(page.getByText("3 contrôles ne concordent pas")).toBeVisible();
    const row = page.getByRole("row", { name: /La somme des soldes inscrits/ });
    await expect(row).toContainText("Diffère");
    await expect(row).toContainText(formatAmount(supply + 1n, "fr"));
    await expect(row).toContainText(formatAmount(supply, "fr"));

    await page.unrouteAll({ behavior: "wait" });
    await page.getByRole("button", { name: "Recalculer" }).click();
    await expect(page.getByText("Tout concorde")).toBeVisible();
  });

  test("says so when the register cannot be read, and recovers", async ({ page, stack }) => {
    await page.route(`${stack.rpcUrl}/**`, (route) => route.abort());
    await page.goto("/controle");
    await expect(page.getByText("Les comptes n’ont pas pu être relus")).toBeVisible({ timeout: 20_000 });
    await page.unrouteAll({ behavior: "wait" });
    await page.getByRole("button", { name: "Réessayer" }).click();
    await expect(page.getByText("Tout concorde")).toBeVisible();
  });
});
