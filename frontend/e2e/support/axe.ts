// SPDX-License-Identifier: EUPL-1.2
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { repainted } from "./pages.ts";

/** What axe finds on the page as it is, in the light and in the dark. */
export async function findings(page: Page): Promise<string[]> {
  const all: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    all.push(...(await lasting(page)).map((finding) => `${colorScheme} ${finding}`));
  }
  return all;
}

/** What axe finds twice: a busy browser may still be drawing the colours of before when axe first looks. */
async function lasting(page: Page): Promise<string[]> {
  await repainted(page);
  const first = await found(page);
  if (first.length === 0) return [];
  await page.waitForTimeout(1_000);
  return (await found(page)).filter((finding) => first.includes(finding));
}

async function found(page: Page): Promise<string[]> {
  // What was found in several frames is put together in another, blank page: needless, and slow, where there is but one.
  const isAlone = page.frames().length === 1;
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(isAlone).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
  );
}
