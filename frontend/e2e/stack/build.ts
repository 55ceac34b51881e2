// SPDX-License-Identifier: EUPL-1.2
import { existsSync, globSync, statSync } from "node:fs";
import { join } from "node:path";
import { build } from "vite";

const SOURCES = ["src/**/*", "public/**/*", "plugins/*", "index.html", "vite.config.ts", "../sdk/**/*.{ts,json}"];

function newest(root: string): number {
  return Math.max(...globSync(SOURCES, { cwd: root }).map((file) => statSync(join(root, file)).mtimeMs));
}

/** Builds the dApp, unless what was built last is newer than every source. */
export async function buildWhenStale(root: string): Promise<void> {
  const manifest = join(root, "dist/.vite/manifest.json");
  if (existsSync(manifest) && statSync(manifest).mtimeMs > newest(root)) return;
  await build({ root, logLevel: "warn" });
}
