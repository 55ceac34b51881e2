// SPDX-License-Identifier: EUPL-1.2
import { readFile } from "node:fs/promises";
import { RegionalTokenAbi } from "@monnaie-commune/sdk/generated/abis";
import { createPublicClient, http } from "viem";
import { findings } from "./support/axe.ts";
import { beDemo, person } from "./support/people.ts";
import { payForReference } from "./support/signed-payment.ts";
import { expect, test } from "./support/test.ts";

const ROWS_DRAWN_AT_MOST = 60;

/** An amount as it is written here: "1 234,56". */
const cents = (text: string) =>
  Number(
    text
      .replaceAll(/[^\d−,]/gu, "")
      .replace("−", "-")
      .replace(",", ""),
  );

test.describe("the register", () => {
  test("is read without a wallet, and narrowed by what its address says", async ({ page }) => {
    await page.goto("/registre?nature=decisions");
    const table = page.getByRole("table", { name: /Lignes du registre/ });
    await expect(table.getByRole("link", { name: /approuve le versement \d/ }).first()).toBeVisible();
    await page.getByRole("combobox", { name: "Nature" }).selectOption("Tout");
    await page.getByRole("searchbox", { name: "Compte" }).fill("fournee");
    await page.getByLabel("Au moins").fill("3");
    await expect(page).toHaveURL(/compte=fournee&min=3$/);
    await expect(table.getByRole("link").first()).toHaveText(/La Fournée du Mail/);
    for (const amount of await table
      .getByRole("cell", { name: /^[\d\s]+,\d\d$/u })
      .locator(".sr-only")
      .allInnerTexts()) {
      expect(cents(amount)).toBeGreaterThanOrEqual(3_00);
    }
    await page.getByRole("searchbox", { name: "Compte" }).fill("personne de ce nom");
    await expect(page.getByText("Aucun compte connu ne porte ce nom.")).toBeVisible();
    expect(await findings(page)).toEqual([]);
    await page.getByRole("button", { name: "Enlever les filtres" }).click();
    await expect(page).toHaveURL(/\/registre$/);
  });

  test("draws a window of its lines at a time, tells how many there are, and reaches the first of all", async ({
    page,
  }) => {
    await page.goto("/registre");
    const table = page.getByRole("table", { name: /Lignes du registre/ });
    await expect(table.getByRole("link").first()).toBeVisible();
    const count = Number(await table.getAttribute("aria-rowcount"));
    expect(count).toBeGreaterThan(2_000);
    expect(await table.getByRole("row").count()).toBeLessThan(ROWS_DRAWN_AT_MOST);
    await table.getByRole("link").first().focus();
    for (let presses = 0; presses < 30; presses++) await page.keyboard.press("Tab");
    const focused = table.getByRole("row").filter({ has: page.locator("a:focus") });
    expect(Number(await focused.getAttribute("aria-rowindex"))).toBeGreaterThan(30);
    await page.keyboard.press("End");
    await expect(table.locator(`[aria-rowindex="${count}"]`).getByRole("link")).toBeInViewport();
    expect(await table.getByRole("row").count()).toBeLessThan(ROWS_DRAWN_AT_MOST);
  });

  test("leads from a line to its operation, its accounts and back, by addresses that last", async ({ page, stack }) => {
    await page.goto("/registre?nature=paiements&compte=halles");
    await page.getByRole("table").getByRole("link").first().click();
    const sheet = page.getByRole("dialog");
    await expect(sheet.getByText("Numéro de la ligne")).toBeVisible();
    expect(await findings(page)).toEqual([]);
    const id = new URL(page.url()).searchParams.get("ligne") ?? "";
    expect(id).toMatch(/^\d+-[0-9a-f]{8}-\d+$/);

    // As somebody who was sent the link of the line.
    await page.goto(`/registre?ligne=${id}`);
    await sheet.getByRole("link", { name: "Voir l’opération entière" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Opération" })).toBeVisible();
    await expect(page.getByText("Ce qui a été demandé")).toBeVisible();
    await expect(page.getByText("Aucun : ouvert à tous")).toBeVisible();
    expect(await findings(page)).toEqual([]);

    const shop = page.getByRole("row", { name: /Librairie des Halles/ });
    const [before, change, after] = (await shop.getByRole("cell").locator(".sr-only").allInnerTexts()).map(cents);
    expect((before ?? 0) + (change ?? 0)).toBe(after);
    const block = BigInt(id.split("-")[0] ?? 0);
    const client = createPublicClient({ transport: http(stack.rpcUrl) });
    const settled = await client.readContract({
      address: stack.token,
      abi: RegionalTokenAbi,
      functionName: "settledBalanceOf",
      args: [person("bookshop").address],
      blockNumber: block,
    });
    expect(BigInt(after ?? 0)).toBe(settled);

    await shop.getByRole("link").click();
    await expect(page.getByRole("heading", { level: 1, name: "Relevé de compte" })).toBeVisible();
    await expect(page.getByRole("heading", { name: /Librairie des Halles/ })).toBeVisible();
  });

  test("says so when a line, an operation or an account is none", async ({ page }) => {
    await page.goto("/registre?ligne=9-00000000-0");
    await expect(page.getByText(/Aucune ligne ne porte le numéro 9-00000000-0/)).toBeVisible();
    await page.goto(`/operation/0x${"0".repeat(64)}`);
    await expect(page.getByText(/ne connaît pas cette opération/)).toBeVisible();
    await page.goto("/operation/0x12");
    await expect(page.getByText(/il lui manque des caractères/)).toBeVisible();
    await page.goto("/compte/0x12");
    await expect(page.getByText(/incomplète ou mal copiée/)).toBeVisible();
  });

  test("shows by which role a payout was approved, since when it was held, and what went through the manager", async ({
    page,
  }) => {
    await page.goto("/registre?nature=decisions");
    await page
      .getByRole("link", { name: /approuve le versement/ })
      .first()
      .click();
    await page.getByRole("dialog").getByRole("link", { name: "Voir l’opération entière" }).click();
    await expect(page.getByText("Approuver un versement")).toBeVisible();
    await expect(page.getByText(/^Approbation, confié le \d/)).toBeVisible();
    await page.getByText("Données brutes").click();
    await expect(page.getByText(/Issuance\.RunApproved/)).toBeVisible();
    expect(await findings(page)).toEqual([]);
  });
});

test("an operation tells whoever knows the reference of a payment whether it was the one that was signed", async ({
  page,
  stack,
}) => {
  const reference = crypto.randomUUID();
  const tx = await payForReference(stack, "camille", person("bakery").address, 1_20n, reference);
  await page.goto(`/operation/${tx}`);
  const card = page.getByRole("region", { name: "Référence du paiement" });
  await card.getByLabel("Référence").fill("une autre");
  await expect(card.getByText("Ce n’est pas cette référence.")).toBeVisible();
  await card.getByLabel("Référence").fill(reference);
  await expect(card.getByText("C’est bien cette référence qui a été signée.")).toBeVisible();
  await expect(page.getByText(/^Signé par Camille, sous le numéro/)).toBeVisible();
  expect(await findings(page)).toEqual([]);
});

test.describe("the statement of any account", () => {
  test("closes each month with what the next one opens with, and the file with what the chain says", async ({
    page,
    stack,
  }) => {
    const { address } = person("bakery");
    await page.goto(`/compte/${address}?tout=oui`);
    const months = page.getByRole("table", { name: /Mois par mois/ });
    await expect(months.getByRole("row").nth(2)).toBeVisible();
    const rows = await Promise.all(
      (await months.getByRole("row").all())
        .slice(1)
        .map((row) => row.getByRole("cell").locator(".sr-only").allInnerTexts()),
    );
    const figures = rows.map((row) => row.slice(-5).map(cents)).toReversed();
    for (const [index, [opening = 0, received = 0, paid = 0, fonte = 0, closing = 0]] of figures.entries()) {
      expect(opening).toBe(figures[index - 1]?.at(-1) ?? 0);
      expect(opening + received + paid + fonte).toBe(closing);
    }
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Enregistrer ce relevé (CSV)" }).click(),
    ]);
    const lines = (await readFile(await file.path(), "utf8")).trimEnd().split("\r\n").slice(1);
    const client = createPublicClient({ transport: http(stack.rpcUrl) });
    const settled = await client.readContract({
      address: stack.token,
      abi: RegionalTokenAbi,
      functionName: "settledBalanceOf",
      args: [address],
    });
    const last = lines.at(-1)?.split(";") ?? [];
    expect(BigInt((last[6] ?? "").replace(",", ""))).toBe(settled);
  });

  test("is asked for by dates and months, and printed whole on paper", async ({ page }) => {
    const { address } = person("camille");
    await page.goto(`/compte/${address}`);
    await expect(page.getByText("Solde à la fin").first()).toBeVisible();
    expect(await findings(page)).toEqual([]);
    await page.getByRole("link", { name: /^Relevé de septembre/ }).click();
    await expect(page).toHaveURL(/du=\d{4}-09-01&au=\d{4}-09-30$/);
    await expect(page.getByText(/^Du 1 septembre \d{4} au 30 septembre \d{4}$/i)).toBeVisible();
    await page.getByRole("button", { name: "Imprimer le relevé" }).click();
    const paper = page.frameLocator("iframe").locator("body");
    await expect(paper.getByRole("heading", { name: "Relevé de compte" })).toBeAttached();
    await expect(paper.getByText(address, { exact: true })).toBeAttached();
    await expect(paper.getByText(/Établi le .* d’après le registre public/)).toBeAttached();
  });

  test("is one press away from a line of one's own history, by its operation", async ({ page }) => {
    await beDemo(page, "camille");
    await page.goto("/historique?type=payes");
    await page
      .getByRole("list", { name: /Mouvements/ })
      .getByRole("button")
      .first()
      .click();
    await page.getByRole("dialog").getByRole("link", { name: "Voir l’opération dans le registre" }).click();
    await page
      .getByRole("row", { name: /^Camille/ })
      .getByRole("link")
      .click();
    await expect(page).toHaveURL(new RegExp(`/compte/${person("camille").address}$`, "i"));
  });
});
