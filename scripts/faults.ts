// SPDX-License-Identifier: EUPL-1.2
// `npm run faults`: every kind of fault of test/faults at random moments, on two node implementations.
// Ends with 1 when a case failed or could not be run.
import { randomBytes } from "node:crypto";
import { availableParallelism } from "node:os";
import { assignments, play, type Result } from "../test/faults/campaign.ts";
import { KINDS } from "../test/faults/kinds.ts";
import { NODES } from "../test/faults/nodes.ts";
import { anvilPath } from "./lib/anvil.ts";
import { plainOptions } from "./lib/plain-options.ts";
import { errorLine, heading, line, progressBar, table, warning } from "./lib/terminal.ts";

const values = plainOptions("npm run faults --", {
  times: { type: "string", default: "20", value: "<count>", help: "moments of each kind" },
  kinds: { type: "string", value: "<name,name>", help: "these kinds only" },
  node: { type: "string", value: "<hardhat|anvil>", help: "this node only" },
  seed: { type: "string", value: "<text>", help: "the seed of a campaign to run again" },
  case: { type: "string", value: "<number>", help: "the nth case of each kind alone" },
  jobs: {
    type: "string",
    default: String(Math.min(4, availableParallelism())),
    value: "<count>",
    help: "cases at once",
  },
  list: { type: "boolean", help: "names the kinds" },
});
const seed = values.seed ?? randomBytes(4).toString("hex");

const names = values.kinds?.split(",") ?? KINDS.map(({ name }) => name);
const unknown = names.filter((name) => KINDS.every((kind) => kind.name !== name));
const nodes = NODES.filter((node) => values.node === undefined || node === values.node);
const numbers = [values.times, values.jobs, values.case ?? "1"].map(Number);
const only = values.case === undefined ? undefined : Number(values.case);

if (values.list === true) {
  table(KINDS.map(({ name, what, nodes: on }) => [name, on.join(", "), what]));
} else if (unknown.length > 0 || nodes.length === 0 || numbers.some((n) => !Number.isSafeInteger(n) || n < 1)) {
  errorLine(unknown.length > 0 ? `There is no kind ${unknown.join(", ")}: see --list` : "See npm run faults -- --help");
  process.exitCode = 1;
} else {
  await run();
}

async function run(): Promise<void> {
  // What was started ends with this process.
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(130));
  const startedAt = performance.now();
  const hasAnvil = anvilPath() !== undefined;
  const usable = nodes.filter((node) => node !== "anvil" || hasAnvil);
  const kinds = KINDS.filter(({ name }) => names.includes(name));
  const times = Math.max(Number(values.times), only ?? 1);
  const cases = assignments({ kinds, nodes: usable, times, seed, only });
  line(`${cases.length} cases of ${kinds.length} kinds, on ${usable.join(" and ")}, ${values.jobs} at once`);
  line(`Seed: ${seed}`);

  const results: Result[] = [];
  const bar = progressBar("Cases", cases.length);
  await play(cases, Number(values.jobs), (result) => {
    results.push(result);
    bar.update(results.length);
    if (result.problem !== undefined) tell(result);
  });
  bar.end();

  heading("Kinds");
  table([
    ["kind", ...usable, "passed", "failed", "late", "seconds each", "exit codes on the way"],
    ...kinds.map(({ name }) => summary(name, results, usable)),
  ]);
  const failed = results.filter(({ problem }) => problem !== undefined);
  const impossible = kinds.filter(({ nodes: on }) => !on.some((node) => usable.includes(node)));
  line();
  const minutes = ((performance.now() - startedAt) / 60_000).toFixed(1);
  line(`${results.length - failed.length} of ${results.length} cases passed in ${minutes} minutes`);
  for (const { name } of impossible) warning(`NOT RUN: ${name} needs a node that is not there or was not asked for`);
  if (!hasAnvil && nodes.includes("anvil")) {
    errorLine("NOT RUN on anvil: npm has no anvil for this machine. --node hardhat runs what can be run without it.");
    process.exitCode = 1;
  }
  if (failed.length > 0 || results.length === 0) process.exitCode = 1;
}

function tell({ assignment: { kind, node, number }, problem }: Result): void {
  const where = values.node === undefined ? "" : ` --node ${node}`;
  errorLine(`\nFAILED: ${kind.name}, case ${number}, on ${node} (${kind.what})`);
  errorLine(`  Again: npm run faults -- --kinds ${kind.name} --case ${number} --seed ${seed}${where}`);
  errorLine(`  ${problem}`);
}

function summary(name: string, all: readonly Result[], usable: readonly string[]): string[] {
  const results = all.filter(({ assignment }) => assignment.kind.name === name);
  const failed = results.filter(({ problem }) => problem !== undefined).length;
  const late = results.reduce((sum, result) => sum + result.late, 0);
  const seconds = results.reduce((sum, result) => sum + result.seconds, 0) / Math.max(1, results.length);
  const codes = new Set(results.map((result) => result.codes.join(" ")));
  const on = usable.map((node) => String(results.filter(({ assignment }) => assignment.node === node).length));
  const passed = String(results.length - failed);
  return [name, ...on, passed, String(failed), String(late), seconds.toFixed(1), [...codes].join(", ")];
}
