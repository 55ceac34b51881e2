// SPDX-License-Identifier: EUPL-1.2
import { settled } from "./support/pages.ts";
import { beDemo } from "./support/people.ts";
import { expect, test } from "./support/test.ts";

declare global {
  interface Window {
    hasRun?: boolean;
  }
}

test.describe("the page runs nothing but its own files", () => {
  test("an injected script does not run, in whatever way it comes", async ({ page, faults }) => {
    await beDemo(page, "camille");
    await page.goto("/");
    await settled(page, "Accueil");
    expect(faults).toEqual([]);

    const refused = await page.evaluate(async () => {
      const ways: Record<string, () => void> = {
        inlineScript: () => {
          const script = document.createElement("script");
          script.append("window.hasRun = true");
          document.head.append(script);
        },
        handler: () => document.body.setAttribute("onclick", "window.hasRun = true"),
        markup: () => document.body.insertAdjacentHTML("beforeend", '<img src="x" onerror="window.hasRun = true">'),
        scriptOfStrangers: () => {
          const script = document.createElement("script");
          script.src = "https://strangers.example/script.js";
          document.head.append(script);
        },
        scriptInAddress: () => {
          const script = document.createElement("script");
          script.src = "data:text/javascript,window.hasRun=true";
          document.head.append(script);
        },
        evaluation: () => (Reflect.construct(Function, ["window.hasRun = true"]) as () => void)(),
      };
      const thrown: string[] = [];
      // What a test asks of a page directly is allowed to evaluate text; what the page does by itself is not.
      await new Promise((resolve) => setTimeout(resolve, 0));
      for (const [name, way] of Object.entries(ways)) {
        try {
          way();
        } catch {
          thrown.push(name);
        }
      }
      document.body.click();
      await new Promise((resolve) => setTimeout(resolve, 100));
      return thrown;
    });
    expect(await page.evaluate(() => window.hasRun)).toBeUndefined();
    expect(refused).toEqual(expect.arrayContaining(["markup", "scriptOfStrangers", "scriptInAddress", "evaluation"]));
    // Each refusal is told by the browser; none of them is a fault of the page.
    expect(faults.filter((fault) => fault.startsWith("asks"))).toEqual([]);
    expect(faults).not.toEqual([]);
    faults.length = 0;
  });

  test("nothing can be sent to strangers, nor fetched from them", async ({ page, faults }) => {
    await page.goto("/");
    await settled(page, "Accueil");
    const outcome = await page.evaluate(async () => {
      const image = new Image();
      const drawn = new Promise((resolve) => {
        image.addEventListener("error", () => resolve("refused"));
        image.addEventListener("load", () => resolve("drawn"));
      });
      image.src = "https://strangers.example/pixel.png";
      const fetched = await fetch("https://strangers.example/").then(
        () => "fetched",
        () => "refused",
      );
      return [await drawn, fetched];
    });
    expect(outcome).toEqual(["refused", "refused"]);
    expect(faults.filter((fault) => fault.startsWith("asks"))).toEqual([]);
    expect(faults).not.toEqual([]);
    faults.length = 0;
  });

  test("the typeface comes with the dApp", async ({ page, baseURL }) => {
    const fonts: string[] = [];
    page.on("response", (response) => {
      if (response.request().resourceType() === "font" && response.ok()) fonts.push(new URL(response.url()).origin);
    });
    await page.goto("/");
    await settled(page, "Accueil");
    await page.evaluate(() => document.fonts.ready);
    expect(fonts.length).toBeGreaterThan(0);
    expect(new Set(fonts)).toEqual(new Set([baseURL]));
    expect(await page.evaluate(() => document.fonts.check('16px "Atkinson Hyperlegible Next Variable"'))).toBe(true);
  });
});
