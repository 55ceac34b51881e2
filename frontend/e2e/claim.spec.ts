// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { claimPrivateKey, parseClaimCode } from "@monnaie-commune/sdk/claims/code";
import type { ClaimsFile } from "@monnaie-commune/sdk/claims/file";
import type { SignedClaim } from "@monnaie-commune/sdk/claims/signed";
import { generatePrivateKey, privateKeyToAddress } from "viem/accounts";
import { LETTERS } from "./seed.ts";
import { findings } from "./support/axe.ts";
import { balanceOf, coinOf } from "./support/chain.ts";
import { tabTo } from "./support/keyboard.ts";
import { letterCode, strangerCode } from "./support/letters.ts";
import { speak } from "./support/pages.ts";
import { beDemo, person } from "./support/people.ts";
import { expect, test, type Stack } from "./support/test.ts";
import { installWallet } from "./support/wallet.ts";

const receive = (page: Page) => page.getByRole("button", { name: /^Recevoir 100,00/ });
const written = (page: Page) => page.getByRole("heading", { name: "Inscrit au registre" });

/** Connects the wallet of the tests, whatever network it looks at. */
async function connect(page: Page): Promise<void> {
  await page.getByRole("main").getByRole("button", { name: "Choisissez votre portefeuille" }).click();
  await page.getByRole("button", { name: "Portefeuille d’essai" }).click();
  await expect(page.getByRole("dialog").getByText("Adresse reçue")).toBeVisible();
  await page.getByRole("button", { name: "Fermer" }).click();
}

/** Everything the page asks for from now on, as it leaves. */
function requestsOf(page: Page): string[] {
  const requests: string[] = [];
  page.on("request", (request) => {
    requests.push([request.url(), JSON.stringify(request.headers()), request.postData() ?? ""].join("\n"));
  });
  return requests;
}

/** All that would give a code away. */
function tellTales(code: string): string[] {
  const parsed = parseClaimCode(code);
  if (!parsed.ok) throw new Error("No code");
  const { secret } = parsed.code;
  const key = claimPrivateKey(secret);
  return [code, secret, ...code.split("-").slice(1), key, key.slice(2)];
}

