// SPDX-License-Identifier: EUPL-1.2
// `npm test`: everything that must hold, in sequence. Stops at the first step that fails, with its exit code.
import { globSync } from "node:fs";
import { Failure, runVerb } from "./lib/failure.ts";
import { formatCount, t } from "./lib/messages.ts";
import { runChild } from "./lib/run-child.ts";
import { done, errorLine, heading, table } from "./lib/terminal.ts";
import { createVerb } from "./lib/verb.ts";

type Step = { name: string; args: readonly string[]; cwd?: string };

const HARDHAT = "node_modules/hardhat/dist/src/cli.js";
const SCRIPT = ["--import", "tsx"];
const MODULES = "node_modules";

/** Tests that run on contracts as they are deployed; those of the contracts themselves run under coverage. */
const OTHER_TESTS = globSync([
  "test/{gas,repository,scenarios,scripts,sdk}/**/*.test.ts",
  "test/token/differential.test.ts",
]).toSorted();

const STEPS: readonly Step[] = [
  { name: "format", args: [`${MODULES}/prettier/bin/prettier.cjs`, "--check", ".", "--log-level", "warn"] },
  { name: "lint", args: [`${MODULES}/oxlint/bin/oxlint`, "--type-aware", "--deny-warnings"] },
  {
    name: "solhint",
    args: [`${MODULES}/solhint/solhint.js`, "--disc", "--noPoster", "--max-warnings", "0", "contracts/**/*.sol"],
  },
  { name: "build", args: [HARDHAT, "build", "--quiet"] },
  { name: "types", args: [`${MODULES}/typescript/bin/tsc`, "-p", ".", "--noEmit"] },
  { name: "dappTypes", args: [`${MODULES}/typescript/bin/tsc`, "-p", "frontend", "--noEmit"] },
  { name: "browserTypes", args: [`${MODULES}/typescript/bin/tsc`, "-p", "frontend/e2e", "--noEmit"] },
  { name: "contracts", args: [...SCRIPT, "scripts/checks/coverage.ts"] },
  { name: "invariants", args: [HARDHAT, "test", "solidity"] },
  { name: "scripts", args: [HARDHAT, "test", "mocha", ...OTHER_TESTS] },
  { name: "dapp", args: ["../node_modules/vitest/vitest.mjs", "run"], cwd: "frontend" },
  { name: "dappBuild", args: ["../node_modules/vite/bin/vite.js", "build", "--logLevel", "warn"], cwd: "frontend" },
  { name: "bundle", args: [...SCRIPT, "scripts/bundle-budget.ts"], cwd: "frontend" },
  { name: "chromium", args: [...SCRIPT, "scripts/setup/chromium.ts"] },
  { name: "browser", args: ["../node_modules/@playwright/test/cli.js", "test"], cwd: "frontend" },
];

const seconds = (since: number) => `${formatCount(Math.round((performance.now() - since) / 1000))} s`;

async function run(names: readonly string[]): Promise<void> {
  const unknown = names.find((name) => STEPS.every((step) => step.name !== name));
  const known = STEPS.map(({ name }) => name).join(", ");
  if (unknown !== undefined) throw new Failure(1, "test.unknownStep", { name: unknown, known });
  const began = performance.now();
  const times: string[][] = [];
  for (const { name, args, cwd } of STEPS) {
    if (names.length > 0 && !names.includes(name)) continue;
    const title = t(`test.steps.${name}`);
    heading(title);
    const stepBegan = performance.now();
    const code = await runChild(args, { cwd, env: { HARDHAT_DISABLE_TELEMETRY_PROMPT: "true" } });
    if (code !== 0) {
      errorLine(t("test.failed", { step: title, name, code }));
      process.exitCode = code;
      return;
    }
    times.push([title, seconds(stepBegan)]);
    done(t("test.passed", { step: title, time: seconds(stepBegan) }));
  }
  heading(t("test.summary", { time: seconds(began) }));
  table(times);
}

await runVerb(async () => {
  await createVerb("test").argument("[steps...]", t("test.help.steps")).action(run).parseAsync();
});
