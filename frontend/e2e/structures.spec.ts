// SPDX-License-Identifier: EUPL-1.2
import { readFile } from "node:fs/promises";
import { expect, test } from "./support/test.ts";

test.describe("the structures the council funds", () => {
  test("are shown with what they committed to, what they got, and who lags", async ({ page }) => {
    await page.goto("/structures");
    const rows = page.getByRole("table", { name: "Conventions et usage" }).getByRole("row");
    const paid = rows.filter({ hasText: "Domaine des Caillottes Blanches" });
    await expect(paid).toContainText("40\u202F%");
    await expect(paid).toContainText("200,00");
    await expect(paid).toContainText("n’encaisse pas");
    await expect(rows.filter({ hasText: "Clos de la Butte aux Merles" })).toContainText("25\u202F%");
    const subsidies = page.getByRole("table", { name: "Subventions versées" });
    await expect(subsidies.getByRole("row", { name: /^Domaine des Caillottes Blanches/ })).toContainText("200,00");

    await page.getByText("En retard (1)", { exact: true }).click();
    await expect(rows.filter({ hasText: "Clos de la Butte aux Merles" })).toHaveCount(0);
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Tableau (CSV)" }).click(),
    ]);
    const lines = (await readFile(await file.path(), "utf8")).trimEnd().split("\r\n");
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/^Domaine des Caillottes Blanches;0x/);

    await page.getByRole("link", { name: /^Versement \d+$/ }).click();
    await expect(page.getByRole("heading", { level: 1, name: /^Versement \d+$/ })).toBeVisible();
  });
});
