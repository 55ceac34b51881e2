// SPDX-License-Identifier: EUPL-1.2
// Before the browser tests: a Chromium, from Debian's packages where that is possible.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromiumPath } from "../lib/chromium.ts";
import { Failure, runVerb } from "../lib/failure.ts";
import { t } from "../lib/messages.ts";
import { line } from "../lib/terminal.ts";

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
