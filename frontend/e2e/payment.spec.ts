// SPDX-License-Identifier: EUPL-1.2
import type { Page } from "@playwright/test";
import { tabTo } from "./support/keyboard.ts";
import { beDemo, person } from "./support/people.ts";
import { expect, test, type Stack } from "./support/test.ts";
import { installWallet, type TestWallet } from "./support/wallet.ts";

async function connectAsCamille(page: Page, { chainId, rpcUrl }: Stack): Promise<TestWallet> {
  const knownChains = { [chainId]: rpcUrl };
  const wallet = await installWallet(page, { key: person("camille").key, chainId, knownChains });
  await page.goto("/payer");
  await page.getByRole("button", { name: "Se connecter" }).click();
  await page.getByRole("button", { name: "Portefeuille d’essai" }).click();
  await page.getByRole("button", { name: "Commencer" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  return wallet;
}

test.describe("paying", () => {
  test("goes from a shop's name to the receipt, and both lines are in the history", async ({ page, stack }) => {
    const wallet = await connectAsCamille(page, stack);
    await page.getByRole("searchbox").fill("boulangerie orleans");
    await expect(page.getByText("1 commerce", { exact: true })).toBeVisible();
    await page.getByRole("link", { name: /La Fournée du Mail/ }).click();
    await page.getByRole("textbox", { name: "Montant" }).fill("12,50");
    await page.getByRole("button", { name: "Continuer" }).click();

    const sheet = page.getByRole("dialog");
    await expect(sheet.getByText(/Votre portefeuille affichera\s:\sValue 1250/)).toBeVisible();
    await sheet.getByRole("button", { name: "Signer et payer" }).click();
    await expect(sheet.getByRole("heading", { name: "Payé" })).toBeVisible();
    await expect(sheet.getByText("à La Fournée du Mail")).toBeVisible();
    expect(wallet.messages).toHaveLength(1);
    expect(wallet.asked).not.toContain("eth_sendTransaction");

    await sheet.getByRole("link", { name: "Revenir à l’accueil" }).click();
    await page.getByRole("link", { name: "Historique", exact: true }).first().click();
    const list = page.getByRole("list", { name: /Mouvements/ });
    await expect(list.getByRole("button", { name: /La Fournée du Mail Payé −12,50/ }).first()).toBeVisible();
    await page.keyboard.press("End");
    await expect(list.getByRole("button", { name: /Centre-Val de Loire Prime reçue \+250,00/ })).toBeVisible();
  });

  test("changes nothing when it is refused in the wallet, and says so", async ({ page, stack }) => {
    const wallet = await connectAsCamille(page, stack);
    await page.goto(`/payer?a=${person("bakery").address}&m=3,00`);
    wallet.refuses = true;
    await page.getByRole("button", { name: "Signer et payer" }).click();
    await expect(page.getByRole("dialog").getByText("Vous avez refusé dans votre portefeuille.")).toBeVisible();

    wallet.refuses = false;
    await page.getByRole("button", { name: "Signer et payer" }).click();
    await expect(page.getByRole("heading", { name: "Payé" })).toBeVisible();
  });

  test("waits for a slow wallet, and a second press does not pay twice", async ({ page, stack }) => {
    const wallet = await connectAsCamille(page, stack);
    await page.goto(`/payer?a=${person("bakery").address}&m=1,00`);
    wallet.thinksFor = 1_500;
    await page.getByRole("button", { name: "Signer et payer" }).dblclick();
    await expect(page.getByText("Donnez votre accord dans votre portefeuille.")).toBeVisible();
    await expect(page.getByRole("heading", { name: "Payé" })).toBeVisible();
    expect(wallet.messages).toHaveLength(1);
  });

  test("is refused before anything is signed when there is not enough", async ({ page }) => {
    await beDemo(page, "camille");
    await page.goto(`/payer?a=${person("bakery").address}`);
    await page.getByRole("textbox", { name: "Montant" }).fill("9999,00");
    await page.getByRole("button", { name: "Continuer" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "Il vous manque" })).toBeVisible();
    await expect(page.getByRole("dialog")).toHaveCount(0);
  });

  test("needs nothing but a keyboard", async ({ page }) => {
    await beDemo(page, "naima");
    await page.goto("/payer");
    await expect(page.getByRole("link", { name: /Connecté en tant que/ })).toBeVisible();

    await page.keyboard.press("Tab");
    await expect(page.getByRole("link", { name: "Aller au contenu" })).toBeFocused();
    await page.keyboard.press("Enter");
    await tabTo(page, () => page.getByRole("searchbox"));
    await page.keyboard.type("halles");
    await expect(page.getByRole("link", { name: /Librairie des Halles/ })).toHaveCount(1);
    await tabTo(page, () => page.getByRole("link", { name: /Librairie des Halles/ }));
    await page.keyboard.press("Enter");
    await tabTo(page, () => page.getByRole("textbox", { name: "Montant" }));
    await page.keyboard.type("2,00");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("dialog")).toBeVisible();
    await tabTo(page, () => page.getByRole("button", { name: "Signer et payer" }));
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "Payé" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
  });
});
