// SPDX-License-Identifier: EUPL-1.2
import { type Command, Option } from "commander";
import { structuresCsv, structuresJson } from "@monnaie-commune/sdk/structures/structure-files";
import { type InRegion, onChain } from "../bonus/command-helpers.ts";
import { convention } from "../bonus/convention.ts";
import { addSafeOption, signatory } from "../bonus/signatory.ts";
import { checkWallet } from "@monnaie-commune/sdk/bonus/check-wallet";
import { Failure } from "../lib/failure.ts";
import { t } from "../lib/messages.ts";
import { loadRegion } from "../lib/region-file.ts";
import { addSendingOptions } from "../lib/sending/options.ts";
import { done, isInteractive } from "../lib/terminal.ts";
import { addCommand, createVerb } from "../lib/verb.ts";
import { endConvention } from "./end.ts";
import { printConventions, printReport } from "./print.ts";
import { readStructures, type StructureReport } from "./read.ts";

type ReadOptions = InRegion & { csv?: true; json?: true };

/** The table in the form that was asked for, on the standard output; printed for people without any. */
function read(print: (report: StructureReport) => void) {
  return async (options: ReadOptions): Promise<void> => {
    const { slug } = loadRegion(options.region);
    await onChain(options, async (chain) => {
      const report = await readStructures(chain, slug, isInteractive() && !options.json && !options.csv);
      if (options.json) process.stdout.write(structuresJson(report.structures, report.block));
      else if (options.csv) process.stdout.write(csvOf(report));
      else print(report);
    });
  };
}

function csvOf({ structures, nameOf }: StructureReport): string {
  return structuresCsv(structures, {
    column: (column) => t(`structure-report.columns.${column}`),
    standing: (standing) => t(`structure-report.standing.${standing}`),
    lag: (lag) => t(`structure-report.lags.${lag}`),
    name: nameOf,
  });
}

async function end(account: string, options: InRegion): Promise<void> {
  const { slug: region } = loadRegion(options.region);
  if (checkWallet(account, new Map()) !== undefined) throw new Failure(1, "bonus.badAccount", { account });
  await onChain(options, async (chain) => {
    const { isNew } = await endConvention({
      chain,
      region,
      account,
      registrar: async () => await signatory(chain, "registrar", options),
    });
    done(t(isNew ? "structures.end.done" : "structures.end.already", { account }));
  });
}

/** The command line of `npm run structures`. */
export function structuresVerb(): Command {
  const verb = createVerb("structures");
  const ofRegion = (name: string) =>
    addCommand(verb, name)
      .requiredOption("--network <network>", t("common.help.network"))
      .requiredOption("--region <region>", t("common.help.region"));
  const reads = (name: string) =>
    ofRegion(name)
      .option("--csv", t("structures.help.asCsv"))
      .addOption(new Option("--json", t("structures.help.asJson")).conflicts("csv"));
  const sends = (name: string) =>
    addSafeOption(addSendingOptions(ofRegion(name)))
      .argument("<account>", t("bonus.help.account"))
      .option("--yes", t("common.help.yes"));
  reads("list").action(read(printConventions));
  reads("report").action(read(printReport));
  sends("record")
    .requiredOption("--share <percent>", t("bonus.help.share"))
    .requiredOption("--since <day>", t("bonus.help.since"))
    .requiredOption("--convention <file|hash>", t("bonus.help.conventionFile"))
    .action(convention);
  sends("end").action(end);
  return verb;
}
