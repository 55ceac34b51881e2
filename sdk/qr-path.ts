// SPDX-License-Identifier: EUPL-1.2
import { encodeQR } from "qr";

/** Modules of white around the code that scanners need. */
export const QUIET_ZONE = 4;

/**
 * A QR code as one SVG path on a grid of `size` modules, quiet zone included. Paper gets dirty: a quarter of the code may be
 * lost (error level Q). On a screen an eighth is enough (M), and the modules are larger.
 */
export function qrPath(text: string, medium: "paper" | "screen" = "paper"): { path: string; size: number } {
  const ecc = medium === "paper" ? "quartile" : "medium";
  const rows = encodeQR(text, "raw", { ecc, border: QUIET_ZONE });
  const runs: string[] = [];
  rows.forEach((row, y) => {
    for (let x = 0; x < row.length; x++) {
      if (!row[x]) continue;
      const start = x;
      while (row[x + 1]) x++;
      runs.push(`M${start} ${y}h${x - start + 1}v1h${start - x - 1}z`);
    }
  });
  return { path: runs.join(""), size: rows.length };
}
