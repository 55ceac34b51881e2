// SPDX-License-Identifier: EUPL-1.2
import { PURPOSES } from "@monnaie-commune/sdk/bonus/run-state";
import { type Command, Option } from "commander";
import { t } from "../lib/messages.ts";
import { addSendingOptions } from "../lib/sending/options.ts";
import { addCommand, createVerb } from "../lib/verb.ts";
import { approve, plan, propose, report, run, simulate } from "./commands.ts";
import { attest, open } from "./fund-commands.ts";

/** The command line of `npm run bonus`. */
export function bonusVerb(): Command {
  const verb = createVerb("bonus");
  const onNetwork = (name: string) =>
    addCommand(verb, name).requiredOption("--network <network>", t("common.help.network"));
  const ofPlan = (name: string) => onNetwork(name).argument("<plan>", t("bonus.help.planArgument"));
  const sendsForPlan = (name: string) => addSendingOptions(ofPlan(name));
  const ofRegion = (name: string) => onNetwork(name).requiredOption("--region <region>", t("common.help.region"));

  addSendingOptions(ofRegion("open"))
    .addOption(new Option("--purpose <purpose>", t("bonus.help.purpose")).choices(PURPOSES).default("bonus"))
    .requiredOption("--budget <amount>", t("bonus.help.budget"))
    .requiredOption("--opens <day>", t("bonus.help.opens"))
    .requiredOption("--closes <day>", t("bonus.help.closes"))
    .requiredOption("--decision <file|hash>", t("bonus.help.decision"))
    .option("--yes", t("common.help.yes"))
    .action(open);
  addSendingOptions(ofRegion("attest"))
    .requiredOption("--programme <number>", t("bonus.help.programme"))
    .requiredOption("--amount <amount>", t("bonus.help.amount"))
    .requiredOption("--order <file|hash>", t("bonus.help.order"))
    .option("--yes", t("common.help.yes"))
    .action(attest);
  ofRegion("plan")
    .argument("<csv>", t("bonus.help.csv"))
    .requiredOption("--programme <number>", t("bonus.help.programme"))
    .option("--payees <file>", t("bonus.help.payees"))
    .action(plan);
  ofPlan("simulate").action(simulate);
  sendsForPlan("propose")
    .option("--again", t("bonus.help.again"))
    .option("--yes", t("common.help.yes"))
    .action(propose);
  sendsForPlan("approve").option("--yes", t("bonus.help.yesApprove")).action(approve);
  sendsForPlan("run").option("--yes", t("common.help.yes")).action(run);
  ofPlan("report").option("--csv", t("bonus.help.asCsv")).option("--json", t("bonus.help.asJson")).action(report);
  return verb;
}
