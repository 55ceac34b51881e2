// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from "node:fs";
import { findings } from "./support/axe.ts";
import { expectTexts, PAGES, settled } from "./support/pages.ts";
import { beDemo, person } from "./support/people.ts";
import { expect, test } from "./support/test.ts";

/** The addresses of the router, without those that name what they show. */
function addresses(): string[] {
  const source = readFileSync(new URL("../src/app/router.tsx", import.meta.url), "utf8");
  return [...source.matchAll(/(?:\bpath: |\bTILL = )"(\/[^"$]*)"/g)].flatMap(([, path]) => path ?? []);
}

test("the list of pages holds every page there is", () => {
  expect(addresses().length).toBeGreaterThan(20);
  expect(addresses().filter((path) => !PAGES.some((page) => page.path === path))).toEqual([]);
});

test.describe("axe finds nothing", () => {
  for (const { path, fr, en } of PAGES) {
    test(`on ${path}, in both languages, of which no text is missing`, async ({ page }) => {
      await beDemo(page, "camille");
      await page.goto(path);
      await settled(page, fr);
      await expectTexts(page, fr);
      expect(await findings(page)).toEqual([]);
      // The page changes as it stands: it is not loaded again.
      await page.getByRole("contentinfo").getByRole("button", { name: "English" }).click();
      await settled(page, en);
      await expectTexts(page, en);
      expect(await findings(page)).toEqual([]);
    });
  }

  test("on pages of somebody who has not connected", async ({ page }) => {
    for (const path of ["/", "/historique", "/recevoir", "/reglages"]) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeAttached();
      await expect(page.locator(".skeleton")).toHaveCount(0);
      expect(await findings(page)).toEqual([]);
    }
  });

  test("on the sheets: connection, payment, receipt, a line of the history", async ({ page }) => {
    await page.goto("/");
    await page.getByRole("button", { name: "Se connecter" }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    expect(await findings(page)).toEqual([]);

    await beDemo(page, "bookshop");
    await page.goto(`/payer?a=${person("naima").address}&m=1,00`);
    await expect(page.getByRole("button", { name: "Signer et payer" })).toBeVisible();
    expect(await findings(page)).toEqual([]);
    await page.getByRole("button", { name: "Signer et payer" }).click();
    await expect(page.getByRole("heading", { name: "Payé" })).toBeVisible();
    expect(await findings(page)).toEqual([]);

    await page.goto("/historique");
    await page
      .getByRole("list", { name: /Mouvements/ })
      .getByRole("button")
      .first()
      .click();
    await expect(page.getByText("Solde après")).toBeVisible();
    expect(await findings(page)).toEqual([]);
  });
});
