// SPDX-License-Identifier: EUPL-1.2
// `npm run region -- check <file|name>…`: whether a region file can be deployed.
import { relative } from "node:path";
import { formatAmount } from "@monnaie-commune/sdk/amounts";
import type { Region } from "@monnaie-commune/sdk/regions";
import { Failure, runVerb } from "./lib/failure.ts";
import { formatCount, language, t } from "./lib/messages.ts";
import { readRegionFile, regionNames, regionPath, regionProblemLine } from "./lib/region-file.ts";
import { done, errorLine, line } from "./lib/terminal.ts";
import { addCommand, createVerb } from "./lib/verb.ts";

function percent(bps: number): string {
  const locale = language() === "fr" ? "fr-FR" : "en-GB";
  return new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 2 }).format(bps / 10_000);
}

function printSummary({ departments, currency, holders }: Region): void {
  const field = (key: string) => t(`region.check.fields.${key}`);
  const rows: [string, string][] = [
    [field("currency"), `${currency.name[language()]} (${currency.symbol})`],
    [field("cap"), formatAmount(BigInt(currency.capCents), language(), currency.symbol)],
    [field("ordinaryRate"), percent(currency.ordinaryRateBps)],
    [field("merchantRate"), percent(currency.merchantRateBps)],
    [field("ceiling"), percent(currency.rateCeilingBps)],
    [field("departments"), departments.map(({ code, name }) => `${name} (${code})`).join(", ")],
    [field("chains"), Object.keys(holders).join(", ") || t("region.check.noChain")],
  ];
  const width = Math.max(...rows.map(([label]) => label.length));
  for (const [label, value] of rows) line(`  ${label.padEnd(width)}  ${value}`);
}

/** Prints what a file holds or what is wrong with it. */
function check(nameOrPath: string): boolean {
  const path = regionPath(nameOrPath);
  const file = relative(process.cwd(), path);
  const { value, problems } = readRegionFile(path);
  if (problems.length === 0) {
    const region = value as Region;
    done(t("region.check.ok", { name: region.name[language()], file }));
    printSummary(region);
    return true;
  }
  errorLine(t("region.check.bad", { count: problems.length, shown: formatCount(problems.length), file }));
  for (const problem of problems) errorLine(`  ${regionProblemLine(problem)}`);
  return false;
}

await runVerb(async () => {
  const verb = createVerb("region");
  addCommand(verb, "check")
    .argument("[regions...]", t("region.help.regions"))
    .action((regions: string[]) => {
      const results = (regions.length === 0 ? regionNames() : regions).map(check);
      if (results.includes(false)) throw new Failure(1, "region.someInvalid");
    });
  await verb.parseAsync();
});
