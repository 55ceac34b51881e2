// SPDX-License-Identifier: EUPL-1.2
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect } from "chai";
import { runPhases } from "../../scripts/checks/run-phases.ts";
import { silently } from "../helpers/output.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const HARDHAT = join(ROOT, "node_modules/hardhat/dist/src/cli.js");
const VITEST = join(ROOT, "node_modules/vitest/vitest.mjs");

const CONFIG = `
import { fileURLToPath } from "node:url";
import { defineConfig } from "hardhat/config";
import toolbox from "@nomicfoundation/hardhat-toolbox-mocha-ethers";
const path = fileURLToPath(import.meta.resolve("solc/soljson.js"));
export default defineConfig({ plugins: [toolbox], solidity: { version: "0.8.34", path } });
`;
const SOLIDITY = (condition: string) => `// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.34;
contract CanaryTest { function test_Canary() public pure { require(${condition}, "canary"); } }
`;
const MOCHA = (condition: string) => `it("canary", () => { if (!(${condition})) throw new Error("canary"); });`;
const VITEST_TEST = (condition: string) =>
  `import { it } from "vitest";\nit("canary", () => { if (!(${condition})) throw new Error("canary"); });`;

// A launcher that reports success whatever happens would make all the other tests worthless.
describe("test launchers", function () {
  this.timeout(120_000);
  let project: string;

  before(() => {
    mkdirSync(join(ROOT, "cache"), { recursive: true });
    project = mkdtempSync(join(ROOT, "cache", "canary-"));
    mkdirSync(join(project, "contracts"));
    mkdirSync(join(project, "test"));
    writeFileSync(join(project, "package.json"), '{ "type": "module" }');
    writeFileSync(join(project, "hardhat.config.ts"), CONFIG);
  });

  after(() => rmSync(project, { recursive: true }));

  function exitCodeOf(...args: string[]): number | null {
    // This run's own settings, its configuration file among them, are not the child's.
    const inherited = Object.entries(process.env).filter(([name]) => !/^(HARDHAT_|HH_|NODE_ENV|VITEST)/u.test(name));
    const env = { ...Object.fromEntries(inherited), HARDHAT_DISABLE_TELEMETRY_PROMPT: "true" };
    return spawnSync(process.execPath, args, { cwd: project, env, stdio: "ignore" }).status;
  }

  const launchers: [name: string, file: string, text: (condition: string) => string, args: string[]][] = [
    ["hardhat test mocha", "test/canary.ts", MOCHA, [HARDHAT, "test", "mocha", "test/canary.ts"]],
    ["hardhat test solidity", "contracts/Canary.t.sol", SOLIDITY, [HARDHAT, "test", "solidity"]],
    ["vitest", "canary.test.ts", VITEST_TEST, [VITEST, "run", "--root", "."]],
  ];
  for (const [name, file, text, args] of launchers) {
    it(`exit with 0 when a test passes, and not when it fails: ${name}`, () => {
      writeFileSync(join(project, file), text("true"));
      expect(exitCodeOf(...args)).to.equal(0);
      writeFileSync(join(project, file), text("false"));
      expect(exitCodeOf(...args)).to.not.be.oneOf([0, null]);
      rmSync(join(project, file));
    });
  }

  it("stop npm test at a step that fails, with its code, and the steps beside it", async () => {
    const step = (name: string, ...args: string[]) => ({ name, args });
    const passes = step("types", "-e", "0");
    const fails = step("scripts", "-e", "process.exit(3)");
    const waits = step("browser", "-e", "setTimeout(() => {}, 100_000)");
    const writes = step(
      "invariants",
      "-e",
      `require("node:fs").writeFileSync(${JSON.stringify(join(project, "ran"))}, "")`,
    );
    const phases = [
      [[passes]],
      [
        [waits, writes],
        [passes, fails],
      ],
      [[writes]],
    ];
    expect(await silently(async () => await runPhases(phases))).to.equal(3);
    expect(existsSync(join(project, "ran"))).to.equal(false);
    expect(await silently(async () => await runPhases([[[passes], [writes]]]))).to.equal(0);
    expect(existsSync(join(project, "ran"))).to.equal(true);
  });

  it("refuse a step that does not exist", () => {
    const script = join(ROOT, "scripts/test.ts");
    const run = spawnSync(process.execPath, ["--import", "tsx", script, "nothing"], { cwd: ROOT, encoding: "utf8" });
    expect(run.status).to.equal(1);
    expect(run.stderr).to.contain("nothing");
  });
});
