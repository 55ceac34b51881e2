// SPDX-License-Identifier: EUPL-1.2
import { parseAmount } from "@monnaie-commune/sdk/amounts";
import type { Page } from "@playwright/test";
import { readRequestLink, type PaymentRequest } from "@monnaie-commune/sdk/payments/request";
import { findings } from "./support/axe.ts";
import { tabTo } from "./support/keyboard.ts";
import { paid, signAndPay } from "./support/paying.ts";
import { beDemo, person } from "./support/people.ts";
import { readQr } from "./support/qr.ts";
import { payForReference } from "./support/signed-payment.ts";
import { expect, test, type Stack } from "./support/test.ts";

/** How soon after it is written a payment has to be on the screen. */
const SOON_MS = 3_000;

const shop = person("bookshop").address;

async function openTill(page: Page): Promise<void> {
  await beDemo(page, "bookshop");
  await page.goto("/caisse");
  await expect(page.getByRole("button", { name: "Encaisser" })).toBeVisible();
}

/** Types an amount, asks for it, and reads what the customer's camera reads. */
async function ask(
  page: Page,
  amount: string,
  { chainId, token }: Stack,
): Promise<{ link: string; request: PaymentRequest }> {
  await expect(page.getByRole("button", { name: "Encaisser" })).toBeVisible();
  await page.keyboard.type(amount);
  await expect(async () => {
    await page.keyboard.press("Enter");
    await expect(page.getByText("En attente du paiement")).toBeVisible({ timeout: 500 });
  }).toPass();
  const link = new URL(await readQr(page.getByRole("img", { name: /Code à scanner/ })));
  const now = Math.floor(Date.now() / 1000);
  const read = readRequestLink(Object.fromEntries(link.searchParams), { chainId, token, now });
  if (!read.ok) throw new Error(`The code of the till is no good: ${read.problem.kind}`);
  return { link: link.toString(), request: read.request };
}

/** A customer's phone beside the till: opens the link of the code and pays without coin. */
async function payOnPhone(till: Page, link: string): Promise<void> {
  const context = await till.context().browser()?.newContext();
  const phone = await context?.newPage();
  if (!context || !phone) throw new Error("No second phone");
  await beDemo(phone, "camille");
  await phone.goto(link);
  await signAndPay(phone).click();
  await expect(paid(phone)).toBeVisible();
  await context.close();
}

/** What the page Journée says was taken in today, in cents. */
async function takings(page: Page): Promise<bigint> {
  const total = await page.getByRole("definition").first().locator(".sr-only").innerText();
  const parsed = parseAmount(total.replace(/\sMC$/u, ""));
  return parsed.ok ? parsed.cents : 0n;
}

const payerPays = (stack: Stack, payer: "camille" | "naima", { cents = 0n, reference = "" }: PaymentRequest) =>
  payForReference(stack, payer, shop, cents, reference);

