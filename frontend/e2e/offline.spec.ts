// SPDX-License-Identifier: EUPL-1.2
import type { Page } from "@playwright/test";
import { serveCopy } from "./support/dapp-copy.ts";
import { settled } from "./support/pages.ts";
import { beDemo } from "./support/people.ts";
import { expect, test } from "./support/test.ts";

test.use({ serviceWorkers: "allow" });

async function isKept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((resolve) =>
      navigator.serviceWorker.addEventListener("controllerchange", resolve, { once: true }),
    );
  });
}

test("without a network, balance, history, shops and one's own code stay readable, with their date", async ({
  page,
  context,
}) => {
  await beDemo(page, "camille");
  await page.goto("/");
  await settled(page, "Accueil");
  const balance = page.getByRole("heading", { name: "Vous avez aujourd’hui" }).locator("xpath=following-sibling::p[1]");
  const shown = await balance.innerText();
  await isKept(page);

  await context.setOffline(true);
  const notice = page.getByRole("status");
  await expect(notice).toContainText(/^Vous êtes hors connexion.* Données du .* à \d+\sh\s\d\d\./u);
  await page.goto("/");
  await expect(balance).toHaveText(shown, { useInnerText: true });
  // Chromium tells a page that opens while it pretends to be offline that it is not.
  await expect(notice).toContainText(/(?:hors connexion|ne répond pas).* Données du .* à \d+\sh\s\d\d\./u);
  await page.getByRole("navigation").getByRole("link", { name: "Historique" }).click();
  await settled(page, "Historique");
  await page
    .getByRole("list", { name: /Mouvements/ })
    .getByRole("button")
    .first()
    .click();
  await expect(page.getByText("Solde après")).toBeVisible();
  // Pages that were never opened on this device are there too.
  for (const [path, title, text] of [
    ["/commerces", "Commerces", "La Fournée du Mail"],
    ["/recevoir", "Recevoir", "Camille"],
  ] as const) {
    await page.goto(path);
    await settled(page, title);
    await expect(page.getByText(text).first()).toBeVisible();
  }
  await context.setOffline(false);
  await expect(page.getByText(/Données du/)).toBeHidden({ timeout: 20_000 });
});

test("a newer version waits until one asks for it", async ({ page, request, faults }) => {
  const copy = await serveCopy(await (await request.get("/config.json")).text());
  try {
    await page.goto(copy.url);
    await expect(page.getByRole("button", { name: "Se connecter" })).toBeVisible();
    await isKept(page);
    const notice = page.getByText("Une nouvelle version est prête.");
    await expect(notice).toBeHidden();

    copy.publishNewVersion();
    await page.evaluate(async () => await (await navigator.serviceWorker.ready).update());
    await expect(notice).toBeVisible();
    // Undefined once the page was loaded again; while it is, nobody can be asked.
    const marked = () => page.evaluate(() => document.documentElement.dataset.marked).catch(() => "loading");
    await page.evaluate(() => (document.documentElement.dataset.marked = "yes"));
    await page.waitForTimeout(500);
    expect(await marked()).toBe("yes");

    await page.getByRole("button", { name: "Recharger la page" }).click();
    await expect.poll(marked).toBeUndefined();
    await expect(page.getByRole("button", { name: "Se connecter" })).toBeVisible();
    await expect(notice).toBeHidden();
  } finally {
    copy.close();
  }
  // The copy is another origin than the one the tests know.
  expect(faults.every((fault) => fault.startsWith(`asks ${copy.url}/`))).toBe(true);
  faults.length = 0;
});
