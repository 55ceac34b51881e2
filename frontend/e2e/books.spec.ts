// SPDX-License-Identifier: EUPL-1.2
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { findings } from "./support/axe.ts";
import { beDemo, person } from "./support/people.ts";
import { expect, test } from "./support/test.ts";

const FRIEND = "0x71bE63f3384f5fb98995898A86B02Fb2426c5788";

/** A relay that takes every payment and says of it what the test wants. */
async function standInRelay(page: Page, relayUrl: string): Promise<{ answer: object }> {
  const relay: { answer: object } = { answer: { id: "0a", state: "received" } };
  const headers = { "access-control-allow-origin": "*", "access-control-allow-headers": "*" };
  await page.route(`${relayUrl}/v1/payments/**`, (route) =>
    route.request().url().endsWith("/events") ? route.abort() : route.fulfill({ json: relay.answer, headers }),
  );
  await page.route(`${relayUrl}/v1/payments`, (route) => route.fulfill({ status: 202, json: relay.answer, headers }));
  return relay;
}

test.describe("the activity", () => {
  test("follows a payment through a reload, says why it failed, and forgets it when told to", async ({
    page,
    stack,
  }) => {
    const relay = await standInRelay(page, stack.relayUrl);
    await beDemo(page, "camille");
    await page.goto(`/payer?a=${person("bakery").address}&m=1,00`);
    await page.getByRole("button", { name: "Signer et payer" }).click();
    await expect(page.locator("[aria-current=step]")).toContainText("Reçu par la Région");

    // A page of its own: nothing of the one that paid is left but what the device remembers.
    await page.goto("/historique");
    await page.getByRole("button", { name: "Activité, 1 en cours" }).click();
    const sheet = page.getByRole("dialog");
    const entry = sheet.getByRole("article", { name: /Paiement de 1,00.* à La Fournée du Mail/ });
    await expect(entry.getByText(/Vous pouvez fermer cette page/)).toBeVisible();
    expect(await findings(page)).toEqual([]);

    relay.answer = { id: "0a", state: "refused", cause: { code: "budget" } };
    await expect(entry.getByText("N’est pas passé")).toBeVisible();
    await expect(entry.getByRole("link", { name: "Recommencer" })).toHaveAttribute(
      "href",
      /^\/payer\?a=0x.+&m=1%2C00$/,
    );
    await entry.getByRole("button", { name: /^Effacer/ }).click();
    await expect(sheet.getByText(/Rien en cours/)).toBeVisible();
  });
});

test.describe("the history's filters", () => {
  test("are in the address, and narrow the file that is saved", async ({ page }) => {
    await beDemo(page, "camille");
    await page.goto("/historique?type=payes&q=halles");
    const lines = page.getByRole("list", { name: /Mouvements/ }).getByRole("button");
    await expect(lines.first()).toHaveAccessibleName(/Librairie des Halles Payé −/);
    await expect(page.getByRole("radio", { name: "Payé" })).toBeChecked();

    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Enregistrer ces lignes (CSV)" }).click(),
    ]);
    const rows = (await readFile(await file.path(), "utf8")).trimEnd().split("\r\n");
    expect(rows[0]).toBe("\uFEFFdate;type;nom;compte;reçu;payé;solde;libellé;référence;page;opération");
    expect(rows.slice(1).every((row) => /^\d{4}-\d\d-\d\d;Payé;Librairie des Halles;0x/.test(row))).toBe(true);

    await page.getByLabel("Du", { exact: true }).fill("2031-01-01");
    await expect(page).toHaveURL(/q=halles&type=payes&du=2031-01-01|du=2031-01-01/);
    await expect(page.getByText("0 ligne", { exact: true })).toBeVisible();
    await page.getByRole("button", { name: "Enlever les filtres" }).click();
    await expect(page).toHaveURL(/\/historique$/);
  });
});

test.describe("contacts", () => {
  test("are added, refused when they imitate a shop, removed and put back, saved and read again", async ({ page }) => {
    await page.goto("/contacts");
    const name = page.getByRole("textbox", { name: "Nom", exact: true });
    await page.getByRole("textbox", { name: "Adresse du compte" }).fill(FRIEND);
    await name.fill("La F0urnée du Maіl");
    await page.getByRole("button", { name: "Ajouter" }).click();
    await expect(page.getByText(/mêle plusieurs alphabets/)).toBeVisible();
    await name.fill("LA FOURNEE DU MAIL");
    await page.getByRole("button", { name: "Ajouter" }).click();
    await expect(page.getByText(/se confondrait avec le commerce La Fournée du Mail/)).toBeVisible();
    await name.fill("Bruno");
    await page.getByRole("button", { name: "Ajouter" }).click();
    const contact = page.getByRole("article", { name: "Bruno" });
    await expect(contact).toBeVisible();
    expect(await findings(page)).toEqual([]);

    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Enregistrer (JSON)" }).click(),
    ]);
    const text = await readFile(await file.path());
    await contact.getByRole("button", { name: "Retirer Bruno" }).click();
    await expect(contact).toHaveCount(0);
    await page.getByRole("button", { name: "Remettre" }).click();
    await contact.getByRole("button", { name: "Retirer Bruno" }).click();

    const chosen = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Choisir un fichier" }).click();
    await (await chosen).setFiles({ name: "contacts.json", mimeType: "application/json", buffer: text });
    await expect(page.getByText("1 contact ajouté.")).toBeVisible();
    await page.reload();
    await expect(contact).toBeVisible();
  });
});
