// SPDX-License-Identifier: EUPL-1.2
// Tells the service worker (src/offline/service-worker.ts) which files the built dApp is made of, and gives each build a
// version: the worker's own text changes with it, which is how browsers notice.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import type { Plugin } from "vite";

export const SERVICE_WORKER = "sw.js";

function builtFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => relative(folder, path).split(sep).join("/"))
    .filter((path) => path !== SERVICE_WORKER && !path.startsWith(".vite/") && !path.endsWith(".map"))
    .toSorted();
}

export function offline(): Plugin {
  let folder = "";
  return {
    name: "monnaie-commune:offline",
    apply: "build",
    configResolved({ root, build }) {
      folder = resolve(root, build.outDir);
    },
    closeBundle() {
      const files = builtFiles(folder);
      const hash = createHash("sha256");
      for (const file of files) hash.update(file).update(readFileSync(join(folder, file)));
      const paths = files.map((file) => (file === "index.html" ? "/" : `/${file}`));
      const path = join(folder, SERVICE_WORKER);
      const script = readFileSync(path, "utf8")
        .replace(/(["'`])__FILES__\1/, () => JSON.stringify(JSON.stringify(paths)))
        .replace("__VERSION__", hash.digest("hex").slice(0, 16));
      writeFileSync(path, script);
    },
  };
}
