// SPDX-License-Identifier: EUPL-1.2
import { appendFileSync, cpSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import sirv from "sirv";

export type DappCopy = { url: string; publishNewVersion(): void; close(): void };

/** The built dApp served from a copy, of which a newer version can be published while a page is open. */
export async function serveCopy(config: string): Promise<DappCopy> {
  const folder = mkdtempSync(join(tmpdir(), "monnaie-commune-copy-"));
  cpSync(fileURLToPath(new URL("../../dist", import.meta.url)), folder, { recursive: true });
  const files = sirv(folder, { dev: true, single: true });
  const server = createServer((request, response) => {
    if (request.url === "/config.json") response.setHeader("content-type", "application/json").end(config);
    else files(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    publishNewVersion: () => appendFileSync(join(folder, "sw.js"), "\n// newer\n"),
    close() {
      server.close();
      server.closeAllConnections();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
