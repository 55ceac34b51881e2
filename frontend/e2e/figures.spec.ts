// SPDX-License-Identifier: EUPL-1.2
import { readFile } from "node:fs/promises";
import { formatAmount } from "@monnaie-commune/sdk/amounts";
import { RegionalTokenAbi } from "@monnaie-commune/sdk/generated/abis";
import { createPublicClient, http } from "viem";
import { expect, test } from "./support/test.ts";

test.describe("the figures", () => {
  test("are computed without a wallet, and find as much money as there is", async ({ page, stack }) => {
    const client = createPublicClient({ transport: http(stack.rpcUrl) });
    await page.goto("/chiffres");
    const money = page.getByRole("region", { name: "Où est l’argent" });
    const supply = await client.readContract({
      address: stack.token,
      abi: RegionalTokenAbi,
      functionName: "totalSupply",
    });
    await expect(money).toContainText(`Il existe ${formatAmount(supply, "fr", "MC")}`);

    const months = page.getByRole("slider", { name: /^Paiements par mois/ });
    const chosen = await months.getAttribute("aria-valuetext");
    await months.press("ArrowLeft");
    await expect(months).not.toHaveAttribute("aria-valuetext", chosen ?? "");

    await page.getByRole("region", { name: "Paiements, mois par mois" }).getByText("Voir les nombres").click();
    await expect(page.getByRole("table", { name: "Paiements par mois" })).toBeVisible();
  });

  test("are given as open data of the months that are over", async ({ page }) => {
    await page.goto("/chiffres");
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Les mois (CSV)" }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^centre-val-de-loire-\d{4}-\d\d-\d\d-months\.csv$/);
    const [head, ...lines] = (await readFile(await file.path(), "utf8")).trimEnd().split("\r\n");
    expect(head).toMatch(/^\uFEFFmonth;payments;paid;personToShop;/);
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toMatch(/^\d{4}-\d\d;\d+;\d+,\d\d;/);
  });
});
