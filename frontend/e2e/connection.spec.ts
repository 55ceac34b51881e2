// SPDX-License-Identifier: EUPL-1.2
import { beDemo, person } from "./support/people.ts";
import { expect, test } from "./support/test.ts";
import { installWallet } from "./support/wallet.ts";

const WALLET = "Portefeuille d’essai";
const SWITCH = "Passer au réseau de la Région";

test.describe("connecting", () => {
  test("takes a wallet that does not know the network from its address to the balance", async ({ page, stack }) => {
    const wallet = await installWallet(page, { key: person("camille").key });
    await page.goto("/");
    await page.getByRole("button", { name: "Se connecter" }).click();
    await page.getByRole("button", { name: WALLET }).click();
    await page.getByRole("dialog").getByRole("button", { name: SWITCH }).click();
    await page.getByRole("button", { name: "Commencer" }).click();

    expect(wallet.added).toHaveLength(1);
    expect(Number(wallet.added[0]?.chainId)).toBe(stack.chainId);
    expect(wallet.added[0]?.rpcUrls).toEqual([stack.rpcUrl]);
    await expect(page.getByRole("heading", { name: "Vous avez aujourd’hui" })).toBeVisible();
    await expect(page.getByRole("link", { name: /Connecté en tant que/ })).toContainText("Camille");
  });

  test("leaves somebody who refuses in the wallet where they were, and lets them try again", async ({ page }) => {
    const wallet = await installWallet(page, { key: person("camille").key });
    wallet.refuses = true;
    await page.goto("/");
    await page.getByRole("button", { name: "Se connecter" }).click();
    await page.getByRole("button", { name: WALLET }).click();
    await expect
      .poll(() => wallet.asked.some((method) => /requestPermissions|requestAccounts/.test(method)))
      .toBe(true);
    await expect(page.getByRole("alert").filter({ hasText: /\S/ })).toHaveCount(0);
    await expect(page.getByRole("button", { name: WALLET })).toBeEnabled();

    wallet.refuses = false;
    await page.getByRole("button", { name: WALLET }).click();
    await expect(page.getByRole("dialog").getByRole("button", { name: SWITCH })).toBeVisible();
  });

  test("is remembered when the page is loaded again", async ({ page, stack }) => {
    const { chainId, rpcUrl } = stack;
    await installWallet(page, { key: person("naima").key, chainId, knownChains: { [chainId]: rpcUrl } });
    await page.goto("/");
    await page.getByRole("button", { name: "Se connecter" }).click();
    await page.getByRole("button", { name: WALLET }).click();
    await page.getByRole("button", { name: "Commencer" }).click();
    await page.reload();
    await expect(page.getByRole("link", { name: /Connecté en tant que/ })).toContainText("Naïma");
  });

  test("lets one choose between two wallets, and asks the other one nothing", async ({ page, stack }) => {
    const { chainId, rpcUrl } = stack;
    const known = { chainId, knownChains: { [chainId]: rpcUrl } };
    const first = await installWallet(page, { key: person("camille").key, ...known });
    const second = await installWallet(page, { key: person("naima").key, name: "Autre portefeuille", ...known });
    await page.goto("/");
    await page.getByRole("button", { name: "Se connecter" }).click();
    await expect(page.getByRole("button", { name: WALLET })).toBeVisible();
    await page.getByRole("button", { name: "Autre portefeuille" }).click();
    await page.getByRole("button", { name: "Commencer" }).click();
    await expect(page.getByRole("link", { name: /Connecté en tant que/ })).toContainText("Naïma");
    expect(second.asked).not.toEqual([]);
    expect(first.asked.filter((method) => /request|sign|send/i.test(method))).toEqual([]);
  });

  test("stays where it was when a network is not to be added, and tries again", async ({ page, stack }) => {
    const wallet = await installWallet(page, { key: person("camille").key });
    await page.goto("/");
    await page.getByRole("button", { name: "Se connecter" }).click();
    await page.getByRole("button", { name: WALLET }).click();
    wallet.refuses = true;
    const change = page.getByRole("dialog").getByRole("button", { name: SWITCH });
    await change.click();
    await expect.poll(() => wallet.timesAsked("wallet_addEthereumChain")).toBe(1);
    await expect(change).toBeEnabled();
    expect(wallet.chainId).not.toBe(stack.chainId);

    wallet.refuses = false;
    await change.click();
    await expect(page.getByRole("button", { name: "Commencer" })).toBeVisible();
    expect(wallet.chainId).toBe(stack.chainId);
  });

  test("shows one banner with one button while the wallet is on another network", async ({ page, stack }) => {
    const { chainId, rpcUrl } = stack;
    const knownChains = { 1: "http://127.0.0.1:1", [chainId]: rpcUrl };
    const wallet = await installWallet(page, { key: person("camille").key, chainId: 1, knownChains });
    await page.goto("/historique");
    await page.getByRole("button", { name: "Se connecter" }).click();
    await page.getByRole("button", { name: WALLET }).click();
    await page.getByRole("button", { name: "Fermer" }).click();

    const banner = page.getByText("Votre portefeuille est sur un autre réseau que celui de la Région.");
    await expect(banner).toBeVisible();
    await expect(page.getByRole("button", { name: SWITCH })).toHaveCount(1);
    await page.getByRole("button", { name: SWITCH }).click();
    await expect(banner).toBeHidden();
    expect(wallet.chainId).toBe(chainId);
    expect(wallet.added).toEqual([]);
  });

  test("is possible without a wallet, in the place of somebody of the demonstration", async ({ page }) => {
    await page.goto("/");
    await expect(page.getByRole("complementary", { name: "Démonstration" })).toBeVisible();
    await page.getByRole("button", { name: "Essayer sans portefeuille" }).first().click();
    await page
      .getByRole("dialog")
      .getByRole("button", { name: /Camille/ })
      .click();
    await expect(page.getByRole("heading", { name: "Vous avez aujourd’hui" })).toBeVisible();
    await page.reload();
    await expect(page.getByRole("link", { name: /Connecté en tant que/ })).toContainText("Camille");
  });

  test("ends when one asks for it", async ({ page }) => {
    await page.goto("/");
    await beDemo(page, "camille");
    await page.goto("/reglages");
    await page.getByRole("button", { name: "Se déconnecter" }).click();
    await expect(page.getByRole("button", { name: "Se connecter" })).toBeVisible();
  });
});