test.describe("a letter", () => {
  test("is paid to an account that has no coin, on another network, and signs nothing", async ({ page, stack }) => {
    const requests = requestsOf(page);
    const key = generatePrivateKey();
    const wallet = await installWallet(page, { key });
    const code = letterCode("open", 0);

    await page.goto(`/prime#${code}`);
    await expect(page.getByText("Prime versée par la Région Centre-Val de Loire")).toBeVisible();
    expect(page.url()).toMatch(/\/prime$/);
    await connect(page);
    await expect(page.getByText(wallet.address, { exact: true })).toBeAttached();
    await expect(page.getByText("c’est sans importance ici")).toBeVisible();
    await receive(page).click();
    await expect(written(page)).toBeVisible();

    expect(await balanceOf(stack, wallet.address)).toBe(LETTERS.cents);
    expect(await coinOf(stack, wallet.address)).toBe(0n);
    expect(wallet.asked.filter((method) => /sign|send|switch/i.test(method))).toEqual([]);

    // Neither a request, nor the history, nor the device ever held the code.
    const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state]));
    for (const tale of tellTales(code)) {
      for (const request of requests) expect(request.toLowerCase()).not.toContain(tale.toLowerCase());
      expect(kept.toLowerCase()).not.toContain(tale.toLowerCase());
    }
    await page.getByRole("dialog").getByRole("link", { name: "Revenir à l’accueil" }).click();
    await page.goBack();
    expect(page.url()).toMatch(/\/prime$/);
    await page.reload();
    await expect(page.getByRole("textbox", { name: "Code de votre lettre" })).toBeVisible();
  });

  test("says on a second visit when it was paid and where", async ({ page }) => {
    await beDemo(page, "naima");
    await page.goto(`/prime#${letterCode("open", 1)}`);
    await receive(page).click();
    await expect(written(page)).toBeVisible();
    await page.getByRole("dialog").getByRole("button", { name: "Fermer" }).click();
    await expect(page.getByText(/^Vous avez reçu 100,00.MC sur votre compte le .* à \d+\sh\s\d\d\.$/)).toBeVisible();

    await beDemo(page, "camille");
    await page.goto("/");
    await page.goto(`/prime#${letterCode("open", 1)}`);
    await expect(page.getByRole("heading", { name: "Cette prime a déjà été reçue" })).toBeVisible();
    await expect(page.getByText(/versés sur le compte Naïma le .* à \d+\sh\s\d\d/)).toBeVisible();
    await expect(page.getByText(person("naima").address, { exact: true })).toBeAttached();
    await expect(receive(page)).toHaveCount(0);
  });

  test("needs nothing but a keyboard, and a code typed as it comes", async ({ page }) => {
    await beDemo(page, "camille");
    await page.goto("/recevoir");
    await tabTo(page, () => page.getByRole("link", { name: "J’ai reçu une lettre" }));
    await page.keyboard.press("Enter");
    await tabTo(page, () => page.getByRole("textbox", { name: "Code de votre lettre" }));
    await page.keyboard.type(letterCode("open", 2).toLowerCase().replaceAll("-", " "));
    await page.keyboard.press("Enter");
    await tabTo(page, () => receive(page));
    await page.keyboard.press("Enter");
    await expect(written(page)).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
  });

  test("goes to the account that was chosen among several", async ({ page, stack }) => {
    const other = privateKeyToAddress(generatePrivateKey());
    const wallet = await installWallet(page, { key: generatePrivateKey(), otherAccounts: [other] });
    await page.goto(`/prime#${letterCode("open", 3)}`);
    await connect(page);
    await expect(page.getByText("Votre portefeuille a plusieurs comptes.")).toBeVisible();
    await page.getByRole("radio").nth(1).check();
    await receive(page).click();
    await expect(written(page)).toBeVisible();
    expect(await balanceOf(stack, other)).toBe(LETTERS.cents);
    expect(await balanceOf(stack, wallet.address)).toBe(0n);
  });

  test("says that a shop's account is chosen", async ({ page }) => {
    await beDemo(page, "bakery");
    await page.goto(`/prime#${letterCode("open", 4)}`);
    await expect(page.getByText("C’est le compte d’un commerce, La Fournée du Mail.")).toBeVisible();
  });

  test("opened in the same window takes the place of the one before", async ({ page }) => {
    await page.goto(`/prime#${letterCode("over", 0)}`);
    await expect(page.getByRole("heading", { name: "La date limite est passée" })).toBeVisible();
    await page.evaluate(
      (code) => {
        location.hash = code;
      },
      letterCode("open", 4),
    );
    await expect(page.getByText("Prime versée par la Région Centre-Val de Loire")).toBeVisible();
    expect(page.url()).toMatch(/\/prime$/);
  });
});

