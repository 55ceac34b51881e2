// SPDX-License-Identifier: EUPL-1.2
import { findings } from "./support/axe.ts";
import { expect, test } from "./support/test.ts";

test.describe("the contracts", () => {
  test("are recognised by their code, told in words, and with who may do what since when", async ({ page }) => {
    await page.goto("/contrats");
    await expect(page.getByText("Code vérifié : c’est celui qui est publié")).toHaveCount(6);
    const rules = page.getByRole("table", { name: /Les règles en chiffres/ });
    await expect(rules.getByRole("row", { name: /Préavis d’un changement de taux/ })).toContainText("30 jours");
    await expect(rules.getByRole("row", { name: /Fonte des habitants/ })).toContainText(/\d\s%\spar an/);
    const roles = page.getByRole("table", { name: /Qui peut faire quoi, et depuis quand/ });
    await expect(roles.getByRole("row", { name: /^Émission/ })).toContainText(/Contrat d’émission\s+depuis le/);
    await page.getByText("Ce que chaque rôle peut appeler").click();
    await expect(page.getByRole("row", { name: /^Approbation/ }).last()).toContainText("Approuver un versement");
    expect(await findings(page)).toEqual([]);
    await page.getByRole("link", { name: /^Administration : retiré à/ }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Opération" })).toBeVisible();
    await expect(page.getByText("Rendre un rôle", { exact: true })).toBeVisible();
  });

  test("are called false when the code in place is not the published one", async ({ page }) => {
    await page.route("**/config.json", async (route) => {
      const response = await route.fetch();
      const config = (await response.json()) as { deployment: { contracts: { Issuance: { code: { hash: string } } } } };
      config.deployment.contracts.Issuance.code.hash = `0x${"ab".repeat(32)}`;
      await route.fulfill({ response, json: config });
    });
    await page.goto("/contrats");
    const issuance = page.getByRole("listitem", { name: "Contrat d’émission" });
    await expect(issuance.getByText("Le code en place n’est pas celui qui est publié")).toBeVisible();
    await expect(page.getByText("Code vérifié : c’est celui qui est publié")).toHaveCount(5);
  });
});
