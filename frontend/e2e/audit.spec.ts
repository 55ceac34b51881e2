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
    const checks = page.getByRole("region", { name: "Contrôles" });
    await expect(checks.getByText("Diffère")).toHaveCount(0);
    expect(await checks.getByRole("cell", { name: /^Concorde$/ }).count()).toBeGreaterThanOrEqual(40);
    await expect(checks.getByText("somme des soldes inscrits = monnaie en circulation")).toBeVisible();
    await expect(checks.getByRole("row", { name: /^Contrat d’émission : le code en place/ })).toContainText("Concorde");
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
    // The sum of the balances, what was issued and not taken back, today's balances with what is due, and what the reserve
    // has beyond the supply.
    await expect(page.getByText("4 contrôles ne concordent pas")).toBeVisible();
    const row = page.getByRole("row", { name: /La somme des soldes inscrits/ });
    await expect(row).toContainText("Diffère");
    await expect(row).toContainText(formatAmount(supply + 1n, "fr"));
    await expect(row).toContainText(formatAmount(supply, "fr"));

    await page.unrouteAll({ behavior: "wait" });
    await page.getByRole("button", { name: "Recalculer", exact: true }).click();
    await expect(page.getByText("Tout concorde")).toBeVisible();
  });

  test("is done again as things stood after a block, and back", async ({ page }) => {
    await page.goto("/controle");
    await page.getByLabel("Page du registre (bloc)").fill("70");
    await page.getByRole("button", { name: "Recalculer à ce bloc" }).click();
    await expect(page).toHaveURL(/\/controle\?bloc=70$/);
    await expect(page.getByText(/Registre lu jusqu’au bloc 70,/)).toBeVisible();
    await expect(page.getByText("Tout concorde")).toBeVisible();
    await page.getByRole("link", { name: "Revenir au dernier bloc" }).click();
    await expect(page.getByText(/Registre lu jusqu’au bloc 2\s\d{3},/)).toBeVisible();
    await page.goto("/controle?bloc=999999999");
    await expect(page.getByText(/demande un nœud qui garde les soldes d’alors/)).toBeVisible({ timeout: 20_000 });
  });

  test("leads from a check that fails to the operation that is at fault", async ({ page, stack }) => {
    await page.route(`${stack.rpcUrl}/**`, async (route) => {
      // A node that doubles the amount of one payment, the last in what it tells.
      const response = await route.fetch();
      const json = (await response.json()) as { id: number; result?: unknown } | { id: number; result?: unknown }[];
      for (const answer of [json].flat()) {
        const logs = Array.isArray(answer.result) ? (answer.result as { address: string; data: string }[]) : [];
        const last = logs.findLast((log) => log.address?.toLowerCase() === stack.token.toLowerCase());
        if (last) last.data = `0x${(BigInt(last.data) * 2n).toString(16).padStart(64, "0")}`;
      }
      await route.fulfill({ response, json });
    });
    await page.goto("/controle");
    await expect(page.getByText(/contrôles ne concordent pas/)).toBeVisible();
    await page.getByRole("link", { name: "Voir la première opération en cause" }).first().click();
    await expect(page.getByRole("heading", { level: 1, name: "Opération" })).toBeVisible();
    await expect(page.getByText("Ce qui a été demandé")).toBeVisible();
    // What the page asks while it is closed has no answer any more.
    await page.unrouteAll({ behavior: "ignoreErrors" });
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
