// SPDX-License-Identifier: EUPL-1.2
import { beDemo } from "./support/people.ts";
import { expect, test } from "./support/test.ts";

test.use({ viewport: { width: 360, height: 740 } });

test("on a phone, Menu leads to every page", async ({ page }) => {
  await beDemo(page, "officer");
  await page.goto("/");
  await page.getByRole("banner").getByRole("link", { name: "Menu" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Menu" })).toBeFocused();
  await page.getByRole("main").getByRole("region", { name: "Région" }).getByRole("link", { name: "Primes" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Primes" })).toBeVisible();
});
