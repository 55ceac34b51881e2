// SPDX-License-Identifier: EUPL-1.2
import { eip681Uri } from "@monnaie-commune/sdk/payments/eip681";
import { requestCode, requestLink, type PaymentRequest } from "@monnaie-commune/sdk/payments/request";
import { formatShortCode, shopCode } from "@monnaie-commune/sdk/payments/short-code";
import type { Page } from "@playwright/test";
import { encodeQR } from "qr";
import { findings } from "./support/axe.ts";
import { signAndPay } from "./support/paying.ts";
import { beDemo, person } from "./support/people.ts";
import { expect, test, type Stack } from "./support/test.ts";

const MODULE_PIXELS = 6;

function requestOf({ chainId, token }: Stack): PaymentRequest {
  const expires = Math.floor(Date.now() / 1000) + 900;
  return { payee: person("bakery").address, cents: 4_20n, label: "Tarte", reference: "T-1", expires, chainId, token };
}

/** A picture of a code, as a camera or a screenshot has it. */
const picture = (text: string) => Buffer.from(encodeQR(text, "gif", { ecc: "medium", scale: MODULE_PIXELS }));

async function choosePhoto(page: Page, buffer: Buffer, mimeType = "image/gif"): Promise<void> {
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choisir une photo" }).click();
  await (await choosing).setFiles({ name: "photo", mimeType, buffer });
}

/** A camera that looks at a picture. */
async function showToCamera(page: Page, gif: Buffer): Promise<void> {
  await page.addInitScript(
    (source) => {
      navigator.mediaDevices.getUserMedia = async () => {
        const image = new Image();
        image.src = source;
        await image.decode();
        const canvas = document.createElement("canvas");
        canvas.width = image.width + 80;
        canvas.height = image.height + 40;
        const context = canvas.getContext("2d")!;
        const draw = () => {
          context.fillStyle = "#999";
          context.fillRect(0, 0, canvas.width, canvas.height);
          context.drawImage(image, 50, 20);
        };
        setInterval(draw, 50);
        draw();
        return canvas.captureStream(20);
      };
    },
    `data:image/gif;base64,${gif.toString("base64")}`,
  );
}

/** No camera at all, or one that is not to be used. */
async function withoutCamera(page: Page, name: string): Promise<void> {
  await page.addInitScript((error) => {
    navigator.mediaDevices.getUserMedia = async () => {
      throw new DOMException("", error);
    };
  }, name);
}

test.describe("scanning", () => {
  test("opens the payment that a camera sees", async ({ page, stack }) => {
    await showToCamera(page, picture(requestLink(stack.site, requestOf(stack))));
    await beDemo(page, "camille");
    await page.goto("/payer");
    await page.getByRole("link", { name: "Scanner un code" }).click();
    await expect(signAndPay(page)).toBeVisible();
    await expect(page.getByRole("dialog").getByText("Tarte")).toBeVisible();
  });

  test("reads a photo of the code that Recevoir shows, and what other wallets show", async ({ page, stack }) => {
    await withoutCamera(page, "NotFoundError");
    await beDemo(page, "bakery");
    await page.goto("/recevoir");
    const shown = await page.getByRole("img", { name: /Code à scanner/ }).screenshot();
    await beDemo(page, "camille");
    await page.goto("/scanner");
    await expect(page.getByText("Nous n’avons pas trouvé d’appareil photo ici.")).toBeVisible();
    await choosePhoto(page, shown, "image/png");
    await expect(page).toHaveURL(/\/payer\?/);
    await expect(page.getByRole("heading", { name: "La Fournée du Mail" })).toBeVisible();

    await page.goto("/scanner");
    await choosePhoto(page, picture(eip681Uri(requestOf(stack))));
    await expect(signAndPay(page)).toBeVisible();
  });

  test("says what else it saw, and what to do", async ({ page, stack }) => {
    await withoutCamera(page, "NotAllowedError");
    await beDemo(page, "camille");
    await page.goto("/scanner");
    await expect(page.getByText("Permettez-le dans les réglages du navigateur")).toBeVisible();
    const alert = page.getByRole("alert");
    const says = async (text: string, sentence: string) => {
      await choosePhoto(page, picture(text));
      await expect(alert.getByText(sentence)).toBeVisible();
    };
    await says("https://evil.example/payer?a=1", "mène à un autre site, evil.example");
    await says(`ethereum:${stack.token}@1/transfer?address=${stack.issuance}`, "faite pour un autre réseau");
    await says("WIFI:S:marché;;", "Il dit");
    expect(await findings(page)).toEqual([]);
    await choosePhoto(page, Buffer.from("no picture"), "image/png");
    await expect(page.getByText("Ce fichier n’est pas une image")).toBeVisible();
  });

  test("takes a code in letters: a shop's, a till's, and neither a mistyped nor an altered one", async ({
    page,
    stack,
  }) => {
    const request = requestOf(stack);
    const code = requestCode(request);
    const answer = { ...request, cents: "420" };
    const field = page.getByRole("textbox", { name: "Code du commerce ou de la demande" });
    const type = async (text: string) => {
      await page.goto("/scanner");
      await field.fill(text);
      await field.press("Enter");
    };
    await withoutCamera(page, "NotFoundError");
    await beDemo(page, "camille");
    const shop = formatShortCode(shopCode(person("bakery").address));
    await type(shop.toLowerCase());
    await expect(page.getByRole("heading", { name: "La Fournée du Mail" })).toBeVisible();

    await type(`${shop.slice(0, -1)}${shop.endsWith("0") ? "1" : "0"}`);
    await expect(page.getByRole("alert").getByText("Il y a une faute de frappe")).toBeVisible();
    await type(shopCode(stack.token));
    await expect(page.getByRole("alert").getByText("Aucun commerce du registre n’a ce code.")).toBeVisible();

    await type(code);
    await expect(page.getByRole("alert").getByText("Aucune demande n’a ce code")).toBeVisible();
    const kept = await page.request.post(`${stack.relayUrl}/v1/requests`, { data: answer });
    expect(await kept.json()).toEqual({ code });
    // A relay that answers with another request than the one the code stands for.
    const json = { ...answer, cents: "42000" };
    const headers = { "access-control-allow-origin": "*" };
    const url = `${stack.relayUrl}/v1/requests/${code}`;
    await page.route(url, (route) => route.fulfill({ json, headers }));
    await type(code);
    await expect(page.getByRole("alert").getByText("Ce lien a été modifié en route")).toBeVisible();
    await page.unroute(url);
    await type(formatShortCode(code));
    await expect(signAndPay(page)).toBeVisible();
    await expect(page.getByRole("dialog").getByText(formatShortCode(code))).toBeVisible();
  });
});
