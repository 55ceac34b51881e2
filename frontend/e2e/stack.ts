// SPDX-License-Identifier: EUPL-1.2
// One process for the browser tests: a chain with a past, a small region on it, a relay and the built dApp. E2E_PORT is the
// dApp's port; stops on SIGTERM.
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { preview } from "vite";
import { startStack } from "./stack/start.ts";
import { buildWhenStale } from "./stack/build.ts";

const frontend = fileURLToPath(new URL("..", import.meta.url));
const port = Number(process.env.E2E_PORT ?? 4173);
const folder = mkdtempSync(join(tmpdir(), "monnaie-commune-e2e-"));

// Vite, too, ends the process when it is told to stop.
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

const stack = await startStack(folder, `http://127.0.0.1:${port}`);
await buildWhenStale(frontend);
const server = await preview({ root: frontend, preview: { port, host: "127.0.0.1", strictPort: true } });
console.log(`Ready at http://127.0.0.1:${port}`);
await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
await server.close();
await stack.close();
