// SPDX-License-Identifier: EUPL-1.2
// Runs the contract tests with coverage, shows what they print, and fails below 100 % of lines and statements. Works on
// a copy of the sources: coverage puts counters into the bytecode, and other steps use the contracts as they are deployed.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, globSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { Failure, runVerb } from "../lib/failure.ts";
import { t } from "../lib/messages.ts";
import { done, errorLine } from "../lib/terminal.ts";
import { gapsIn, readCoverage } from "./coverage-report.ts";

const HARDHAT = resolve("node_modules/hardhat/dist/src/cli.js");

/** Where the copy is: below the repository, so that packages are found. */
const COPY = "build/coverage";

/** What the contract tests need. */
const SOURCES = ["contracts", "scripts", "sdk", "test", "hardhat.config.ts", "package.json", "tsconfig.json"];

/** Tests of contracts; the others run on contracts as they are deployed. */
const CONTRACT_TESTS = "test/{token,merchants,issuance,access}/**/*.test.ts";

/** Covers nothing the other tests of the token do not, and takes three times as long with counters. */
const LONG_TESTS = "test/token/differential.test.ts";

await runVerb(async () => {
  const tests = globSync(CONTRACT_TESTS, { exclude: [LONG_TESTS] }).toSorted();
  const args = [HARDHAT, "test", "mocha", ...tests, "--coverage"];
  copySources();
  const child = spawn(process.execPath, args, { cwd: COPY, stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
    process.stdout.write(text);
  });
  const [code] = (await once(child, "close")) as [number | null];
  if (code !== 0) throw new Failure(1, "test.contractsFailed");
  const files = readCoverage(output);
  const gaps = gapsIn(files);
  for (const { file, uncovered } of gaps) errorLine(`${file}: ${uncovered}`);
  if (files.length === 0 || gaps.length > 0) throw new Failure(1, "test.coverage.gaps");
  done(t("test.coverage.full", { count: files.length }));
});

/** Leaves what an earlier build wrote there, which is used again for what has not changed. */
function copySources(): void {
  for (const source of SOURCES) {
    rmSync(join(COPY, source), { recursive: true, force: true });
    cpSync(source, join(COPY, source), { recursive: true, filter: (path) => !path.includes("node_modules") });
  }
}