test.describe("the till", () => {
  test("turns green when it is paid, names what is double or late, and the day adds up", async ({ page, stack }) => {
    await beDemo(page, "bookshop");
    await page.goto("/journee");
    const before = await takings(page);
    await page.getByRole("link", { name: "Ouvrir la caisse" }).click();
    const { link, request } = await ask(page, "4,2", stack);
    expect(request).toMatchObject({ payee: shop, cents: 4_20n });

    // A request survives a reload.
    await page.reload();
    await expect(page.getByText("En attente du paiement")).toBeVisible();
    await payOnPhone(page, link);
    await expect(paid(page)).toBeVisible({ timeout: SOON_MS });
    await expect(page.getByText(/^Camille, \d+\sh\s\d\d$/)).toBeVisible();
    await page.getByRole("button", { name: "Garder à l’écran" }).click();
    await payerPays(stack, "naima", request);
    await expect(page.getByText(/Payé deux fois.*4,20.*Naïma/)).toBeVisible({ timeout: SOON_MS });
    await page.getByRole("button", { name: "Encaissement suivant" }).click();

    const { request: cancelled } = await ask(page, "2", stack);
    await page.getByRole("button", { name: "Annuler la demande" }).click();
    await payerPays(stack, "naima", cancelled);
    await expect(page.getByText(/Paiement en retard.*2,00.*Naïma.*après l’annulation/)).toBeVisible({
      timeout: SOON_MS,
    });
    await page.getByRole("button", { name: "Vu" }).click();
    await expect(page.getByText(/Paiement en retard/)).toHaveCount(0);

    await page.getByRole("navigation", { name: "Cette caisse" }).getByRole("link", { name: "Journée" }).click();
    await expect.poll(() => takings(page)).toBe(before + 10_40n);
    await page.getByRole("button", { name: /^Clôturer/ }).click();
    await expect(page.getByRole("dialog", { name: "Clôture n° 1" }).getByText("Librairie des Halles")).toBeVisible();
    await page.keyboard.press("Escape");
    await page
      .getByRole("button", { name: /Rembourser 4,20/ })
      .first()
      .click();
    const back = page.getByRole("link", { name: "Continuer vers le paiement" });
    await expect(back).toHaveAttribute("href", /r=refund%3A0x[0-9a-f]{64}/);
  });

  test("needs nothing but a keyboard", async ({ page }) => {
    await openTill(page);
    await page.keyboard.type("7.5");
    await tabTo(page, () => page.getByRole("button", { name: "Sur place" }));
    await page.keyboard.press("Space");
    await tabTo(page, () => page.getByRole("button", { name: "Encaisser" }));
    await page.keyboard.press("Enter");
    await expect(page.getByText("En attente du paiement")).toBeVisible();
    await tabTo(page, () => page.getByRole("button", { name: "Annuler la demande" }));
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: "Encaisser" })).toBeVisible();
  });

  test("passes axe: the keypad, a request, a payment", async ({ page, stack }) => {
    // Six times all of axe.
    test.slow();
    await openTill(page);
    expect(await findings(page)).toEqual([]);
    const { request } = await ask(page, "1,5", stack);
    expect(await findings(page)).toEqual([]);
    await payerPays(stack, "camille", request);
    await page.getByRole("button", { name: "Garder à l’écran" }).click();
    expect(await findings(page)).toEqual([]);
  });

  test("cannot be left while it is locked, but by its code", async ({ page }) => {
    await openTill(page);
    await page.getByRole("button", { name: "Verrouiller" }).click();
    await page.getByLabel("Code de cet appareil").fill("4711");
    await page.getByRole("dialog").getByRole("button", { name: "Verrouiller" }).click();
    await expect(page.getByRole("link", { name: "Quitter" })).toHaveCount(0);
    await page.goto("/reglages");
    await expect(page).toHaveURL(/\/caisse$/);

    await page.getByRole("button", { name: "Déverrouiller" }).click();
    await page.getByLabel("Code de cet appareil").fill("0000");
    await page.keyboard.press("Enter");
    await expect(page.getByText("Ce n’est pas ce code.")).toBeVisible();
    await page.getByLabel("Code de cet appareil").fill("4711");
    await page.keyboard.press("Enter");
    await page.getByRole("link", { name: "Quitter" }).click();
    await expect(page).toHaveURL(/\/$/);
  });

  test("is told of, not shown, to somebody who keeps no shop", async ({ page }) => {
    await beDemo(page, "camille");
    await page.goto("/caisse");
    await expect(page.getByText("La caisse est celle d’un commerce agréé")).toBeVisible();
    await expect(page.getByRole("button", { name: "Encaisser" })).toHaveCount(0);
  });
});

test("the poster is read from its pixels", async ({ page }) => {
  await beDemo(page, "bookshop");
  await page.goto("/affiche");
  const poster = page.getByRole("region", { name: "Aperçu de l’affiche" });
  await expect(poster.getByText("Librairie des Halles")).toBeVisible();
  for (const format of ["A4", "A5", "Autocollant"]) {
    await page.getByText(format, { exact: true }).click();
    const link = await readQr(poster.getByRole("img", { name: /Code à scanner/ }));
    expect(link).toBe(new URL(`/payer?a=${shop}`, page.url()).toString());
  }
});
