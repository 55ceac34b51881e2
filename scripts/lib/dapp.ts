// SPDX-License-Identifier: EUPL-1.2
import { existsSync, globSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { preview } from "vite";
import { Failure } from "./failure.ts";
import { firstFreePort, HOST } from "./local-chain.ts";
import { runChild } from "./run-child.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const FRONTEND = join(ROOT, "frontend");
const BUILT = join(FRONTEND, "dist/index.html");
const SOURCES = [
  "frontend/src/**/*",
  "frontend/public/**/*",
  "frontend/plugins/*",
  "frontend/index.html",
  "frontend/package.json",
  "frontend/vite.config.ts",
  "sdk/**/*.{ts,json}",
];

/** Whether the dApp was never built, or changed since. */
export function isDappStale(): boolean {
  if (!existsSync(BUILT)) return true;
  const builtAt = statSync(BUILT).mtimeMs;
  return globSync(SOURCES, { cwd: ROOT }).some((file) => statSync(join(ROOT, file)).mtimeMs > builtAt);
}

/** Builds the dApp in a process of its own, so that both cores are used. */
export async function buildDapp(signal?: AbortSignal): Promise<void> {
  const vite = join(ROOT, "node_modules/vite/bin/vite.js");
  const code = await runChild([vite, "build", "--logLevel", "error"], { cwd: FRONTEND, signal });
  if (code !== 0 && signal?.aborted !== true) throw new Failure(3, "start.notBuilt");
}

/** The built dApp on the first free port from `firstPort` on. What it says of the chain comes from the environment. */
export async function serveDapp(firstPort: number): Promise<{ url: string; close(): Promise<void> }> {
  const port = await firstFreePort(firstPort);
  const server = await preview({ root: FRONTEND, logLevel: "error", preview: { host: HOST, port, strictPort: true } });
  return { url: `http://${HOST}:${port}`, close: async () => await server.close() };
}
