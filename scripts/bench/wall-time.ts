// SPDX-License-Identifier: EUPL-1.2
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { dayOf } from "@monnaie-commune/sdk/days";
import { id } from "ethers";
import { attestEuros, openProgramme } from "../bonus/fund.ts";
import { demoStaffCsv, latestBonusYear, STAFF_LINES } from "../demo/staff.ts";
import { deploySystem } from "../lib/deploy-system.ts";
import { deploymentPath, fileStore } from "../lib/deployment-file.ts";
import { startLocalChain } from "../lib/local-chain.ts";
import { loadRegion } from "../lib/region-file.ts";
import { signerFor } from "../lib/signers.ts";
import type { BonusTimes } from "./bonus-run.ts";
import type { Measure } from "./report.ts";

const REGION = "centre-val-de-loire";
const BUDGET = 900_000_00n; // cents
const FIRST_PORT = 18_545;

/** Lines of the staff files, and the most seconds from the file to the reconciled report. In the first, the demo's, one
 * person in five opted in; in the others everybody did. */
const RUNS = [
  { lines: STAFF_LINES, target: 60 },
  { lines: STAFF_LINES + 1, target: 60 },
  { lines: 10_000, target: 180 },
] as const;

/** Whole bonus runs on the local chain, over HTTP. */
export async function measureBonusRuns(): Promise<Measure[]> {
  const measures: Measure[] = [];
  for (const { lines, target } of RUNS) measures.push(...measuresOf(lines, target, await bonusRun(lines)));
  return measures;
}

function measuresOf(lines: number, target: number, times: BonusTimes): Measure[] {
  const title = `${lines.toLocaleString("en")} lines, ${times.payments.toLocaleString("en")} payments`;
  const total = Object.values(times.seconds).reduce((sum, seconds) => sum + seconds, 0);
  const steps = Object.entries(times.seconds).map(([name, seconds]) => `${name} ${seconds.toFixed(1)} s`);
  return [
    {
      title: `${title}, from the file to the report`,
      value: `${total.toFixed(1)} s`,
      target: `${target} s`,
      isMet: total <= target,
      note: `${steps.join(", ")}; ${times.chunks} chunks`,
    },
    { title: `${title}, memory of the script at most`, value: `${Math.round(times.megabytes)} MB` },
  ];
}

async function bonusRun(lines: number): Promise<BonusTimes> {
  const folder = mkdtempSync(join(tmpdir(), "monnaie-commune-bench-"));
  const local = await startLocalChain(FIRST_PORT);
  const folders = { DEPLOYMENTS_FOLDER: join(folder, "deployments"), RUNS_FOLDER: join(folder, "runs") };
  Object.assign(process.env, folders);
  try {
    const { chain } = local;
    const region = loadRegion(REGION);
    await deploySystem(
      chain,
      region,
      await signerFor(chain, "deployer"),
      fileStore(deploymentPath(chain.chainId, REGION)),
    );
    const opensAt = (await chain.provider.getBlock("latest"))?.timestamp ?? 0;
    const { programmeId } = await openProgramme({
      chain,
      region: REGION,
      council: await signerFor(chain, "council"),
      purpose: "bonus",
      budget: BUDGET,
      opensAt,
      closesAt: opensAt + 90 * 86_400,
      decisionHash: id("decision"),
    });
    const programme = Number(programmeId);
    const treasurer = await signerFor(chain, "treasurer");
    await attestEuros({ chain, region: REGION, treasurer, programme, amount: BUDGET, orderHash: id("order") });

    const staff = join(folder, "staff.csv");
    writeFileSync(staff, demoStaffCsv({ year: latestBonusYear(dayOf(Date.now() / 1000)), lines }));
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ["--import", "tsx", "scripts/bench/bonus-run.ts", REGION, String(programme), staff],
      { env: { ...process.env, ...folders, RPC_URL: local.url } },
    );
    return JSON.parse(stdout) as BonusTimes;
  } finally {
    for (const name of Object.keys(folders)) delete process.env[name];
    await local.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
