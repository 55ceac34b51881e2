// SPDX-License-Identifier: EUPL-1.2
// Before the browser tests: a Chromium, from Debian's packages where that is possible.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { Failure, runVerb } from "../lib/failure.ts";
import { t } from "../lib/messages.ts";
import { line } from "../lib/terminal.ts";

const KNOWN = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The browser the tests drive: CHROMIUM, or one where it usually is. */
export function chromiumPath(): string | undefined {
  return [process.env.CHROMIUM ?? "", ...KNOWN].find((path) => path !== "" && existsSync(path));
}

await runVerb(async () => {
  if (chromiumPath() !== undefined) return Promise.resolve();
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !existsSync("/usr/bin/apt-get")) throw new Failure(3, "test.noChromium");
  line(t("test.installingChromium"));
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  for (const args of [
    ["update", "-q"],
    ["install", "-y", "-q", "--no-install-recommends", "chromium"],
  ]) {
    spawnSync("apt-get", args, { stdio: "inherit", env });
  }
  if (chromiumPath() === undefined) throw new Failure(3, "test.noChromium");
  return Promise.resolve();
});
