// SPDX-License-Identifier: EUPL-1.2
// The browser tests: real Chromium, the built dApp, and a real (development) chain with a past. See e2e/stack.ts.
import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { defineConfig } from "@playwright/test";

const CHROMIUMS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** A port nobody uses; the workers, which read this file again, inherit it by the environment. */
async function freePort(): Promise<string> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === "string") throw new Error("No free port");
  return String(address.port);
}

// Who develops keeps one stack running, and names its port.
const isOwnStack = process.env.E2E_PORT === undefined;
process.env.E2E_PORT ??= await freePort();
const baseURL = `http://127.0.0.1:${process.env.E2E_PORT}`;
// The real MetaMask: an unpacked extension, which nobody has by chance.
const metamask = process.env.METAMASK_DIR;
if (metamask === undefined && process.env.TEST_WORKER_INDEX === undefined) {
  process.stdout.write("MetaMask itself: not run, as METAMASK_DIR names no unpacked extension\n");
}
const executablePath = process.env.CHROMIUM ?? CHROMIUMS.find((path) => existsSync(path));

export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  projects: [
    { name: "dapp", testIgnore: "**/metamask/**" },
    ...(metamask === undefined ? [] : [{ name: "metamask", testMatch: "**/metamask/*.spec.ts" }]),
  ],
  workers: 1,
  // Other tests run beside these, on two cores: what takes two seconds alone may take fifteen then.
  timeout: 60_000,
  expect: { timeout: 20_000 },
  forbidOnly: process.env.CI !== undefined,
  reporter: "line",
  use: {
    baseURL,
    locale: "fr-FR",
    timezoneId: "Europe/Paris",
    // It would fetch the whole dApp for every test; those of it allow it.
    serviceWorkers: "block",
    contextOptions: { reducedMotion: "reduce" },
    // A trace of every test makes them half as long again: only for those who ask with TRACE=1.
    trace: process.env.TRACE === undefined ? "off" : "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: {
      ...(executablePath !== undefined && { executablePath }),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  webServer: {
    name: "stack",
    command: `${JSON.stringify(process.execPath)} --import tsx frontend/e2e/stack.ts`,
    cwd: fileURLToPath(new URL("..", import.meta.url)),
    url: baseURL,
    reuseExistingServer: !isOwnStack,
    timeout: 120_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 5_000 },
  },
});
