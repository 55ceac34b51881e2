// SPDX-License-Identifier: EUPL-1.2
import { requestLink, type PaymentRequest } from "@monnaie-commune/sdk/payments/request";
import type { Page } from "@playwright/test";
import { generatePrivateKey, privateKeyToAddress } from "viem/accounts";
import { fund } from "./chain.ts";
import { person } from "./people.ts";
import { expect, type Stack } from "./test.ts";
import { installWallet, type TestWallet, type WalletOptions } from "./wallet.ts";

/** Puts a wallet with some cents and no coin into the page, connects it and opens a path. */
export async function connectCitizen(
  page: Page,
  stack: Stack,
  path: string,
  options: Partial<WalletOptions> = {},
): Promise<TestWallet> {
  const { key = generatePrivateKey() } = options;
  await fund(stack, privateKeyToAddress(key), 5_00n);
  const { chainId, rpcUrl } = stack;
  const wallet = await installWallet(page, { chainId, knownChains: { [chainId]: rpcUrl }, ...options, key });
  await connectWallet(page, path);
  return wallet;
}

/** Connects the wallet of the tests, whatever network it looks at, and opens a path. */
export async function connectWallet(page: Page, path: string): Promise<void> {
  await page.goto("/payer");
  await page.getByRole("button", { name: "Se connecter" }).click();
  await page.getByRole("button", { name: "Portefeuille d’essai" }).click();
  await expect(page.getByRole("dialog").getByText("Adresse reçue")).toBeVisible();
  await page.getByRole("dialog").getByRole("button", { name: "Fermer" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.goto(path);
}

/** The path of a request of the bakery's till. */
export function tillRequest({ chainId, token }: Stack, changes: Partial<PaymentRequest> = {}): string {
  const request: PaymentRequest = {
    payee: person("bakery").address,
    cents: 2_50n,
    label: "Pain de seigle",
    reference: crypto.randomUUID(),
    expires: Math.floor(Date.now() / 1000) + 900,
    chainId,
    token,
    ...changes,
  };
  const { pathname, search } = new URL(requestLink("http://site", request));
  return pathname + search;
}

export const signAndPay = (page: Page) => page.getByRole("button", { name: "Signer et payer" });
export const paid = (page: Page) => page.getByRole("heading", { name: "Payé", exact: true });
