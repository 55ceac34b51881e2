// SPDX-License-Identifier: EUPL-1.2
// Fails when the built dApp asks a phone for more script than it may. Sizes are gzip kilobytes (1000 bytes), as on the wire.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

type Chunk = { file: string; name?: string; src?: string; imports?: string[]; dynamicImports?: string[] };
type Manifest = Record<string, Chunk>;

/** What is needed to draw the frame; then to see one's balance on the home page: "start" is a group of vite.config.ts. */
const BEFORE_FIRST_PAINT = { roots: ["index.html"], budget: 120 };
const FIRST_LOAD = {
  roots: [...BEFORE_FIRST_PAINT.roots, "src/i18n/first-texts.fr.ts", "start"],
  budget: 260,
};

const dist = new URL("../dist/", import.meta.url);

function filesOf(manifest: Manifest, roots: readonly string[]): Set<string> {
  const files = new Set<string>();
  const seen = new Set<string>();
  const visit = (key: string) => {
    if (seen.has(key)) return;
    seen.add(key);
    const chunk = manifest[key] ?? Object.values(manifest).find(({ name, src }) => name === key && src === undefined);
    if (!chunk) throw new Error(`${key} is not in the build`);
    if (chunk.file.endsWith(".js")) files.add(chunk.file);
    chunk.imports?.forEach(visit);
  };
  roots.forEach(visit);
  return files;
}

function kilobytes(files: Iterable<string>): number {
  let bytes = 0;
  for (const file of files) bytes += gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length;
  return bytes / 1000;
}

/** The two sizes in kilobytes with their budgets. */
export function measureBundle() {
  const manifest = JSON.parse(readFileSync(new URL(".vite/manifest.json", dist), "utf8")) as Manifest;
  const measure = ({ roots, budget }: { roots: string[]; budget: number }) => ({
    kilobytes: kilobytes(filesOf(manifest, roots)),
    budget,
  });
  return { beforeFirstPaint: measure(BEFORE_FIRST_PAINT), firstLoad: measure(FIRST_LOAD) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, { kilobytes: size, budget }] of Object.entries(measureBundle())) {
    const isOver = size > budget;
    console.log(`${name}: ${size.toFixed(1)} kB gzip of ${budget}${isOver ? " (over budget)" : ""}`);
    if (isOver) process.exitCode = 1;
  }
}
