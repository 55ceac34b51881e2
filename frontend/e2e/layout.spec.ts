// SPDX-License-Identifier: EUPL-1.2
import type { Page } from "@playwright/test";
import { PAGES, repainted, settled, speak } from "./support/pages.ts";
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

/** A phone; 200 % on a window of 1440 x 900; text alone twice as large on a window of 720. */
const WINDOWS = [
  { name: "at 360 pixels", width: 360, height: 740, text: "100%" },
  { name: "at 200 %", width: 720, height: 450, text: "100%" },
  { name: "with text twice as large", width: 720, height: 900, text: "200%" },
] as const;

/** 400 % on a window of 1280: the least that a page has to be at ease in. */
const SMALLEST = { name: "at 400 %", width: 320, height: 256, text: "100%" } as const;

const CONNECT = { fr: "Se connecter", en: "Connect" };
const ACTIVITY = { fr: "Activité", en: "Activity" };

test("no page scrolls sideways, cuts text or has targets too small for a finger, at any size", async ({ page }) => {
  test.setTimeout(180_000);
  await beDemo(page, "bakery");
  for (const { path, fr: title } of PAGES) {
    await page.goto(path);
    await settled(page, title);
    for (const { name, width, height, text } of WINDOWS) {
      await page.setViewportSize({ width, height });
      await page.evaluate((size) => document.documentElement.style.setProperty("font-size", size), text);
      await repainted(page);
      expect(await overflow(page), `${path} scrolls sideways ${name}`).toBeLessThanOrEqual(0);
      if (text !== "100%") continue;
      expect(await cutText(page), `${path} cuts text ${name}`).toEqual([]);
      expect(await smallTargets(page), `${path} has small targets ${name}`).toEqual([]);
    }
  }
});

for (const language of ["fr", "en"] as const) {
  test(`the head of the page has room for the way in, at any size in ${language}`, async ({ page }) => {
    await speak(page, language);
    await page.goto("/");
    await expect(page.getByRole("banner").getByRole("button", { name: CONNECT[language] })).toBeVisible();
    await expect(page.getByRole("banner").getByRole("button", { name: ACTIVITY[language] })).toBeVisible();
    for (const { name, width, height, text } of [...WINDOWS, SMALLEST]) {
      await page.setViewportSize({ width, height });
      await page.evaluate((size) => document.documentElement.style.setProperty("font-size", size), text);
      await repainted(page);
      expect(await overflow(page), `The page scrolls sideways ${name}`).toBeLessThanOrEqual(0);
      await expect(page.getByRole("banner").getByRole("link", { name: "Menu" })).toBeInViewport({ ratio: 1 });
    }
  });
}

test("who asks for less motion sees none", async ({ page }) => {
  await beDemo(page, "camille");
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("/");
  await settled(page, "Accueil");
  const moving = await page.evaluate(() =>
    document
      .getAnimations()
      .filter(({ effect }) => Number(effect?.getComputedTiming().activeDuration) > 10)
      .map(({ effect }) => (effect as KeyframeEffect).target?.outerHTML.slice(0, 80)),
  );
  expect(moving).toEqual([]);
});

test("the frame is drawn before the code of the page and what talks to the chain have come", async ({ page }) => {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  await page.route(/\/assets\/start-/, async (route) => {
    await released;
    await route.continue();
  });
  await page.goto("/");
  await expect(page.getByRole("link", { name: "Payer" })).toBeVisible();
  const way = page.getByRole("main").getByRole("button", { name: "Choisissez votre portefeuille" });
  await expect(way).toBeHidden();
  release();
  await expect(way).toBeVisible();
});
