// SPDX-License-Identifier: EUPL-1.2
// `npm run fuzz`: the invariants of test/invariants on far more random actions than `npm test`, from a new seed.
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { CALLS_PER_SEQUENCE } from "./checks/fuzz-size.ts";
import { plainOptions, positive } from "./lib/plain-options.ts";
import { runChild } from "./lib/run-child.ts";
import { line } from "./lib/terminal.ts";

const HARDHAT = "node_modules/hardhat/dist/src/cli.js";
const INVARIANTS = new URL("../test/invariants/Invariants.t.sol", import.meta.url);
const STATELESS_RUNS = 20_000;

const values = plainOptions("npm run fuzz --", {
  calls: { type: "string", default: "5000000", value: "<count>", help: "handler calls in all" },
  seed: { type: "string", value: "<hex>", help: "the seed of a campaign to run again" },
});
const seed = values.seed ?? `0x${randomBytes(32).toString("hex")}`;

// Each invariant is held against sequences of its own.
const invariants = readFileSync(INVARIANTS, "utf8").match(/function invariant_/gu)?.length ?? 1;
const sequences = Math.ceil(positive("calls", values.calls) / (invariants * CALLS_PER_SEQUENCE));
const calls = sequences * invariants * CALLS_PER_SEQUENCE;
line(`${calls.toLocaleString("en")} handler calls and ${STATELESS_RUNS.toLocaleString("en")} runs of each other test`);
line(`Seed: ${seed}`);

process.exitCode = await runChild([HARDHAT, "test", "solidity"], {
  env: {
    FUZZ_SEED: seed,
    FUZZ_RUNS: String(STATELESS_RUNS),
    INVARIANT_RUNS: String(sequences),
    HARDHAT_DISABLE_TELEMETRY_PROMPT: "true",
  },
});
