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
import { type Step, type StepTimes, STEPS } from "./steps.ts";
import type { Measure } from "./report.ts";

const REGION = "centre-val-de-loire";
const BUDGET = 900_000_00n; // cents
const FIRST_PORT = 18_545;

/** Lines of the staff files, and the most seconds from the file to the reconciled report. In the first, the demo's, one
 * person in five opted in; in the others everybody did. */
const RUNS = [
  { lines: STAFF_LINES, target: 60, steps: STEPS },
  { lines: STAFF_LINES + 1, target: 60, steps: STEPS },
  { lines: 10_000, target: 180, steps: STEPS },
  { lines: 100_000, target: undefined, steps: ["plan"] },
] as const satisfies readonly Run[];

type Run = { lines: number; target: number | undefined; steps: readonly Step[] };

/** Megabytes that no step may take. */
const MOST_MEGABYTES = 512;

/** What each step of a run took. */
type Times = { step: Step; times: StepTimes }[];

/** Whole bonus runs on the local chain, over HTTP, and the planning of the longest list there may be. */
export async function measureBonusRuns(): Promise<Measure[]> {
  const measures: Measure[] = [];
  for (const run of RUNS) measures.push(...measuresOf(run, await bonusRun(run)));
  return measures;
}

function measuresOf({ lines, target, steps }: Run, all: Times): Measure[] {
  const count = lines.toLocaleString("en");
  const payments = (all[0]?.times.payments ?? 0).toLocaleString("en");
  const title = steps.length === 1 ? `planning ${count} lines` : `${count} lines, ${payments} payments`;
  const total = all.reduce((sum, { times }) => sum + times.seconds, 0);
  const most = Math.max(...all.map(({ times }) => times.megabytes));
  const eachStep = (value: (times: StepTimes) => string) =>
    all.map(({ step, times }) => `${step} ${value(times)}`).join(", ");
  const isWhole = steps.length > 1;
  return [
    {
      title: isWhole ? `${title}, from the file to the report` : title,
      value: `${total.toFixed(1)} s`,
      ...(target === undefined ? {} : { target: `${target} s`, isMet: total <= target }),
      ...(isWhole
        ? { note: `${eachStep((times) => `${times.seconds.toFixed(1)} s`)}; ${all[0]?.times.chunks} chunks` }
        : {}),
    },
    {
      title: `${title}, memory of a step at most`,
      value: `${Math.round(most)} MB`,
      target: `${MOST_MEGABYTES} MB`,
      isMet: most <= MOST_MEGABYTES,
      ...(isWhole ? { note: eachStep((times) => `${Math.round(times.megabytes)} MB`) } : {}),
    },
  ];
}

async function bonusRun({ lines, steps }: Run): Promise<Times> {
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
    const all: Times = [];
    let words = [REGION, String(programme), staff];
    for (const step of steps) {
      const { stdout } = await promisify(execFile)(
        process.execPath,
        ["--import", "tsx", "scripts/bench/bonus-step.ts", step, ...words],
        { env: { ...process.env, ...folders, RPC_URL: local.url } },
      );
      const times = JSON.parse(stdout) as StepTimes;
      all.push({ step, times });
      words = [times.plan];
    }
    return all;
  } finally {
    for (const name of Object.keys(folders)) delete process.env[name];
    await local.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
