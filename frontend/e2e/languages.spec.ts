// SPDX-License-Identifier: EUPL-1.2
import { speak } from "./support/pages.ts";
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

  test("amounts follow the language", async ({ page }) => {
    await speak(page, "en");
    await page.goto("/controle");
    await expect(page.getByText("1,000,000.00").first()).toBeAttached();
  });
});
