// SPDX-License-Identifier: EUPL-1.2
import { beDemo } from "./support/people.ts";
import { expect, test } from "./support/test.ts";

test.describe("getting out to euros", () => {
  test("goes from the shop's request to the treasurer's transfer, and back when it is cancelled", async ({
    browser,
  }) => {
    const shop = await (await browser.newContext()).newPage();
    await beDemo(shop, "bakery");
    await shop.goto("/sortir");
    await expect(shop.getByText(/sur 2\s000,00\sMC par mois/)).toBeVisible();
    const amount = shop.getByRole("textbox", { name: "Montant à sortir" });
    await amount.fill("99999");
    await shop.getByRole("button", { name: "Continuer" }).click();
    await expect(shop.getByRole("alert").filter({ hasText: "manque" })).toBeVisible();

    const ask = async (text: string) => {
      await amount.fill(text);
      await shop.getByRole("button", { name: "Continuer" }).click();
      const sheet = shop.getByRole("dialog");
      await sheet.getByRole("button", { name: "Signer la demande" }).click();
      await expect(sheet.getByRole("heading", { name: "Demande envoyée" })).toBeVisible({ timeout: 15_000 });
      await sheet.getByRole("button", { name: "Fermer" }).last().click();
    };
    await amount.fill("10,00");
    await expect(shop.getByText(/9,70\s€/).first()).toBeAttached();
    await ask("10,00");
    await expect(shop.getByText("Demande n° 1")).toBeVisible();
    await ask("5,00");
    const second = shop.getByRole("listitem").filter({ hasText: "Demande n° 2" });
    await second.getByRole("button", { name: "Annuler la demande" }).click();
    await expect(second.getByText("Annulée", { exact: true })).toBeVisible({ timeout: 15_000 });

    const treasurer = await (await browser.newContext()).newPage();
    await beDemo(treasurer, "treasurer");
    await treasurer.goto("/sorties");
    const waiting = treasurer.getByRole("article").filter({ hasText: "La Fournée du Mail" });
    await expect(waiting.getByText("MC SORTIE 1")).toBeVisible();
    await waiting.getByRole("button", { name: "Confirmer le virement" }).click();
    await expect(waiting.getByText("Écrivez la référence du virement.")).toBeVisible();
    await waiting.getByRole("textbox", { name: "Référence du virement" }).fill("VIR 2026-118");
    await waiting.getByRole("button", { name: "Confirmer le virement" }).click();
    await expect(treasurer.getByText("Aucune demande n’attend de virement.")).toBeVisible({ timeout: 15_000 });
    await expect(treasurer.getByRole("row", { name: /La Fournée du Mail Payée/ })).toBeVisible();
    await treasurer.goto("/controle");
    await expect(treasurer.getByText("Tout concorde")).toBeVisible({ timeout: 15_000 });
    await expect(treasurer.getByRole("row", { name: /Réserve en euros.*Concorde/ })).toBeVisible();
  });

  test("tells others who can pay", async ({ page }) => {
    await beDemo(page, "camille");
    await page.goto("/sorties");
    await expect(page.getByText(/rôle «\sTrésorerie\s», confié à Sofia/)).toBeVisible();
    await page.goto("/sortir");
    await expect(page.getByText(/Seuls les commerces inscrits au registre/)).toBeVisible();
  });
});
