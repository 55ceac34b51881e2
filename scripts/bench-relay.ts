// SPDX-License-Identifier: EUPL-1.2
// `npm run bench:relay`: a relay in a process of its own under load, and with faults; writes its part of docs/benchmarks.md.
// Ends with 1 when a target is missed.
import { readFileSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { format, resolveConfig } from "prettier";
import { tasks } from "hardhat";
import { conditions, markdownTable, measureSection, REPORT, withSection } from "./bench/report.ts";
import { dearer, killed, type Outcome, type Phase, play, reorganised, stalled } from "./bench/relay/phases.ts";
import { makeRequests } from "./bench/relay/requests.ts";
import { figures, RELAY_TITLE, verdict } from "./bench/relay/verdict.ts";
import { createWorld, type World } from "./bench/relay/world.ts";
import { plainOptions, positive } from "./lib/plain-options.ts";
import { done, heading, line, table, warning } from "./lib/terminal.ts";

const BLOCK_SECONDS = 1;

const values = plainOptions("npm run bench:relay --", {
  rates: { type: "string", default: "1,5,20,50", value: "<rates>", help: "requests a second, one phase each" },
  seconds: { type: "string", default: "60", value: "<seconds>", help: "length of each phase" },
  payers: { type: "string", default: "1000", value: "<count>", help: "people who pay" },
  "fault-rate": {
    type: "string",
    default: "20",
    value: "<rate>",
    help: "requests a second in the phases with a fault",
  },
  "no-faults": { type: "boolean", help: "the phases of load alone" },
  "no-report": { type: "boolean", help: "leave docs/benchmarks.md as it is" },
});
const seconds = positive("seconds", values.seconds);
const rates = values.rates.split(",").map((rate) => positive("rates", rate));
const faultRate = positive("fault-rate", values["fault-rate"]);
const payers = positive("payers", values.payers);

await tasks.getTask("build").run({ quiet: true });
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(130));
const [otherWork = 0] = loadavg();
line(`${payers} people get their money, and the relay starts`);
const world = await createWorld(payers, BLOCK_SECONDS);
const outcomes: Outcome[] = [];
try {
  const maker = makeRequests(world);
  for (const phase of phasesOn(world)) {
    const outcome = await play(world, maker, phase);
    outcomes.push(outcome);
    const [, row = []] = figures([outcome]);
    line(`  ${row.join("  ")}`);
  }
} finally {
  await world.close();
}

heading(RELAY_TITLE);
table(figures(outcomes));
heading("What must hold");
const measures = verdict(outcomes);
table(
  measures.map(({ title, value, target = "", isMet, note = "" }) => [
    title,
    value,
    target,
    isMet === false ? "missed" : "",
    note,
  ]),
);
for (const { title, isMet } of measures) {
  if (isMet !== false) continue;
  warning(`Missed: ${title}`);
  process.exitCode = 1;
}
if (values["no-report"] !== true) await write();
// What the relay's clients left open may still hold the process.
process.exit();

function phasesOn({ node }: World): Phase[] {
  const load = rates.map((rate) => ({ title: `${rate} a second`, rate, seconds }));
  if (values["no-faults"] === true) return load;
  const fault = (title: string, act: NonNullable<Phase["fault"]>) => ({
    title: `${faultRate} a second, ${title}`,
    rate: faultRate,
    seconds,
    fault: act,
  });
  return [
    ...load,
    fault("kill -9 midway", killed),
    fault("the node stalls for 10 s", stalled),
    fault("base fee x 5", dearer),
    ...(node.name === "anvil" ? [fault("2 blocks replaced", reorganised)] : []),
  ];
}

async function write(): Promise<void> {
  const [head = [], ...rows] = figures(outcomes);
  const introduction =
    `Written by \`npm run bench:relay\`, measured on ${new Date().toISOString().slice(0, 10)} with ${conditions()}; ` +
    `${payers} payers, ${seconds} s for each line, the relay a process of its own, ${world.node.name} with a block each ` +
    `${BLOCK_SECONDS} s, and the load itself, all on this machine, whose load average was ${otherWork.toFixed(1)} before. ` +
    "Requests come at a fixed rate, whatever becomes of those before; 80 % can be paid, 5 % repeat one that was taken or its number, 5 % are expired, 5 % forged, 5 % of more than " +
    "the payer has. *Taken* is the time to the relay's answer, retries of clients included.";
  const section = measureSection(RELAY_TITLE, `${introduction}\n\n${markdownTable(head, rows)}`, measures);
  const text = withSection(readFileSync(REPORT, "utf8"), section);
  writeFileSync(REPORT, await format(text, { ...(await resolveConfig(REPORT)), parser: "markdown" }));
  done("docs/benchmarks.md is written");
}
