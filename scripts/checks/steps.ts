// SPDX-License-Identifier: EUPL-1.2
// What `npm test` runs. Phases follow one another; the lanes of a phase run at the same time, their steps in order.
import { globSync } from "node:fs";

export type Step = { name: string; args: readonly string[]; cwd?: string };
export type Phase = readonly (readonly Step[])[];

const HARDHAT = "node_modules/hardhat/dist/src/cli.js";
const SCRIPT = ["--import", "tsx"];
const MODULES = "node_modules";

/** Tests that run on contracts as they are deployed; those of the contracts themselves run under coverage. */
const OTHER_TESTS = globSync([
  "test/{gas,repository,scenarios,scripts,sdk}/**/*.test.ts",
  "test/token/differential.test.ts",
]).toSorted();

/** Cheap ones first. Two cores are enough for two lanes: the steps put beside each other wait as much as they count. */
export const PHASES: readonly Phase[] = [
  [
    [{ name: "build", args: [HARDHAT, "build", "--quiet"] }],
    [
      { name: "format", args: [`${MODULES}/prettier/bin/prettier.cjs`, "--check", ".", "--log-level", "warn"] },
      { name: "lint", args: [`${MODULES}/oxlint/bin/oxlint`, "--type-aware", "--deny-warnings"] },
      {
        name: "solhint",
        args: [`${MODULES}/solhint/solhint.js`, "--disc", "--noPoster", "--max-warnings", "0", "contracts/**/*.sol"],
      },
      { name: "dapp", args: ["../node_modules/vitest/vitest.mjs", "run"], cwd: "frontend" },
    ],
  ],
  [
    [
      { name: "types", args: [`${MODULES}/typescript/bin/tsc`, "-p", ".", "--noEmit"] },
      { name: "dappTypes", args: [`${MODULES}/typescript/bin/tsc`, "-p", "frontend", "--noEmit"] },
      { name: "browserTypes", args: [`${MODULES}/typescript/bin/tsc`, "-p", "frontend/e2e", "--noEmit"] },
    ],
    [
      { name: "dappBuild", args: ["../node_modules/vite/bin/vite.js", "build", "--logLevel", "warn"], cwd: "frontend" },
      { name: "bundle", args: [...SCRIPT, "scripts/bundle-budget.ts"], cwd: "frontend" },
      { name: "chromium", args: [...SCRIPT, "scripts/setup/chromium.ts"] },
    ],
  ],
  [
    [
      { name: "contracts", args: [...SCRIPT, "scripts/checks/coverage.ts"] },
      { name: "scripts", args: [HARDHAT, "test", "mocha", ...OTHER_TESTS] },
    ],
    [
      { name: "browser", args: ["../node_modules/@playwright/test/cli.js", "test"], cwd: "frontend" },
      { name: "invariants", args: [HARDHAT, "test", "solidity"] },
    ],
  ],
];
