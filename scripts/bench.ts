// SPDX-License-Identifier: EUPL-1.2
// `npm run bench`: measures gas, the wall time of bonus runs and the size of the dApp, and writes docs/benchmarks.md.
//   --update-snapshot   accept the gas figures as they are now
//   --gas-only          measure gas alone, and write nothing but the snapshot when asked to
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { format, resolveConfig } from "prettier";
import { tasks } from "hardhat";
import { measureGas } from "./bench/gas.ts";
import { gasSection, isMet, report, type Section } from "./bench/report.ts";
import { driftOf, readSnapshot, writeSnapshot } from "./bench/snapshot.ts";
import { done, heading, table, warning } from "./lib/terminal.ts";

const REPORT = new URL("../docs/benchmarks.md", import.meta.url);

const { values } = parseArgs({
  options: { "update-snapshot": { type: "boolean" }, "gas-only": { type: "boolean" } },
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

if (values["gas-only"] !== true) {
  const sections: Section[] = [gasSection(figures)];
  const options = await resolveConfig(REPORT);
  writeFileSync(REPORT, await format(report(sections, new Date()), { ...options, parser: "markdown" }));
  done("docs/benchmarks.md is written");
}