test.describe("a code that gets nothing says why", () => {
  const wrong = letterCode("open", 5);
  const typed: [what: string, text: string, sentence: RegExp][] = [
    ["nothing", "", /^Tapez le code/],
    ["too short", wrong.slice(0, -3), /^Il manque des caractères/],
    [
      "a mistyped character",
      `${wrong.slice(0, -4)}${wrong.at(-4) === "7" ? "8" : "7"}${wrong.slice(-3)}`,
      /faute de frappe/,
    ],
    ["a letter we do not use", `${wrong.slice(0, -1)}U`, /n’employons jamais/],
    ["no number before it", wrong.slice(2), /commence par un nombre/],
  ];
  for (const [what, text, sentence] of typed) {
    test(`typed: ${what}`, async ({ page }) => {
      await page.goto("/prime");
      await page.getByRole("textbox", { name: "Code de votre lettre" }).fill(text);
      await page.getByRole("button", { name: "Continuer" }).click();
      await expect(page.getByRole("alert").filter({ hasText: sentence })).toBeVisible();
    });
  }

  test("in the address: a mistyped one, with the field to put it right", async ({ page }) => {
    await page.goto(`/prime#${wrong.slice(0, -2)}`);
    await expect(page.getByRole("alert").filter({ hasText: "Il manque des caractères" })).toBeVisible();
    expect(page.url()).toMatch(/\/prime$/);
  });

  const outcomes: [what: string, code: string, title: string, text: RegExp][] = [
    ["past its deadline", letterCode("over", 0), "La date limite est passée", /pouvait être reçue jusqu’au \p{L}+ \d/u],
    ["cancelled", letterCode("open", LETTERS.cancelled), "Cette lettre a été annulée", /l’a annulée le \p{L}+ \d/u],
    ["of a closed run", letterCode("closed", 0), "Ce versement est clos", /retourné au budget/],
    ["of a run not open yet", letterCode("notYet", 0), "Il est encore trop tôt", /revenez dans quelques jours/],
    [
      "of a run nobody knows",
      strangerCode(99n),
      "Ce code n’est pas de cette région",
      /Aucun versement n’a le numéro 99/,
    ],
    ["nobody wrote", strangerCode(2n), "Ce code n’est pas dans la liste", /site indiqué sur la lettre/],
  ];
  for (const [what, code, title, text] of outcomes) {
    test(`a letter ${what}`, async ({ page }) => {
      await page.goto(`/prime#${code}`);
      await expect(page.getByRole("heading", { name: title })).toBeVisible();
      await expect(page.getByText(text)).toBeVisible();
      await expect(receive(page)).toHaveCount(0);
    });
  }
});

