// SPDX-License-Identifier: EUPL-1.2
import type { Locator } from "@playwright/test";
import { decodeQR } from "qr/decode.js";

const CHANNELS = 4;

/** What a camera reads from a code as it is on the screen: its pixels, nothing else. */
export async function readQr(code: Locator): Promise<string> {
  const png = (await code.screenshot()).toString("base64");
  const page = await code.page().context().newPage();
  const { width, height, reds } = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
    if (!context) throw new Error("No canvas");
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    // Black on white: one channel says it all.
    return { width: image.width, height: image.height, reds: Array.from(data.filter((_, i) => i % 4 === 0)) };
  }, png);
  await page.close();
  const data = Uint8ClampedArray.from(
    { length: reds.length * CHANNELS },
    (_, i) => reds[Math.floor(i / CHANNELS)] ?? 0,
  );
  return decodeQR({ width, height, data });
}
