// SPDX-License-Identifier: EUPL-1.2
// `npm run bench`: measures gas, the wall time of bonus runs, letters and the ledger, the size and the speed of the dApp, and writes
// each into its section of docs/benchmarks.md. Ends with 1 when gas moved further from the snapshot than the tests allow.
import { readFileSync, writeFileSync } from "node:fs";
import { format, resolveConfig } from "prettier";
import { tasks } from "hardhat";
import { measureGas } from "./bench/gas.ts";
import { bundleMeasures } from "./bench/bundle.ts";
import { pageSpeedMeasures } from "./bench/page-speed.ts";
import { measureLedger } from "./bench/ledger.ts";
import { measureLetters } from "./bench/letters.ts";
import {
  gasSection,
  isMet,
  type Measure,
  measuredWith,
  measureSection,
  REPORT,
  type Section,
  withSection,
} from "./bench/report.ts";
import { driftOf, readSnapshot, writeSnapshot } from "./bench/snapshot.ts";
import { measureBonusRuns } from "./bench/wall-time.ts";
import { plainOptions } from "./lib/plain-options.ts";
import { done, errorLine, heading, table, warning } from "./lib/terminal.ts";

const ABOUT_RUNS =
  "A staff file planned, simulated, proposed, approved by a second person, paid and reconciled, over HTTP on the " +
  "development chain on the same machine, which mines each transaction at once. In the demo's file of 3,500 lines one " +
  "person in five opted in; in the others everybody did. Each step is a process of its own, as each is a command: memory " +
  "is that of the process, Node included, without the chain's. 100,000 lines are the most a list may have.";

const ABOUT_LETTERS =
  "Letters to people without a wallet: their one-time keys, the pages with their QR codes, written and synced to the disk.";

const ABOUT_LEDGER =
  "Events of a random life on the development chain, kept as a file that answers as a node does, 10,000 logs at most at a " +
  "time. A first process reads and decodes them, keeps them on the disk, makes the statement of a shop and runs every " +
  "check against what the contracts say of each account, the independent decay among them; a second one starts from what " +
  "is kept. An audit asks the chain itself, over HTTP, once the contracts are compiled. Memory is that of the process, Node " +
  "included.";

const ABOUT_SPEED =
  "From the request to the drawing of the largest thing on the home page (LCP), in Chromium 360 pixels wide, without a " +
  "wallet, with nothing in its cache; the built dApp sent compressed by this machine. The middle one of several loads.";

const ABOUT_BUNDLE = "Script that a phone loads, gzip, in kilobytes of 1,000 bytes.";

/** The measured parts beside gas, in the order of the report. */
const PARTS = {
  runs: { title: "Bonus runs", about: ABOUT_RUNS, measure: measureBonusRuns },
  letters: { title: "Letters", about: ABOUT_LETTERS, measure: measureLetters },
  ledger: { title: "Ledger", about: ABOUT_LEDGER, measure: measureLedger },
  size: { title: "Size of the dApp", about: ABOUT_BUNDLE, measure: bundleMeasures },
  speed: { title: "Speed of the dApp", about: ABOUT_SPEED, measure: pageSpeedMeasures },
} satisfies Record<string, { title: string; about: string; measure: () => Promise<Measure[]> }>;

const GAS = "gas";
const NAMES = [GAS, ...Object.keys(PARTS)];

const values = plainOptions("npm run bench --", {
  "update-snapshot": { type: "boolean", help: "accept the gas figures as they are now" },
  only: { type: "string", default: NAMES.join(","), value: "<parts>", help: "parts to measure; the others stay" },
});
const asked = values.only.split(",");
for (const name of asked) {
  if (NAMES.includes(name)) continue;
  errorLine(`--only takes ${NAMES.join(", ")}, not “${name}”`);
  process.exit(1);
}

await tasks.getTask("build").run({ quiet: true });
if (asked.includes(GAS)) await measureGasPart();
for (const [name, { title, about, measure }] of Object.entries(PARTS)) {
  if (!asked.includes(name)) continue;
  heading(title);
  const measures = await measure();
  printMeasures(measures);
  await write(measureSection(title, `${about} ${measuredWith()}`, measures));
}
done("docs/benchmarks.md is written");

async function measureGasPart(): Promise<void> {
  heading("Gas");
  const figures = await measureGas();
  table(
    figures.map((figure) => [
      figure.title,
      figure.gas.toLocaleString("en"),
      figure.target?.toLocaleString("en") ?? "",
      isMet(figure) ? "" : "missed",
    ]),
  );
  if (values["update-snapshot"] === true) {
    writeSnapshot(figures);
    done("test/gas/snapshot.json holds these figures now");
  }
  for (const sentence of driftOf(figures, readSnapshot())) {
    warning(sentence);
    process.exitCode = 1;
  }
  await write(gasSection(figures));
}

async function write(section: Section): Promise<void> {
  const text = withSection(readFileSync(REPORT, "utf8"), section);
  writeFileSync(REPORT, await format(text, { ...(await resolveConfig(REPORT)), parser: "markdown" }));
}

function printMeasures(measures: readonly Measure[]): void {
  table(
    measures.map(({ title, value, target, isMet: met }) => [title, value, target ?? "", met === false ? "missed" : ""]),
  );
}
