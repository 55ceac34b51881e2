// SPDX-License-Identifier: EUPL-1.2
// `npm run bench`: measures gas, the wall time of bonus runs and letters and the size of the dApp, and writes
// docs/benchmarks.md.
// Leaves the section of `npm run bench:relay` as it is. Ends with 1 when gas moved further from the snapshot than the tests allow.
import { readFileSync, writeFileSync } from "node:fs";
import { format, resolveConfig } from "prettier";
import { tasks } from "hardhat";
import { measureGas } from "./bench/gas.ts";
import { bundleMeasures } from "./bench/bundle.ts";
import { pageSpeedMeasures } from "./bench/page-speed.ts";
import { measureLetters } from "./bench/letters.ts";
import { RELAY_TITLE } from "./bench/relay/verdict.ts";
import {
  gasSection,
  isMet,
  type Measure,
  measureSection,
  REPORT,
  report,
  sectionOf,
  withSection,
} from "./bench/report.ts";
import { driftOf, readSnapshot, writeSnapshot } from "./bench/snapshot.ts";
import { measureBonusRuns } from "./bench/wall-time.ts";
import { plainOptions } from "./lib/plain-options.ts";
import { done, heading, table, warning } from "./lib/terminal.ts";

const ABOUT_RUNS =
  "A staff file planned, simulated, proposed, approved by a second person, paid and reconciled, over HTTP on the " +
  "development chain on the same machine, which mines each transaction at once. In the demo's file of 3,500 lines one " +
  "person in five opted in; in the others everybody did. Each step is a process of its own, as each is a command: memory " +
  "is that of the process, Node included, without the chain's. 100,000 lines are the most a list may have.";

const ABOUT_LETTERS =
  "Letters to people without a wallet: their one-time keys, the pages with their QR codes, written and synced to the disk.";

const ABOUT_SPEED =
  "From the request to the drawing of the largest thing on the home page (LCP), in Chromium 360 pixels wide, without a " +
  "wallet, with nothing in its cache; the built dApp sent compressed by this machine. The middle one of several loads.";

const ABOUT_BUNDLE = "Script that a phone loads, gzip, in kilobytes of 1,000 bytes.";

const values = plainOptions("npm run bench --", {
  "update-snapshot": { type: "boolean", help: "accept the gas figures as they are now" },
  "gas-only": { type: "boolean", help: "measure gas alone, and write no other section" },
});

await tasks.getTask("build").run({ quiet: true });

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

const before = readFileSync(REPORT, "utf8");
if (values["gas-only"] === true) {
  await write(withSection(before, gasSection(figures)));
} else {
  heading("Bonus runs");
  const runs = await measureBonusRuns();
  printMeasures(runs);
  heading("Letters");
  const letters = await measureLetters();
  printMeasures(letters);
  heading("Bundle");
  const bundle = await bundleMeasures();
  printMeasures(bundle);
  heading("Page speed");
  const speed = await pageSpeedMeasures();
  printMeasures(speed);
  const sections = [
    gasSection(figures),
    measureSection("Bonus runs", ABOUT_RUNS, runs),
    measureSection("Letters", ABOUT_LETTERS, letters),
    measureSection("Size of the dApp", ABOUT_BUNDLE, bundle),
    measureSection("Speed of the dApp", ABOUT_SPEED, speed),
  ];
  const relay = sectionOf(before, RELAY_TITLE);
  await write(report(sections, new Date()) + (relay === undefined ? "" : `\n${relay}`));
}

async function write(text: string): Promise<void> {
  writeFileSync(REPORT, await format(text, { ...(await resolveConfig(REPORT)), parser: "markdown" }));
  done("docs/benchmarks.md is written");
}

function printMeasures(measures: readonly Measure[]): void {
  table(
    measures.map(({ title, value, target, isMet: met }) => [title, value, target ?? "", met === false ? "missed" : ""]),
  );
}
