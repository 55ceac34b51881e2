// SPDX-License-Identifier: EUPL-1.2
import { PAGES, settled, speak } from "./support/pages.ts";
import { beDemo } from "./support/people.ts";
import { expect, test } from "./support/test.ts";

test.describe("languages", () => {
  test("change at once, everywhere, and are remembered", async ({ page }) => {
    await beDemo(page, "camille");
    await page.goto("/");
    await expect(page.locator("html")).toHaveAttribute("lang", "fr");
    await page.getByRole("button", { name: "English" }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await expect(page.getByRole("heading", { name: "You have today" })).toBeVisible();
    await page.goto("/commerces");
    await expect(page.getByRole("heading", { level: 1, name: "Shops" })).toBeVisible();
  });

  for (const language of ["fr", "en"] as const) {
    test(`every page has its title and no text is missing in ${language}`, async ({ page }) => {
      // All pages, one after the other.
      test.slow();
      await speak(page, language);
      await beDemo(page, "camille");
      for (const { path, [language]: title } of PAGES) {
        await page.goto(path);
        await settled(page, title);
        await expect(page).toHaveTitle(new RegExp(`^${title} · `));
        const text = await page.locator("body").innerText();
        // A key without its text is shown as the key: "pay.amount.label".
        expect(text).not.toMatch(/\b[a-z]+(?:\.[a-z]+[A-Za-z]*){2,}\b/);
        expect(text).not.toContain("{{");
      }
    });
  }

  test("amounts follow the language", async ({ page }) => {
    await speak(page, "en");
    await page.goto("/controle");
    await expect(page.getByText("1,000,000.00").first()).toBeAttached();
  });
});
