// SPDX-License-Identifier: EUPL-1.2
import type { Page } from "@playwright/test";
import { getAddress, type Hex } from "viem";
import { balanceOf, coinOf } from "./support/chain.ts";
import { connectCitizen, connectWallet, paid, signAndPay, tillRequest } from "./support/paying.ts";
import { person } from "./support/people.ts";
import { expect, test, type Stack } from "./support/test.ts";
import { installWallet } from "./support/wallet.ts";

const silence = (page: Page, { relayUrl }: Stack) => page.route(`${relayUrl}/**`, (route) => route.abort());

test.describe("paying without coin", () => {
  test("takes one look and one signature from a till's request to the receipt", async ({ page, stack }) => {
    const wallet = await connectCitizen(page, stack, tillRequest(stack, { reference: "F-2026/117 A" }));
    const sheet = page.getByRole("dialog");
    await expect(sheet.getByText("0, pris en charge par la Région")).toBeVisible();
    await expect(sheet.getByText(/^Votre portefeuille affichera\s:\sValue 250$/)).toBeVisible();
    await expect(sheet.getByText("Pain de seigle")).toBeVisible();
    await expect(sheet.getByText("F-2026/117 A")).toBeVisible();
    await expect(sheet.getByText(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/)).toBeVisible();
    await expect(sheet.getByRole("button", { name: "Modifier" })).toHaveCount(0);

    await signAndPay(page).click();
    await expect(paid(page)).toBeVisible();
    await expect(sheet.getByText("Référence F-2026/117 A")).toBeVisible();
    expect(wallet.messages.map(({ primaryType }) => primaryType)).toEqual(["TransferWithAuthorization"]);
    const signed = wallet.messages.map(({ message }) => message as { to: Hex; value: string });
    expect(signed.map(({ to, value }) => [getAddress(to), value])).toEqual([[person("bakery").address, "250"]]);
    expect(wallet.asked).not.toContain("eth_sendTransaction");
    expect(await balanceOf(stack, wallet.address)).toBe(2_50n);
    expect(await coinOf(stack, wallet.address)).toBe(0n);

    // The same request, by the same payer: refused before anything is signed.
    await page.goto(tillRequest(stack, { reference: "F-2026/117 A" }));
    await expect(page.getByText("Vous avez déjà payé la demande F-2026/117 A")).toBeVisible();
    await expect(signAndPay(page)).toHaveCount(0);
  });

  test("follows a payment after another, with neither waiting for the other", async ({ page, stack }) => {
    const wallet = await connectCitizen(page, stack, `/payer?a=${person("bakery").address}&m=1,00`);
    for (let n = 0; n < 2; n++) {
      await signAndPay(page).click();
      await expect(paid(page)).toBeVisible();
      await page.goto(`/payer?a=${person("bookshop").address}&m=2,00`);
    }
    expect(await balanceOf(stack, wallet.address)).toBe(2_00n);
  });

  test("asks a wallet on another network to sign, and to switch only where it will not", async ({ page, stack }) => {
    const wallet = await connectCitizen(page, stack, tillRequest(stack), { chainId: 1 });
    await signAndPay(page).click();
    const alert = page.getByRole("alert").filter({ hasText: "regarde un autre réseau" });
    await expect(alert).toBeVisible();
    await page.getByRole("dialog").getByRole("button", { name: "Passer au réseau de la Région" }).click();
    await expect.poll(() => wallet.chainId).toBe(stack.chainId);
    await page.getByRole("button", { name: "Réessayer" }).click();
    await expect(paid(page)).toBeVisible();
  });

  test("does not mind the network of a wallet that signs for any", async ({ page, stack }) => {
    const wallet = await connectCitizen(page, stack, tillRequest(stack), { chainId: 1, signsAnywhere: true });
    await signAndPay(page).click();
    await expect(paid(page)).toBeVisible();
    expect(wallet.chainId).toBe(1);
  });
});

test.describe("when the relay does not answer", () => {
  test("who has coin sends what is signed, without signing a second time", async ({ page, stack }) => {
    const { chainId, rpcUrl } = stack;
    const key = person("naima").key;
    const wallet = await installWallet(page, { key, chainId, knownChains: { [chainId]: rpcUrl } });
    await silence(page, stack);
    await connectWallet(page, tillRequest(stack));
    await signAndPay(page).click();
    await expect(page.getByRole("alert").getByText("Le service d’envoi de la Région ne répond pas.")).toBeVisible();
    await page.getByRole("button", { name: "Envoyer moi-même" }).click();
    await expect(paid(page)).toBeVisible();
    expect(wallet.messages).toHaveLength(1);
    expect(wallet.timesAsked("eth_sendTransaction")).toBe(1);
  });

  test("it is kept, found again after a reload, and sent once the relay is back", async ({ page, stack }) => {
    await silence(page, stack);
    const wallet = await connectCitizen(page, stack, tillRequest(stack));
    await signAndPay(page).click();
    // Who holds no coin is not offered to pay the fee.
    await expect(page.getByRole("button", { name: "Garder pour plus tard" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Envoyer moi-même" })).toHaveCount(0);
    await page.getByRole("button", { name: "Garder pour plus tard" }).click();
    await page.unrouteAll({ behavior: "wait" });
    await page.goto("/payer");
    await expect(page.getByRole("heading", { name: "Signés, pas encore inscrits" })).toBeVisible();
    await page.getByRole("button", { name: "Reprendre" }).click();
    await page.getByRole("button", { name: "Envoyer", exact: true }).click();
    await expect(paid(page)).toBeVisible();
    expect(wallet.messages).toHaveLength(1);
    await page.goto("/payer");
    await expect(page.getByRole("searchbox")).toBeVisible();
    await expect(page.getByRole("heading", { name: "Signés, pas encore inscrits" })).toHaveCount(0);
  });

  test("it can be cancelled in the register, so that nobody sends it any more", async ({ page, stack }) => {
    await silence(page, stack);
    const wallet = await connectCitizen(page, stack, tillRequest(stack));
    await signAndPay(page).click();
    await expect(page.getByRole("button", { name: "Annuler ce paiement" })).toBeVisible();
    await page.unrouteAll({ behavior: "wait" });
    await page.getByRole("button", { name: "Annuler ce paiement" }).click();
    await expect(page.getByRole("heading", { name: "Annuler le paiement" })).toBeVisible();
    await page.getByRole("button", { name: "Annuler ce paiement" }).click();
    await expect(page.getByText(/est annulé au registre/)).toBeVisible();
    expect(wallet.messages.map(({ primaryType }) => primaryType)).toEqual([
      "TransferWithAuthorization",
      "CancelAuthorization",
    ]);
    expect(await balanceOf(stack, wallet.address)).toBe(5_00n);
  });

  test("its refusals are sentences, with how long to wait", async ({ page, stack }) => {
    const json = { code: "signerQuota", retryAfter: 150 };
    const headers = { "access-control-allow-origin": "*" };
    await page.route(`${stack.relayUrl}/**`, (route) => route.fulfill({ status: 429, json, headers }));
    await connectCitizen(page, stack, tillRequest(stack));
    await signAndPay(page).click();
    await expect(page.getByRole("alert").getByText("réessayez dans 3 minutes")).toBeVisible();
  });
});
