// SPDX-License-Identifier: EUPL-1.2
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { PAGES, settled, speak, type Language } from "./support/pages.ts";
import { beDemo, person } from "./support/people.ts";
import { expect, test } from "./support/test.ts";

const LANGUAGES: readonly Language[] = ["fr", "en"];

/** Waits until the page is drawn in its new colours. */
async function repainted(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    await Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => undefined)));
    await frame();
  });
}

/** What axe finds on the page as it is, in the light and in the dark. */
async function findings(page: Page): Promise<string[]> {
  const all: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    all.push(...(await lasting(page)).map((finding) => `${colorScheme} ${finding}`));
  }
  return all;
}

/** What axe finds twice: a busy browser may still be drawing the colours of before when axe first looks. */
async function lasting(page: Page): Promise<string[]> {
  await repainted(page);
  const first = await found(page);
  if (first.length === 0) return [];
  await page.waitForTimeout(1_000);
  return (await found(page)).filter((finding) => first.includes(finding));
}

async function found(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
  );
}

test.describe("axe finds nothing", () => {
  for (const language of LANGUAGES) {
    for (const { path, [language]: title } of PAGES) {
      test(`on ${path} in ${language}`, async ({ page }) => {
        await speak(page, language);
        await beDemo(page, "camille");
        await page.goto(path);
        await settled(page, title);
        expect(await findings(page)).toEqual([]);
      });
    }
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
