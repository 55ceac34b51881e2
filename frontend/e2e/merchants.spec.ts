// SPDX-License-Identifier: EUPL-1.2
import { SHOPS } from "./seed.ts";
import { person } from "./support/people.ts";
import { expect, test } from "./support/test.ts";

test.describe("the list of shops", () => {
  test("offers to pay those the region approved, and only those", async ({ page }) => {
    await page.goto("/commerces");
    const payable = page.getByRole("link", { name: /^Payer ici/ });
    await expect(payable).toHaveCount(SHOPS.approved);
    const suspended = page.getByRole("region", { name: "Suspendus par la Région" });
    await expect(suspended.getByRole("listitem")).toHaveCount(SHOPS.suspended);
    await expect(suspended).toContainText("Charte non respectée");
    await expect(suspended.getByRole("link")).toHaveCount(0);
  });

  test("does not show the name of a record that is not the register's", async ({ page }) => {
    await page.goto("/commerces");
    const unverified = page.getByRole("region", { name: "Fiches à vérifier" });
    await expect(unverified.getByRole("listitem")).toHaveCount(SHOPS.altered);
    await expect(page.getByText("Nom changé après coup")).toHaveCount(0);
  });

  test("narrows by words, trade and place, and says how many are left", async ({ page }) => {
    await page.goto("/commerces");
    await page.getByRole("combobox", { name: "Métier" }).selectOption({ label: "Boulangerie" });
    await page.getByRole("combobox", { name: "Lieu" }).selectOption({ label: "Orléans" });
    await expect(page.getByRole("status").filter({ hasText: /^1 commerce$/ })).toBeVisible();
    expect(new URL(page.url()).searchParams.get("metier")).toBe("bakery");

    await page.reload();
    await expect(page.getByRole("link", { name: /^Payer ici/ })).toHaveCount(1);
    await page.getByRole("searchbox").fill("zzz");
    await expect(page.getByText(/Aucun commerce agréé ne correspond/).first()).toBeAttached();
    await page.getByRole("button", { name: "Enlever les filtres" }).click();
    await expect(page.getByRole("link", { name: /^Payer ici/ })).toHaveCount(SHOPS.approved);
  });

  test("leads to paying the shop", async ({ page }) => {
    await page.goto("/commerces");
    await page.getByRole("link", { name: /^Payer ici.+La Fournée du Mail/ }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Payer" })).toBeVisible();
    expect(new URL(page.url()).searchParams.get("a")).toBe(person("bakery").address);
  });
});
