// SPDX-License-Identifier: EUPL-1.2
// Only where METAMASK_DIR names an unpacked MetaMask: playwright.config.ts.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { english, generateMnemonic, mnemonicToAccount } from "viem/accounts";
import { balanceOf, fund } from "../support/chain.ts";
import { paid, signAndPay, tillRequest } from "../support/paying.ts";
import { expect, test } from "../support/test.ts";
import { MetaMask } from "./metamask.ts";

test("a citizen with MetaMask and no coin joins, and pays the number the wallet shows", async ({
  stack,
  launchOptions,
}) => {
  test.setTimeout(300_000);
  const directory = process.env.METAMASK_DIR;
  if (directory === undefined) throw new Error("METAMASK_DIR is not set");
  const phrase = generateMnemonic(english);
  const { address } = mnemonicToAccount(phrase);
  await fund(stack, address, 5_00n);
  const profile = mkdtempSync(join(tmpdir(), "metamask-"));
  const wallet = await MetaMask.open(directory, profile, launchOptions);
  try {
    await wallet.setUp(phrase);
    const page = await wallet.context.newPage();
    await page.goto(`${stack.site}/`);
    await page.getByRole("button", { name: "Se connecter" }).click();
    await page.getByRole("button", { name: "MetaMask" }).click();
    await wallet.agree();
    await page.getByRole("dialog").getByRole("button", { name: "Passer au réseau de la Région" }).click();
    await wallet.agree();
    await page.getByRole("button", { name: "Commencer" }).click();

    await page.goto(`${stack.site}${tillRequest(stack)}`);
    await expect(page.getByText(/^Votre portefeuille affichera\s:\sValue 250$/)).toBeVisible();
    await signAndPay(page).click();
    expect(await wallet.agree()).toMatch(/\b250\b/);
    await expect(paid(page)).toBeVisible();
    expect(await balanceOf(stack, address)).toBe(2_50n);
  } finally {
    await wallet.context.close();
    rmSync(profile, { recursive: true, force: true });
  }
});
