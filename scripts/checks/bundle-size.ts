// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const DIST = fileURLToPath(new URL("../../frontend/dist", import.meta.url));

/** Script a phone has to fetch, gzipped, in bytes. */
export const BUNDLE_BUDGET = { beforePaint: 120 * 1024, firstLoad: 260 * 1024 };

/** What the page loads on its own, before and after it first shows something, beside what index.html imports. */
const BEFORE_PAINT = ["index.html", "src/i18n/resources.fr.ts"];
const FIRST_LOAD = [...BEFORE_PAINT, "src/app/connected-app.tsx", "src/features/home/home-page.tsx"];

type Chunk = { file: string; imports?: string[] };

/** The size of the built dApp's scripts, by Vite's manifest, in bytes after gzip. */
export function bundleSize(dist = DIST): typeof BUNDLE_BUDGET {
  const manifest = JSON.parse(readFileSync(join(dist, ".vite/manifest.json"), "utf8")) as Record<string, Chunk>;
  const sizeOf = (entries: readonly string[]) => {
    const files = new Set<string>();
    const visit = (name: string) => {
      const chunk = manifest[name];
      if (chunk === undefined) throw new Error(`The dApp's manifest has no ${name}`);
      if (files.has(chunk.file)) return;
      files.add(chunk.file);
      chunk.imports?.forEach(visit);
    };
    entries.forEach(visit);
    const scripts = [...files].filter((file) => file.endsWith(".js"));
    return scripts.reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length, 0);
  };
  return { beforePaint: sizeOf(BEFORE_PAINT), firstLoad: sizeOf(FIRST_LOAD) };
}
