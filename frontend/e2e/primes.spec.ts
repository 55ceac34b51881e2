// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from "node:fs";
import type { Browser, Page } from "@playwright/test";
import { findings } from "./support/axe.ts";
import { letterList, staffList, wrongList } from "./support/bonus-list.ts";
import { beDemo, type PersonName } from "./support/people.ts";
import { planOnTerminal } from "./support/terminal.ts";
import { expect, test } from "./support/test.ts";

const DROP = "input[type=file]";

/** Lists of their own for each time the tests run against a stack that is kept: no list is proposed twice. */
const TIME = Date.now().toString(36);

/** A page of another person, in a browser of their own. */
async function pageOf(browser: Browser, name: Exclude<PersonName, "regular">): Promise<Page> {
  const context = await browser.newContext({ acceptDownloads: true });
  const page = await context.newPage();
  await beDemo(page, name);
  return page;
}

/** Drops a right list as the officer and goes on to its steps; returns the plan's hash. */
async function makePlan(page: Page, list: ReturnType<typeof staffList>): Promise<string> {
  await page.goto("/primes?nouveau=1");
  await page.setInputFiles(DROP, list);
  await page.getByRole("link", { name: "Continuer avec ce plan" }).click();
  await expect(page.getByRole("list", { name: "Étapes du versement" })).toBeVisible();
  return new URL(page.url()).searchParams.get("plan") ?? "";
}

async function propose(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Proposer ce versement" }).click();
  await expect(page.getByText(/Proposé par Inès/)).toBeVisible();
}

async function savedPlan(page: Page): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Enregistrer plan.json" }).click();
  const path = await (await download).path();
  return { name: "plan.json", mimeType: "application/json", buffer: readFileSync(path) };
}

