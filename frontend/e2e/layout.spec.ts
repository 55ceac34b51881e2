// SPDX-License-Identifier: EUPL-1.2
import type { Page } from "@playwright/test";
import { PAGES, settled } from "./support/pages.ts";
import { beDemo } from "./support/people.ts";
import { expect, test } from "./support/test.ts";

const WIDE_ENOUGH_FOR_A_FINGER = 24;

/** How much wider than the window the page is, in CSS pixels. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Text cut off by a box that is too small for it, apart from what is cut on purpose with an ellipsis. */
function cutText(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("main *, header *, nav *")]
      .filter((element) => {
        const { overflowX, textOverflow } = getComputedStyle(element);
        const isHiding = overflowX === "hidden" || overflowX === "clip";
        return isHiding && textOverflow !== "ellipsis" && element.clientWidth > 1 && element.textContent.trim() !== "";
      })
      .filter((element) => element.scrollWidth > element.clientWidth + 1)
      .map((element) => element.textContent.slice(0, 80)),
  );
}

/** Things to press that are too small to hit, links within text left out. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(
    (least) =>
      [...document.querySelectorAll<HTMLElement>("button, a, select, [role=button]")]
        .filter((element) => element.closest("p, .sr-only, code") === null && element.checkVisibility())
        .map((element) => ({ name: element.innerText, ...element.getBoundingClientRect().toJSON() }))
        .filter(({ width, height }) => width > 1 && (width < least || height < least))
        .map(({ name, width, height }) => `${name}: ${width} x ${height}`),
    WIDE_ENOUGH_FOR_A_FINGER,
  );
}

for (const [name, use] of Object.entries({
  "at 360 pixels": { viewport: { width: 360, height: 740 } },
  // 200 % on a window of 1440 x 900.
  "at 200 %": { viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 },
})) {
  test.describe(name, () => {
    test.use(use);

    test("no page scrolls sideways, cuts text or has targets too small for a finger", async ({ page }) => {
      await beDemo(page, "bakery");
      for (const { path, fr: title } of PAGES) {
        await page.goto(path);
        await settled(page, title);
        expect(await overflow(page), `${path} scrolls sideways`).toBeLessThanOrEqual(0);
        expect(await cutText(page), `${path} cuts text`).toEqual([]);
        expect(await smallTargets(page), `${path} has small targets`).toEqual([]);
      }
    });
  });
}

test.describe("with text twice as large", () => {
  test.use({ viewport: { width: 720, height: 900 } });

  test("no page scrolls sideways", async ({ page }) => {
    await beDemo(page, "bakery");
    for (const { path, fr: title } of PAGES) {
      await page.goto(path);
      await page.addStyleTag({ content: ":root { font-size: 200% }" });
      await settled(page, title);
      expect(await overflow(page), path).toBeLessThanOrEqual(0);
    }
  });
});
