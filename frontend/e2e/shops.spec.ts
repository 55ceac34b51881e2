// SPDX-License-Identifier: EUPL-1.2
import type { Page } from "@playwright/test";
import { createPublicClient, http } from "viem";
import { generatePrivateKey } from "viem/accounts";
import { SHOPS } from "./seed.ts";
import { findings } from "./support/axe.ts";
import { tabTo } from "./support/keyboard.ts";
import { settled } from "./support/pages.ts";
import { beDemo, person } from "./support/people.ts";
import { expect, test } from "./support/test.ts";
import { installWallet } from "./support/wallet.ts";

const bubbles = (page: Page) => page.getByRole("group", { name: /^Carte des commerces/ }).getByRole("button");

/** Shops as the map counts them: the sum of what its bubbles say. */
async function countOnMap(page: Page): Promise<number> {
  await expect(bubbles(page).first()).toBeAttached();
  const names = await bubbles(page).evaluateAll((all) => all.map((one) => one.getAttribute("aria-label") ?? ""));
  return names.reduce((sum, name) => sum + Number(/\s:\s(\d+) commerce/u.exec(name)?.[1]), 0);
}

test.describe("shops", () => {
  test("apply without coin, are approved, and stand in the list and on the map until they leave", async ({
    page,
    browser,
    stack,
  }) => {
    test.slow(); // three pages, two people, three signatures
    const wallet = await installWallet(page, { key: generatePrivateKey(), chainId: stack.chainId });
    const name = `Brasserie d’essai ${wallet.address.slice(2, 8)}`;
    await page.goto("/devenir-commercant");
    await page.getByRole("main").getByRole("button", { name: "Se connecter" }).click();
    await page.getByRole("button", { name: "Portefeuille d’essai" }).click();
    await page.getByRole("button", { name: "Fermer" }).click();

    await page.getByRole("button", { name: "Relire et signer" }).click();
    await expect(page.getByRole("textbox", { name: "Enseigne" })).toBeFocused();
    await expect(page.getByText("Ce champ est nécessaire")).toHaveCount(5);
    await page.getByRole("textbox", { name: "Enseigne" }).fill(name);
    await page.getByRole("textbox", { name: "Raison sociale" }).fill(`${name} SARL`);
    await page.getByRole("combobox", { name: "Métier" }).selectOption({ label: "Brasserie artisanale" });
    await page.getByRole("textbox", { name: "Code postal" }).fill("45500");
    await page.getByRole("combobox", { name: "Commune" }).selectOption({ label: "Gien" });
    await page.getByRole("textbox", { name: /^Horaires/ }).fill("tous les jours 0 h – 24 h");
    await page.getByRole("button", { name: "Relire et signer" }).click();
    await page.getByRole("button", { name: "Signer la demande" }).click();
    await expect(page.getByText("Demande déposée")).toBeVisible();
    expect(await createPublicClient({ transport: http(stack.rpcUrl) }).getBalance(wallet)).toBe(0n);

    const keeper = await (await browser.newContext()).newPage();
    await beDemo(keeper, "registrar");
    await keeper.goto("/commercants");
    await keeper.getByRole("checkbox", { name: `Choisir ${name}` }).check();
    await expect(keeper.getByText("La fiche est celle que le commerce a signée").first()).toBeVisible();
    await keeper.getByRole("button", { name: "Agréer (1)" }).click();
    await expect(keeper.getByText("C’est inscrit au registre.")).toBeVisible();
    await keeper.context().close();

    await page.goto("/commerces?lieu=45155");
    await expect(page.getByRole("link", { name, exact: true })).toBeVisible();
    await expect(page.getByRole("button", { name: /^Gien\s:\s1 commerce$/, pressed: true })).toBeAttached();

    await page.goto("/ma-fiche");
    await expect(page.getByText("Agréé par la Région")).toBeVisible();
    await page.getByRole("button", { name: "Quitter le registre" }).click();
    await page.getByRole("button", { name: "Signer le départ" }).click();
    await expect(page.getByText("Vous avez quitté le registre").first()).toBeVisible();
  });

  test("are the same in the list and on the map, with nothing but a keyboard", async ({ page }) => {
    await page.goto("/commerces");
    await settled(page, "Commerces");
    expect(await countOnMap(page)).toBe(SHOPS.approved);
    await page.getByRole("combobox", { name: "Métier" }).selectOption({ label: "Boulangerie" });
    const links = page.getByRole("link", { name: /^Payer ici/ });
    expect(await countOnMap(page)).toBe(await links.count());
    await page.getByRole("combobox", { name: "Métier" }).selectOption({ label: "Tous les métiers" });

    await tabTo(page, () => bubbles(page).and(page.locator('[tabindex="0"]')));
    const before = await page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
    for (const key of ["ArrowUp", "ArrowLeft", "ArrowDown", "ArrowRight"]) await page.keyboard.press(key);
    await page.keyboard.press("ArrowDown");
    const after = await page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
    expect(after).not.toBe(before);
    await page.keyboard.press("Enter");
    const [, town = "", count = ""] = /^(.+)\s:\s(\d+) commerce/u.exec(after ?? "") ?? [];
    await expect(links).toHaveCount(Number(count));
    for (const link of await links.all()) {
      await expect(page.getByRole("article").filter({ has: link })).toContainText(town);
    }
    await page.keyboard.press("Escape");
    await expect(links).toHaveCount(SHOPS.approved);
  });

  test("have pages on which axe finds nothing, with their hours and where to spend", async ({ page }) => {
    test.slow(); // axe, five times
    await beDemo(page, "bakery");
    await page.goto(`/commerce?a=${person("bakery").address}`);
    await settled(page, "La Fournée du Mail");
    await expect(page.getByRole("row", { name: /^Lundi Fermé/ })).toBeAttached();
    expect(await findings(page)).toEqual([]);
    await page.goto("/ou-depenser");
    await settled(page, "Où dépenser");
    await expect(page.getByRole("article")).toHaveCount(SHOPS.approved - 1);
    expect(await findings(page)).toEqual([]);
    await page.goto("/ma-fiche");
    await settled(page, "Ma fiche");
    await page.getByRole("button", { name: "Changer ma fiche" }).click();
    expect(await findings(page)).toEqual([]);
    await beDemo(page, "registrar");
    for (const [path, title] of [
      ["/commercants", "Commerçants"],
      ["/devenir-commercant", "Devenir commerçant"],
    ] as const) {
      await page.goto(path);
      await settled(page, title);
      expect(await findings(page)).toEqual([]);
    }
  });
});