/** How much wider than the window the page is, in CSS pixels. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

test.describe("bonuses", () => {
  test("are read by everybody, and nobody but those in office sees an action", async ({ page }) => {
    await beDemo(page, "camille");
    await page.goto("/primes");
    await expect(page.getByRole("link", { name: /Versement 1 .*Versé/s })).toBeVisible();
    await expect(page.getByText("1. Primes de fin d’année").first()).toBeVisible();
    await expect(page.getByText(/«\sApprobation\s», confié à Marc/)).toBeVisible();
    await expect(page.getByRole("link", { name: "Préparer un versement" })).toHaveCount(0);
    await page.getByRole("link", { name: /Versement 1/ }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Versement 1" })).toBeVisible();
    await expect(page.getByText("23 personnes payées sur 23")).toBeVisible();
    for (const name of ["Proposer ce versement", "Approuver ce versement", "Verser"]) {
      await expect(page.getByRole("button", { name })).toHaveCount(0);
    }
  });

  test("are refused with each faulty line, what stands there and what to do", async ({ page }) => {
    await beDemo(page, "officer");
    await page.goto("/primes");
    await page.getByRole("link", { name: "Préparer un versement" }).click();
    await page.setInputFiles(DROP, wrongList());
    await expect(page.getByText("liste.csv est refusé : 3 erreurs.".replace(" :", "\u202F:"))).toBeVisible();
    const table = page.getByRole("table", { name: "Erreurs de liste.csv" });
    const row = table.getByRole("row").filter({ hasText: "camille@example.test" });
    await expect(row).toContainText("3");
    await expect(row).toContainText("payee_id");
    await expect(row).toContainText("Mettre un pseudonyme.");
    await page.getByLabel("Colonne").selectOption("wallet");
    await expect(page.getByText("1 erreur affichée")).toBeVisible();
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Enregistrer en CSV" }).click();
    const csv = readFileSync(await (await download).path(), "utf8");
    expect(csv.startsWith("\uFEFFLigne;Colonne;Valeur;")).toBe(true);
    expect(csv).toContain("2;wallet;0x123;");
    await expect(page.getByRole("link", { name: "Continuer avec ce plan" })).toHaveCount(0);
  });

  test("go from the list to the report by two people, and by no one alone", async ({ page, browser }) => {
    test.slow();
    await beDemo(page, "officer");
    const planHash = await makePlan(page, staffList(`deux-${TIME}`, 320, 20));
    await page.getByRole("button", { name: "Simuler", exact: true }).click();
    await expect(page.getByText(/L’essai a réussi/)).toBeVisible();
    await propose(page);
    await expect(page.getByText(/Vous avez proposé ce versement/)).toBeVisible();
    await expect(page.getByRole("button", { name: "Approuver ce versement" })).toHaveCount(0);
    const plan = await savedPlan(page);

    const approver = await pageOf(browser, "approver");
    await approver.goto("/primes");
    await approver.getByRole("link", { name: /À approuver/ }).click();
    await expect(approver.getByText("Déposez d’abord le plan")).toBeVisible();
    await approver.setInputFiles(DROP, plan);
    await expect(approver.getByText("Proposé par Inès (0x90F7")).toBeVisible();
    await expect(approver.getByText(/Comparé au versement \d+, par ses totaux/)).toBeVisible();
    expect(await findings(approver)).toEqual([]);
    const digits = approver.getByLabel(/premiers caractères de l’empreinte/);
    await digits.fill("00000000");
    await approver.getByRole("button", { name: "Approuver ce versement" }).click();
    await expect(approver.getByText(/Ce ne sont pas ceux de ce plan/)).toBeVisible();
    await digits.fill(planHash.slice(2, 10));
    await approver.getByRole("button", { name: "Approuver ce versement" }).click();
    await expect(approver.getByText("Approuvé par Marc.")).toBeVisible();
    await expect(approver.getByRole("button", { name: "Verser", exact: true })).toHaveCount(0);

    await page.getByRole("button", { name: "Verser", exact: true }).click();
    await expect(page.getByText("Tout est payé et concorde au centime")).toBeVisible({ timeout: 20_000 });
    await expect(page.getByText("300 personnes payées sur 300")).toBeVisible();
    expect(await findings(page)).toEqual([]);
    await page.evaluate(() => (HTMLIFrameElement.prototype.remove = () => {}));
    await page.getByRole("button", { name: "Imprimer" }).click();
    const printed = page.frameLocator("iframe");
    await expect(printed.getByText(planHash)).toBeAttached();
    const heading = printed.getByRole("heading", { name: /Compte rendu du versement/ });
    await expect(heading).toBeAttached();
    // Styled as the paper is: 18 points.
    await expect(heading).toHaveCSS("font-size", "24px");

    await page.getByLabel(/Chercher un pseudonyme/).fill(`AG-deux-${TIME}-319`);
    const row = page.getByRole("table", { name: "Lignes" }).getByRole("row").nth(1);
    await expect(row).toContainText("en euros");
    await page.getByLabel(/Chercher un pseudonyme/).fill(`AG-deux-${TIME}-7 `);
    await expect(page.getByRole("table", { name: "Lignes" }).getByRole("row").nth(1)).toContainText("payée");
    await approver.context().close();
  });

  test("take a plan from the terminal, and give the same bytes back", async ({ page, stack }) => {
    const list = staffList("terminal", 4);
    const plan = await planOnTerminal(page, stack, list.buffer);
    await beDemo(page, "officer");
    await page.goto("/primes?nouveau=1");
    await page.setInputFiles(DROP, { name: "plan.json", mimeType: "application/json", buffer: plan });
    await page.getByRole("link", { name: "Continuer avec ce plan" }).click();
    expect((await savedPlan(page)).buffer.equals(plan)).toBe(true);

    await page.goto("/primes?nouveau=1");
    const forged = plan.toString("utf8").replace('"cents":"5"', '"cents":"6"');
    await page.setInputFiles(DROP, { name: "plan.json", mimeType: "application/json", buffer: Buffer.from(forged) });
    await expect(page.getByText(/Ce plan a été modifié/)).toBeVisible();
  });

  test("set money aside for people without a wallet, from a plan of the terminal", async ({ page, browser, stack }) => {
    test.slow();
    const list = letterList(`lettres-${TIME}`, 5, 2);
    const until = new Date(Date.now() + 100 * 86_400_000).toISOString().slice(0, 10);
    const buffer = await planOnTerminal(page, stack, list.buffer, ["--claims-until", until]);
    const plan = { name: "plan.json", mimeType: "application/json", buffer };
    await beDemo(page, "officer");
    await page.goto("/primes?nouveau=1");
    await page.setInputFiles(DROP, plan);
    await expect(page.getByText(/^2, 0,10, à retirer jusqu’au/)).toBeVisible();
    await page.getByRole("link", { name: "Continuer avec ce plan" }).click();
    await page.getByRole("button", { name: "Simuler", exact: true }).click();
    await expect(page.getByText(/L’essai a réussi/)).toBeVisible();
    await propose(page);

    const planHash = new URL(page.url()).searchParams.get("plan") ?? "";
    const approver = await pageOf(browser, "approver");
    await approver.goto(`/primes?plan=${planHash}`);
    await approver.setInputFiles(DROP, plan);
    await approver.getByLabel(/premiers caractères de l’empreinte/).fill(planHash.slice(2, 10));
    await approver.getByRole("button", { name: "Approuver ce versement" }).click();
    await expect(approver.getByText("Approuvé par Marc.")).toBeVisible();
    await approver.context().close();

    await page.getByRole("button", { name: "Verser", exact: true }).click();
    await expect(page.getByText("Tout est payé et concorde au centime")).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText("À retirer par lettre", { exact: true })).toBeVisible();
    const lines = page.getByRole("table", { name: "Lignes" }).getByRole("row");
    await expect(lines.filter({ hasText: "par lettre" })).toHaveCount(2);
    await expect(lines.filter({ hasText: "par lettre" }).first()).toContainText("à retirer");
  });

  test("are made from the same list by the page and by the terminal, byte for byte", async ({ page, stack }) => {
    const list = staffList("octets", 3, 1);
    const plan = await planOnTerminal(page, stack, list.buffer);
    await beDemo(page, "officer");
    await makePlan(page, list);
    expect((await savedPlan(page)).buffer.toString("utf8")).toBe(plan.toString("utf8"));
  });

  test("stop after a chunk, and go on in a page that was loaded again", async ({ page, browser }) => {
    await beDemo(page, "officer");
    const planHash = await makePlan(page, staffList(`arret-${TIME}`, 601));
    await propose(page);
    const approver = await pageOf(browser, "approver");
    await approver.goto(`/primes?plan=${planHash}`);
    await approver.setInputFiles(DROP, await savedPlan(page));
    await approver.getByLabel(/premiers caractères de l’empreinte/).fill(planHash.slice(2, 10));
    await approver.getByRole("button", { name: "Approuver ce versement" }).click();
    await expect(approver.getByText("Approuvé par Marc.")).toBeVisible();
    await approver.context().close();

    await page.getByRole("button", { name: "Verser", exact: true }).click();
    await expect(page.getByText("Vous versez le lot 1 sur 3.")).toBeVisible();
    await page.getByRole("button", { name: "Arrêter après ce lot" }).click();
    await expect(page.getByRole("button", { name: "Reprendre le versement" })).toBeVisible({ timeout: 20_000 });
    await page.reload();
    await expect(page.getByText(/^[36]00 personnes payées sur 601$/).first()).toBeVisible();
    await page.getByRole("button", { name: "Reprendre le versement" }).click();
    await expect(page.getByText("Tout est payé et concorde au centime")).toBeVisible({ timeout: 25_000 });
    await expect(page.getByText("601 personnes", { exact: true })).toBeVisible();
  });

  for (const width of [360, 1440]) {
    test(`have views in which axe finds nothing and nothing is cut, ${width} pixels wide`, async ({ page }) => {
      test.slow();
      await page.setViewportSize({ width, height: 800 });
      await beDemo(page, "officer");
      await page.goto("/primes?nouveau=1");
      await page.setInputFiles(DROP, wrongList());
      await expect(page.getByText("3 erreurs affichées")).toBeVisible();
      expect(await findings(page)).toEqual([]);
      expect(await overflow(page)).toBeLessThanOrEqual(0);

      await makePlan(page, staffList(`axe${width}`, 12, 2));
      await expect(page.getByRole("table", { name: /Différence avec la période précédente/ })).toBeVisible();
      await page.getByRole("button", { name: "Simuler", exact: true }).click();
      await expect(page.getByText(/L’essai a réussi/)).toBeVisible();
      expect(await findings(page)).toEqual([]);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
    });
  }

  test("check ten thousand lines while the page stays awake", async ({ page }) => {
    await beDemo(page, "officer");
    await page.goto("/primes?nouveau=1");
    await page.evaluate(() => {
      const longest = { ms: 0 };
      Object.assign(window, { longest });
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) longest.ms = Math.max(longest.ms, duration);
      }).observe({ type: "longtask" });
    });
    const start = Date.now();
    await page.setInputFiles(DROP, staffList("mille", 10_000));
    await expect(page.getByRole("heading", { name: "La liste est juste" })).toBeVisible({ timeout: 25_000 });
    const ms = await page.evaluate(() => (window as unknown as { longest: { ms: number } }).longest.ms);
    test
      .info()
      .annotations.push({ type: "10,000 lines", description: `${Date.now() - start} ms, longest task ${ms} ms` });
    expect(ms).toBeLessThan(1_000);
  });
});
