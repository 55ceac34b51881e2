// SPDX-License-Identifier: EUPL-1.2
import type { Page } from "@playwright/test";
import type { Hex } from "viem";
import { findings } from "./support/axe.ts";
import { suspendedShop } from "./support/chain.ts";
import { signAndPay, paid, tillRequest } from "./support/paying.ts";
import { beDemo, person } from "./support/people.ts";
import { expect, test, type Stack } from "./support/test.ts";

/** An address whose first and last digits are those of another. */
const twinOf = (address: Hex): Hex =>
  `0x${address.slice(2, 6)}${"5".repeat(32)}${address.slice(-4)}`.toLowerCase() as Hex;

async function refuses(page: Page, path: string, sentence: string | RegExp): Promise<void> {
  await page.goto(path);
  await expect(page.getByText(sentence)).toBeVisible();
  await expect(signAndPay(page)).toHaveCount(0);
}

test.describe("a request is refused before anything is signed", () => {
  test("when it was altered, is over, malformed or from elsewhere", async ({ page, stack }) => {
    await beDemo(page, "camille");
    const altered = tillRequest(stack).replace("m=2%2C50", "m=1%2C50");
    await refuses(page, altered, "Ce lien a été modifié en route");
    await refuses(page, tillRequest(stack, { expires: 1_700_000_000 }), /n’est plus valable depuis le/);
    await refuses(page, tillRequest(stack, { chainId: 100 }), "faite pour un autre réseau");
    await refuses(page, tillRequest(stack, { token: person("bakery").address }), "faite dans une autre monnaie");
    await refuses(page, "/payer?a=0x12&m=1,00", "L’adresse du compte à payer est incomplète");
    await refuses(page, `/payer?a=${person("bakery").address}&m=1e9`, "Le montant de ce lien n’est pas un montant");
    await page.getByRole("link", { name: "Choisir qui payer" }).click();
    await expect(page.getByRole("searchbox")).toBeVisible();
  });

  test("when its payee is suspended, the payer himself, the till or a service", async ({ page, stack }) => {
    await beDemo(page, "camille");
    await refuses(page, `/payer?a=${await suspendedShop(stack)}&m=1,00`, "La Région a suspendu ce commerce");
    await refuses(page, `/payer?a=${person("camille").address}&m=1,00`, "C’est votre propre adresse.");
    await refuses(page, `/payer?a=${stack.token}&m=1,00`, "On ne paie pas les communs ainsi");
    await refuses(page, `/payer?a=${stack.issuance}&m=1,00`, "C’est l’adresse d’un service du registre");
  });

  test("when it runs out while one reads it", async ({ page, stack }) => {
    await beDemo(page, "camille");
    await page.goto(tillRequest(stack, { expires: Math.floor(Date.now() / 1000) + 4 }));
    await expect(signAndPay(page)).toBeVisible();
    await page.clock.setFixedTime(Date.now() + 10_000);
    await signAndPay(page).click();
    await expect(page.getByText("La demande vient de perdre sa validité.")).toBeVisible();
  });
});

test.describe("an address nobody knows", () => {
  test("is shown whole and asks for a second look, and one that looks like a shop's is called a trick", async ({
    page,
  }) => {
    const twin = twinOf(person("bakery").address);
    await beDemo(page, "camille");
    await page.goto(`/payer?a=${twin}&m=0,10`);
    const sheet = page.getByRole("dialog");
    await expect(sheet.getByText(/ressemble à celle de La Fournée du Mail, mais ce n’est pas la même/)).toBeVisible();
    await expect(sheet.getByText(new RegExp(twin, "i"))).toBeAttached();
    await signAndPay(page).click();
    await expect(page.getByRole("alert").getByText("Comparez d’abord l’adresse entière")).toBeVisible();
    await page.getByRole("checkbox", { name: /J’ai comparé l’adresse entière/ }).check();
    await signAndPay(page).click();
    await expect(paid(page)).toBeVisible();
  });
});

test.describe("sending everything", () => {
  test("gives the whole balance, and the sheet leaves nothing", async ({ page }) => {
    await beDemo(page, "naima");
    await page.goto(`/payer?a=${person("bakery").address}`);
    await page.getByRole("button", { name: "Tout envoyer" }).click();
    await page.getByRole("button", { name: "Continuer" }).click();
    await expect(page.getByRole("dialog").getByText(/^0,00/).first()).toBeAttached();
  });
});

test.describe("confirming is easy to read", () => {
  // 200 % of a page of 720 by 740 pixels.
  test.use({ viewport: { width: 360, height: 370 } });

  test("axe finds nothing, nothing scrolls sideways, and the button is within reach", async ({ page, stack }) => {
    test.slow();
    await beDemo(page, "camille");
    const check = async (path: string) => {
      await page.goto(path);
      await expect(page.locator(".skeleton")).toHaveCount(0);
      expect(await findings(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    };
    await check(longRequest(stack));
    await signAndPay(page).scrollIntoViewIfNeeded();
    await expect(signAndPay(page)).toBeInViewport();
    await check(tillRequest(stack).replace("m=2%2C50", "m=1%2C50"));
  });
});

/** With the longest words a till can write. */
function longRequest(stack: Stack): string {
  return tillRequest(stack, { label: "Boulangerie".repeat(7), reference: `F-${"2026".repeat(20)}`, cents: 1_00n });
}
