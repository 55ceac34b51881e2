// SPDX-License-Identifier: EUPL-1.2
// Runs the contract tests with coverage, shows what they print, and fails below 100 % of lines and statements. Puts the
// contracts as they are deployed back at the end: coverage leaves some with its own counters in the bytecode behind.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, globSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Failure, runVerb } from "../lib/failure.ts";
import { t } from "../lib/messages.ts";
import { done, errorLine } from "../lib/terminal.ts";
import { gapsIn, readCoverage } from "./coverage-report.ts";

const HARDHAT = "node_modules/hardhat/dist/src/cli.js";

/** What a build writes. */
const BUILT = ["artifacts", "cache", "types"];

/** Tests of contracts; the others run on contracts as they are deployed. */
const CONTRACT_TESTS = "test/{token,merchants,issuance,access}/**/*.test.ts";

/** Covers nothing the other tests of the token do not, and takes three times as long with counters. */
const LONG_TESTS = "test/token/differential.test.ts";

await runVerb(async () => {
  const aside = setBuildAside();
  const tests = globSync(CONTRACT_TESTS, { exclude: [LONG_TESTS] }).toSorted();
  const args = [HARDHAT, "test", "mocha", ...tests, "--coverage"];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
    process.stdout.write(text);
  });
  const [code] = (await once(child, "close")) as [number | null];
  putBuildBack(aside);
  if (code !== 0) throw new Failure(1, "test.contractsFailed");
  const files = readCoverage(output);
  const gaps = gapsIn(files);
  for (const { file, uncovered } of gaps) errorLine(`${file}: ${uncovered}`);
  if (files.length === 0 || gaps.length > 0) throw new Failure(1, "test.coverage.gaps");
  done(t("test.coverage.full", { count: files.length }));
});

/** Copies the build; building again would take a minute. */
function setBuildAside(): string {
  mkdirSync("build", { recursive: true });
  const aside = mkdtempSync("build/aside-");
  for (const folder of BUILT) if (existsSync(folder)) cpSync(folder, join(aside, folder), { recursive: true });
  return aside;
}

function putBuildBack(aside: string): void {
  for (const folder of BUILT) {
    rmSync(folder, { recursive: true, force: true });
    if (existsSync(join(aside, folder))) renameSync(join(aside, folder), folder);
  }
  rmSync(aside, { recursive: true });
}
