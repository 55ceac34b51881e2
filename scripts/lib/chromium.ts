// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from "node:fs";

const KNOWN = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The browser that tests drive and that makes PDF files: CHROMIUM, or one where it usually is. */
export function chromiumPath(): string | undefined {
  return [process.env.CHROMIUM ?? "", ...KNOWN].find((path) => path !== "" && existsSync(path));
}
