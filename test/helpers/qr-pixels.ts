// SPDX-License-Identifier: EUPL-1.2
import { decodeQR } from "qr/decode.js";

const PIXELS_PER_MODULE = 4;

/** What a camera reads from a QR code drawn as runs of modules (`M2 3h4v1h-4z`) on a grid of so many, in pixels. */
export function readQr(path: string, size: number): string {
  const width = size * PIXELS_PER_MODULE;
  const data = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x = "", y = "", run = ""] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/gu)) {
    for (let row = 0; row < PIXELS_PER_MODULE; row++) {
      for (let column = 0; column < Number(run) * PIXELS_PER_MODULE; column++) {
        const at = ((Number(y) * PIXELS_PER_MODULE + row) * width + Number(x) * PIXELS_PER_MODULE + column) * 4;
        data.fill(0, at, at + 3);
      }
    }
  }
  return decodeQR({ width, height: width, data });
}
