// SPDX-License-Identifier: EUPL-1.2
import type { Page } from "@playwright/test";
import { expect } from "./test.ts";

const MOST_TABS = 40;

/** Presses Tab until this has the focus. */
export async function tabTo(page: Page, target: () => ReturnType<Page["getByRole"]>): Promise<void> {
  await expect(target()).toHaveCount(1);
  for (let presses = 0; presses < MOST_TABS; presses++) {
    if (await target().evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  await expect(target()).toBeFocused();
}
