// SPDX-License-Identifier: EUPL-1.2
// The real MetaMask, as an unpacked extension in a browser of its own. What its pages call their parts is read from its
// public source; a version may have more of the first pages than another, so whichever shows is answered.
import { chromium, type BrowserContext, type LaunchOptions, type Page } from "@playwright/test";
import { expect } from "../support/test.ts";

const PASSWORD = "an unimportant password";

/** Long enough for the extension's first start on a busy machine. */
const START_MS = 60_000;
const LOOK_AGAIN_MS = 1_000;

const part = (page: Page, name: string) => page.locator(`[data-testid="${name}"]`).first();
const press = (name: string) => (page: Page) => part(page, name).click();

/** The pages of a first start, by the part one recognises each by: what to do on it. The last one that shows is the newest. */
const FIRST_START: readonly { shows: string; act: (page: Page, phrase: string) => Promise<void> }[] = [
  { shows: "onboarding-complete-done", act: press("onboarding-complete-done") },
  { shows: "download-app-continue", act: press("download-app-continue") },
  { shows: "metametrics-i-agree", act: declineStatistics },
  { shows: "passkey-maybe-later-button", act: press("passkey-maybe-later-button") },
  { shows: "create-password-new-input", act: choosePassword },
  { shows: "srp-input-import__srp-note", act: typePhrase },
  { shows: "onboarding-import-with-srp-button", act: press("onboarding-import-with-srp-button") },
  { shows: "terms-of-use-scroll-button", act: acceptTerms },
  { shows: "onboarding-import-wallet", act: press("onboarding-import-wallet") },
  { shows: "onboarding-get-started-button", act: press("onboarding-get-started-button") },
];

/** Shown once the wallet is open. */
const HOME = "account-menu-icon";

async function declineStatistics(page: Page): Promise<void> {
  const box = page.locator('[data-testid="metametrics-checkbox"][data-checked="true"]');
  if ((await box.count()) > 0) await box.first().click();
  await press("metametrics-i-agree")(page);
}

async function choosePassword(page: Page): Promise<void> {
  await part(page, "create-password-new-input").fill(PASSWORD);
  await part(page, "create-password-confirm-input").fill(PASSWORD);
  await press("create-password-terms")(page);
  await press("create-password-submit")(page);
}

async function typePhrase(page: Page, phrase: string): Promise<void> {
  await press("srp-input-import__srp-note")(page);
  // Each space opens the field of the next word, and goes there.
  await page.keyboard.type(phrase, { delay: 20 });
  await press("import-srp-confirm")(page);
}

async function acceptTerms(page: Page): Promise<void> {
  await press("terms-of-use-scroll-button")(page);
  await press("terms-of-use-checkbox")(page);
  await press("terms-of-use-agree-button")(page);
}

/** A browser with MetaMask in it, set up for the account of a phrase. */
export class MetaMask {
  readonly context: BrowserContext;
  readonly #id: string;

  private constructor(context: BrowserContext, id: string) {
    this.context = context;
    this.#id = id;
  }

  static async open(directory: string, profile: string, { args = [], ...options }: LaunchOptions): Promise<MetaMask> {
    const context = await chromium.launchPersistentContext(profile, {
      ...options,
      locale: "fr-FR",
      viewport: { width: 1_280, height: 900 },
      args: [...args, `--disable-extensions-except=${directory}`, `--load-extension=${directory}`],
    });
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker", { timeout: START_MS }));
    return new MetaMask(context, new URL(worker.url()).host);
  }

  /** Goes through the pages of a first start, whichever this version has, to the open wallet. */
  async setUp(phrase: string): Promise<void> {
    const page = await this.#openPage("home.html");
    const names = [...FIRST_START.map(({ shows }) => shows), HOME];
    const any = page.locator(names.map((name) => `[data-testid="${name}"]:visible`).join(", ")).first();
    for (let turn = 0; turn < 3 * FIRST_START.length; turn++) {
      await expect(any).toBeVisible({ timeout: START_MS });
      if (await part(page, HOME).isVisible()) break;
      for (const { shows, act } of FIRST_START) {
        if (!(await part(page, shows).isVisible())) continue;
        await act(page, phrase);
        await page.waitForTimeout(LOOK_AGAIN_MS);
        // Its last page leads to a window of its own in some versions.
        if (shows === "onboarding-complete-done") return page.close();
        break;
      }
    }
    await page.close();
  }

  /** Waits for what the wallet asks its person, gives the text of the question, and agrees. */
  async agree(): Promise<string> {
    const page = await this.#openPage("notification.html");
    const button = page.locator('[data-testid="confirm-footer-button"]:enabled, [data-testid="confirm-btn"]:enabled');
    await expect(async () => {
      if (!(await button.first().isVisible())) await page.reload();
      await expect(button.first()).toBeVisible({ timeout: LOOK_AGAIN_MS });
    }).toPass({ timeout: START_MS });
    const text = await page.locator("body").innerText();
    await button.first().click();
    await expect(button).toHaveCount(0);
    if (!page.isClosed()) await page.close();
    return text;
  }

  async #openPage(name: string): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(`chrome-extension://${this.#id}/${name}`);
    return page;
  }
}
