// SPDX-License-Identifier: EUPL-1.2
// Runs the contract tests with coverage, shows what they print, and fails below 100 % of lines and statements. Builds the
// contracts as they are deployed again at the end: coverage leaves types with its own counters in the bytecode behind.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { globSync } from "node:fs";
import { Failure, runVerb } from "../lib/failure.ts";
import { t } from "../lib/messages.ts";
import { runChild } from "../lib/run-child.ts";
import { done, errorLine } from "../lib/terminal.ts";
import { gapsIn, readCoverage } from "./coverage-report.ts";

const HARDHAT = "node_modules/hardhat/dist/src/cli.js";

/** Tests of contracts; the others run on contracts as they are deployed. */
export const CONTRACT_TESTS = "test/{token,merchants,issuance,access}/**/*.test.ts";

await runVerb(async () => {
  const args = [HARDHAT, "test", "mocha", ...globSync(CONTRACT_TESTS).toSorted(), "--coverage"];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
    process.stdout.write(text);
  });
  const [code] = (await once(child, "close")) as [number | null];
  const built = await runChild([HARDHAT, "build", "--quiet"]);
  if (code !== 0 || built !== 0) throw new Failure(1, "test.contractsFailed");
  const files = readCoverage(output);
  const gaps = gapsIn(files);
  for (const { file, uncovered } of gaps) errorLine(`${file}: ${uncovered}`);
  if (files.length === 0 || gaps.length > 0) throw new Failure(1, "test.coverage.gaps");
  done(t("test.coverage.full", { count: files.length }));
});
