// SPDX-License-Identifier: EUPL-1.2
import { REGULAR_PAYMENTS } from "./seed.ts";
import { beDemo } from "./support/people.ts";
import { expect, test } from "./support/test.ts";

const ROWS_DRAWN_AT_MOST = 60;

test.describe("the history", () => {
  test("shows the fonte as a line of its own, with the days it melted", async ({ page }) => {
    await beDemo(page, "camille");
    await page.goto("/historique");
    await page.getByText("Fonte", { exact: true }).click();
    const lines = page.getByRole("list", { name: /Mouvements/ }).getByRole("button");
    await expect(lines.first()).toHaveAccessibleName(/^Fonte du .+ au .+ Parti aux communs −\d+,\d\d/);
  });

  test("opens a line as a receipt, and gives the focus back to it", async ({ page }) => {
    await beDemo(page, "camille");
    await page.goto("/historique");
    await page.getByRole("searchbox").fill("halles 18,00");
    const line = page.getByRole("button", { name: /Librairie des Halles Payé −18,00/ });
    await line.focus();
    await page.keyboard.press("Enter");
    const sheet = page.getByRole("dialog");
    await expect(sheet.getByText("Solde après")).toBeVisible();
    await expect(sheet.getByText(/à \d+\sh\s\d\d/)).toBeVisible();
    await expect(sheet).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(line).toBeFocused();
  });

  test("finds lines by name and by amount", async ({ page }) => {
    await beDemo(page, "camille");
    await page.goto("/historique");
    await page.getByRole("searchbox").fill("halles 18,00");
    await expect(page.getByText("1 ligne", { exact: true })).toBeVisible();
    await page.getByRole("searchbox").fill("personne de ce nom");
    await page.getByRole("button", { name: "Enlever les filtres" }).click();
    await expect(page.getByRole("searchbox")).toHaveValue("");
  });

  test(`draws ${REGULAR_PAYMENTS.count} lines a window at a time, and reaches the last one`, async ({ page }) => {
    await beDemo(page, "bakery");
    const start = Date.now();
    await page.goto("/historique");
    const list = page.getByRole("list", { name: /Mouvements/ });
    await expect(list.getByRole("button").first()).toBeVisible();
    expect(Date.now() - start).toBeLessThan(8_000);
    await expect(page.getByText(/^2\s\d{3} lignes$/)).toBeVisible();
    expect(await list.getByRole("listitem").count()).toBeLessThan(ROWS_DRAWN_AT_MOST);

    await page.keyboard.press("End");
    await expect(list.getByRole("button", { name: /Camille Reçu \+12,40/ })).toBeInViewport();
    expect(await list.getByRole("listitem").count()).toBeLessThan(ROWS_DRAWN_AT_MOST);
  });

  test("lets a keyboard walk the lines beyond the window, or pass them all", async ({ page }) => {
    await beDemo(page, "bakery");
    await page.goto("/historique");
    const list = page.getByRole("list", { name: /Mouvements/ });
    await list.getByRole("button").first().focus();
    for (let presses = 0; presses < 40; presses++) await page.keyboard.press("Tab");
    const focused = list.locator("button:focus");
    await expect(focused).toBeInViewport();
    const position = focused.locator("xpath=ancestor::li");
    expect(Number(await position.getAttribute("aria-posinset"))).toBeGreaterThan(40);

    await page.getByRole("link", { name: "Passer la liste" }).focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await expect(page.getByRole("contentinfo").locator(":focus")).toHaveCount(1);
  });
});
