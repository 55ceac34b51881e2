// SPDX-License-Identifier: EUPL-1.2
import { execFile } from "node:child_process";
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Page } from "@playwright/test";
import type { Stack } from "./test.ts";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

/** The plan that `npm run bonus -- plan` makes of a list for the first programme of the tests' chain; `more` are its options. */
export async function planOnTerminal(
  page: Page,
  { chainId, rpcUrl }: Stack,
  list: Buffer,
  more: readonly string[] = [],
): Promise<Buffer> {
  const { deployment } = (await (await page.request.get("/config.json")).json()) as {
    deployment: { region: string };
  };
  const folder = mkdtempSync(join(tmpdir(), "monnaie-commune-plan-"));
  try {
    mkdirSync(join(folder, String(chainId)));
    writeFileSync(join(folder, String(chainId), `${deployment.region}.json`), JSON.stringify(deployment));
    writeFileSync(join(folder, "list.csv"), list);
    const place = ["--network", "localhost", "--region", deployment.region, "--programme", "1"];
    await promisify(execFile)(
      process.execPath,
      ["--import", "tsx", "scripts/bonus.ts", "plan", join(folder, "list.csv"), ...place, ...more],
      {
        cwd: ROOT,
        env: { ...process.env, RPC_URL: rpcUrl, DEPLOYMENTS_FOLDER: folder, RUNS_FOLDER: join(folder, "runs") },
      },
    );
    const [plan = ""] = globSync("runs/*/*/plan.json", { cwd: folder });
    return readFileSync(join(folder, plan));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