test.describe("when the relay does not answer", () => {
  const open = async (page: Page, stack: Stack, n: number) => {
    await beDemo(page, "camille");
    await page.route(`${stack.relayUrl}/**`, (route) => route.abort());
    await page.goto(`/prime#${letterCode("open", n)}`);
    await receive(page).click();
    await expect(page.getByRole("alert").getByText("Le service d’envoi de la Région ne répond pas.")).toBeVisible();
  };

  test("it says so, and the same button gets there once it does", async ({ page, stack }) => {
    await open(page, stack, 6);
    await page.unrouteAll({ behavior: "wait" });
    await page.getByRole("button", { name: "Réessayer" }).click();
    await expect(written(page)).toBeVisible();
  });

  test("who can pay the fee sends it", async ({ page, stack }) => {
    await open(page, stack, 7);
    await page.getByRole("button", { name: "Envoyer moi-même" }).click();
    await expect(written(page)).toBeVisible();
  });

  test("it can be kept in a file, which anybody may send to the relay later", async ({ page, stack, request }) => {
    await installWallet(page, { key: generatePrivateKey() });
    await page.route(`${stack.relayUrl}/**`, (route) => route.abort());
    await page.goto(`/prime#${letterCode("open", 8)}`);
    await connect(page);
    await receive(page).click();
    // Who holds no coin is not offered to pay the fee.
    await expect(page.getByRole("button", { name: "Garder pour plus tard" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Envoyer moi-même" })).toHaveCount(0);
    const downloading = page.waitForEvent("download");
    await page.getByRole("button", { name: "Garder pour plus tard" }).click();
    const file = await downloading;
    expect(file.suggestedFilename()).toMatch(/^prime-2-\d+\.json$/);
    const text = readFileSync(await file.path(), "utf8");
    for (const tale of tellTales(letterCode("open", 8))) expect(text).not.toContain(tale);
    const signed = JSON.parse(text) as SignedClaim;
    expect((await request.post(`${stack.relayUrl}/v1/claims`, { data: signed })).status()).toBe(202);
    await expect.poll(() => balanceOf(stack, signed.payee)).toBe(LETTERS.cents);
  });

  test("its refusals are sentences", async ({ page, stack }) => {
    await beDemo(page, "camille");
    const refuse = (code: string) =>
      page.route(`${stack.relayUrl}/**`, (route) =>
        route.fulfill({ status: 503, json: { code }, headers: { "access-control-allow-origin": "*" } }),
      );
    await refuse("budget");
    await page.goto(`/prime#${letterCode("open", 9)}`);
    await receive(page).click();
    await expect(page.getByRole("alert").getByText("réessayez demain")).toBeVisible();
    await page.unrouteAll({ behavior: "wait" });
    await refuse("somethingNew");
    await page.getByRole("button", { name: "Réessayer" }).click();
    await expect(page.getByRole("alert").getByText("n’y est pas arrivé")).toBeVisible();
  });
});

test.describe("when the site has no list of the run", () => {
  const LIST = "**/claims/2.json";

  test("another copy does, and a false one is found out", async ({ page }) => {
    const answer = await page.request.get("/claims/2.json");
    const list = (await answer.json()) as ClaimsFile;
    await beDemo(page, "camille");
    await page.route(LIST, (route) => route.fulfill({ status: 200, body: "<!doctype html>" }));
    await page.goto(`/prime#${letterCode("open", 10)}`);
    await expect(page.getByRole("heading", { name: "La liste des primes n’est pas là" })).toBeVisible();

    const give = async (value: unknown) =>
      page.getByLabel("Donner un fichier").setInputFiles({
        name: "claims.json",
        mimeType: "application/json",
        buffer: Buffer.from(typeof value === "string" ? value : JSON.stringify(value)),
      });
    await give("{");
    await expect(page.getByRole("heading", { name: "Ce fichier n’est pas une liste de primes" })).toBeVisible();
    await give({ ...list, chainId: 1 });
    await expect(page.getByRole("heading", { name: "Cette liste est celle d’un autre réseau" })).toBeVisible();
    await give({ ...list, issuance: list.token });
    await expect(page.getByRole("heading", { name: "Cette liste est celle d’une autre région" })).toBeVisible();
    await give({ ...list, runId: "3" });
    await expect(page.getByRole("heading", { name: "Cette liste est celle d’un autre versement" })).toBeVisible();
    const richer = list.sheets.map(({ claims, ...sheet }) => ({
      ...sheet,
      claims: claims.map(([key]) => [key, "999900"]),
    }));
    await give({ ...list, sheets: richer });
    await expect(page.getByRole("heading", { name: "Cette liste ne dit pas vrai" })).toBeVisible();
    await give(list);
    await receive(page).click();
    await expect(written(page)).toBeVisible();
  });

  test("it says so, and looks again when asked", async ({ page }) => {
    await page.route(LIST, (route) => route.abort());
    await page.goto(`/prime#${letterCode("open", 11)}`);
    await expect(page.getByRole("heading", { name: "La liste des primes n’est pas là" })).toBeVisible();
    await page.unrouteAll({ behavior: "wait" });
    await page.getByRole("button", { name: "Réessayer" }).click();
    await expect(page.getByText("Prime versée par la Région Centre-Val de Loire")).toBeVisible();
  });
});

test.describe("a letter is easy to read", () => {
  test.use({ viewport: { width: 360, height: 740 } });
  const BUTTON = { fr: /^Recevoir 100,00/, en: /^Collect 100.00/ };
  const DONE = { fr: "Inscrit au registre", en: "Written in the register" };

  for (const [n, language] of (["fr", "en"] as const).entries()) {
    test(`axe finds nothing on the way through it in ${language}, and nothing scrolls sideways`, async ({ page }) => {
      test.slow();
      const check = async () => {
        expect(await findings(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      };
      await speak(page, language);
      await page.goto(`/prime#${letterCode("open", 5)}`);
      await expect(page.getByText("100").first()).toBeVisible();
      await check();
      await beDemo(page, "bookshop");
      await page.goto("/");
      await page.goto(`/prime#${letterCode("open", 12 + n)}`);
      await page.getByRole("button", { name: BUTTON[language] }).click();
      await expect(page.getByRole("heading", { name: DONE[language] })).toBeVisible();
      await check();
      await page
        .getByRole("dialog")
        .getByRole("button", { name: /Fermer|Close/ })
        .click();
      await expect(page.getByRole("dialog")).toHaveCount(0);
      await check();
      await page.route("**/claims/3.json", (route) => route.abort());
      for (const code of [letterCode("open", LETTERS.cancelled), letterCode("over", 1), "2-nonsense"]) {
        await page.goto("/");
        await page.goto(`/prime#${code}`);
        await expect(page.locator(".skeleton")).toHaveCount(0);
        await check();
      }
    });
  }
});
