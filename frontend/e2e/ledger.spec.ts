// SPDX-License-Identifier: EUPL-1.2
import type { Page, Request } from "@playwright/test";
import { expect, test } from "./support/test.ts";

/** Blocks the chain may still replace, as sdk/ledger/cache.ts has it: they are read every time. */
const UNSETTLED_BLOCKS = 64;

type Call = { method: string; params: { fromBlock?: string; toBlock?: string; topics?: unknown[] }[] };

/** The ranges of blocks of which every event is asked for, while something is done: only the journal asks so. */
async function rangesAsked(page: Page, work: () => Promise<void>): Promise<[from: number, to: number][]> {
  const ranges: [number, number][] = [];
  const note = (request: Request) => {
    if (request.method() !== "POST" || !request.postData()?.includes("eth_getLogs")) return;
    for (const { method, params } of [request.postDataJSON() as Call | Call[]].flat()) {
      const asked = method === "eth_getLogs" ? params[0] : undefined;
      if (asked?.topics?.length === 0) ranges.push([Number(asked.fromBlock), Number(asked.toBlock)]);
    }
  };
  page.on("request", note);
  await work();
  page.off("request", note);
  return ranges;
}

test.describe("the journal", () => {
  const open = (page: Page) => async () => {
    await page.goto("/structures");
    await expect(page.getByRole("table", { name: "Conventions et usage" })).toBeVisible();
  };

  test("is read whole once, and then only where it is new, until one asks to be forgotten", async ({ page }) => {
    const [first] = await rangesAsked(page, open(page));
    const [from = 0, latest = 0] = first ?? [];
    expect(latest - from).toBeGreaterThan(3 * UNSETTLED_BLOCKS);

    const again = await rangesAsked(page, open(page));
    expect(again.length).toBeGreaterThan(0);
    expect(Math.min(...again.map(([start]) => start))).toBeGreaterThan(latest - UNSETTLED_BLOCKS);

    await page.evaluate(async () => {
      for (const { name } of await indexedDB.databases()) if (name) indexedDB.deleteDatabase(name);
    });
    const [whole] = await rangesAsked(page, open(page));
    expect(whole?.[0]).toBe(from);
  });
});
