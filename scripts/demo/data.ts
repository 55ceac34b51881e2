// SPDX-License-Identifier: EUPL-1.2
// `npm run demo:data`: the fictitious shops, staff, rewards and subsidies of the demo, the same at every run.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { InvalidArgumentError } from "commander";
import { runVerb } from "../lib/failure.ts";
import { formatCount, t } from "../lib/messages.ts";
import { done } from "../lib/terminal.ts";
import { createVerb } from "../lib/verb.ts";
import { demoMerchantsCsv } from "./merchants.ts";
import { demoRewardsCsv } from "./rewards.ts";
import { demoStaffCsv, STAFF_LINES } from "./staff.ts";
import { demoSubsidiesCsv } from "./subsidies.ts";

const MOST_LINES = 100_000;

function integerWithin(least: number, most: number) {
  return (text: string): number => {
    if (/^[0-9]{1,6}$/.test(text) && Number(text) >= least && Number(text) <= most) return Number(text);
    throw new InvalidArgumentError("");
  };
}

function write(folder: string, name: string, csv: string): void {
  const file = join(folder, name);
  writeFileSync(file, csv);
  done(t("demo.written", { file, lines: formatCount(csv.trimEnd().split("\n").length - 1) }));
}

await runVerb(async () => {
  const verb = createVerb("demo")
    .option("--out <folder>", t("demo.help.out"), "demo")
    .option("--year <year>", t("demo.help.year"), integerWithin(2000, 2200), 2026)
    .option("--lines <count>", t("demo.help.lines"), integerWithin(2, MOST_LINES));
  verb.action(({ out, year, lines }: { out: string; year: number; lines?: number }) => {
    mkdirSync(out, { recursive: true });
    if (lines !== undefined && lines !== STAFF_LINES) {
      write(out, `staff-${year}-${lines}.csv`, demoStaffCsv({ year, lines }));
      return;
    }
    write(out, "merchants.csv", demoMerchantsCsv());
    write(out, `staff-${year}.csv`, demoStaffCsv({ year }));
    write(out, `rewards-${year}.csv`, demoRewardsCsv({ year }));
    write(out, `subsidies-${year}.csv`, demoSubsidiesCsv({ year }));
  });
  await verb.parseAsync();
});
