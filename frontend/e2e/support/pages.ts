// SPDX-License-Identifier: EUPL-1.2
import type { Page } from "@playwright/test";
import { expect } from "./test.ts";

/** Every page a person can open, with the title it has in each language. */
export const PAGES = [
  { path: "/", fr: "Accueil", en: "Home" },
  { path: "/payer", fr: "Payer", en: "Pay" },
  { path: "/scanner", fr: "Scanner", en: "Scan" },
  { path: "/recevoir", fr: "Recevoir", en: "Receive" },
  { path: "/caisse", fr: "Caisse", en: "Till" },
  { path: "/journee", fr: "Journée", en: "Day" },
  { path: "/affiche", fr: "Affiche", en: "Poster" },
  { path: "/prime", fr: "Recevoir ma prime", en: "Collect my bonus" },
  { path: "/commerces", fr: "Commerces", en: "Shops" },
  { path: "/commerce", fr: "Commerce", en: "Shop" },
  { path: "/devenir-commercant", fr: "Devenir commerçant", en: "Become a shop" },
  { path: "/ma-fiche", fr: "Ma fiche", en: "My entry" },
  { path: "/ou-depenser", fr: "Où dépenser", en: "Where to spend" },
  { path: "/commercants", fr: "Commerçants", en: "Register of shops" },
  { path: "/historique", fr: "Historique", en: "History" },
  { path: "/primes", fr: "Primes", en: "Bonuses" },
  { path: "/accessibilite", fr: "Accessibilité", en: "Accessibility" },
  { path: "/menu", fr: "Menu", en: "Menu" },
  { path: "/structures", fr: "Structures financées", en: "Funded structures" },
  { path: "/sortir", fr: "Sortir en euros", en: "Get out to euros" },
  { path: "/sorties", fr: "Sorties en euros", en: "Exits to euros" },
  { path: "/controle", fr: "Contrôle", en: "Audit" },
  { path: "/contrats", fr: "Contrats", en: "Contracts" },
  { path: "/registre", fr: "Registre", en: "Register" },
  { path: `/operation/0x${"0".repeat(64)}`, fr: "Opération", en: "Operation" },
  { path: "/compte/0xFABB0ac9d68B0B445fB7357272Ff202C5651694a", fr: "Relevé de compte", en: "Statement of account" },
  { path: "/exports", fr: "Exports", en: "Exports" },
  { path: "/chiffres", fr: "Chiffres", en: "Figures" },
  { path: "/contacts", fr: "Contacts", en: "Contacts" },
  { path: "/reglages", fr: "Réglages", en: "Settings" },
  { path: "/nulle-part", fr: "Cette page n’existe pas", en: "This page does not exist" },
] as const;

export type Language = "fr" | "en";

/** Opens every page from now on in a language, as somebody who chose it before. */
export async function speak(page: Page, language: Language): Promise<void> {
  await page.addInitScript((chosen) => localStorage.setItem("mc.language", chosen), language);
}

/** Waits until a page has its title and nothing is loading any more. */
export async function settled(page: Page, title: string): Promise<void> {
  await expect(page.getByRole("heading", { level: 1, name: title, exact: true })).toBeAttached();
  await expect(page.locator(".skeleton")).toHaveCount(0);
}

/** Holds that the page has its title in the browser too, and that none of its texts is missing. */
export async function expectTexts(page: Page, title: string): Promise<void> {
  await expect(page).toHaveTitle(new RegExp(`^${title} · `));
  const text = await page.locator("body").innerText();
  // A key without its text is shown as the key: "pay.amount.label".
  expect(text).not.toMatch(/\b[a-z]+(?:\.[a-z]+[A-Za-z]*){2,}\b/);
  expect(text).not.toContain("{{");
}

/** Waits until the page is drawn as its styles now are: where one asks for less motion, each change still takes a moment. */
export async function repainted(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    await Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => undefined)));
    await frame();
  });
}
