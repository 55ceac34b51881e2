// SPDX-License-Identifier: EUPL-1.2
import { type Command, Option } from "commander";
import { columnList } from "@monnaie-commune/sdk/bonus/header";
import { type ListPurpose, LIST_PURPOSES, PURPOSES } from "@monnaie-commune/sdk/purposes";
import { Failure } from "../lib/failure.ts";
import { t } from "../lib/messages.ts";
import { addDepthOption, addKeyOption, addSendingOptions } from "../lib/sending/options.ts";
import { addCommand, createVerb } from "../lib/verb.ts";
import { approve, plan, propose, report, run, simulate } from "./commands.ts";
import { convention } from "./convention.ts";
import { attest, open } from "./fund-commands.ts";
import { cancel, cancelLetter, closeLetters, letters } from "./letters/commands.ts";
import { loadPlan } from "./run-folder.ts";
import { addSafeOption } from "./signatory.ts";

/**
 * The command line of `npm run bonus`, which pays any list: what for, the programme says. `npm run reward` and `npm run
 * subsidy` are the same commands for their purpose alone.
 */
export function bonusVerb(only?: Exclude<ListPurpose, "bonus">): Command {
  const purposes = only === undefined ? LIST_PURPOSES : [only];
  const verb = createVerb(only ?? "bonus", `bonus.about.${only ?? "bonus"}`);
  const onNetwork = (name: string) =>
    addCommand(verb, name, "bonus").requiredOption("--network <network>", t("common.help.network"));
  const ofRegion = (name: string) => onNetwork(name).requiredOption("--region <region>", t("common.help.region"));
  /** A command on a plan; of another purpose it is refused before anything else is done. */
  const ofPlan = (name: string) =>
    onNetwork(name)
      .argument("<plan>", t("bonus.help.planArgument"))
      .hook("preAction", (_, { args: [given = ""] }) => {
        if (only !== undefined) expectPurpose(only, loadPlan(given).plan.purpose);
      });

  const sendsForPlan = (name: string) => addSafeOption(addSendingOptions(ofPlan(name)));

  const opening = addSafeOption(addSendingOptions(ofRegion("open")));
  if (only === undefined) {
    opening.addOption(new Option("--purpose <purpose>", t("bonus.help.purpose")).choices(PURPOSES).default("bonus"));
  }
  opening
    .requiredOption("--budget <amount>", t("bonus.help.budget"))
    .requiredOption("--opens <day>", t("bonus.help.opens"))
    .requiredOption("--closes <day>", t("bonus.help.closes"))
    .requiredOption("--decision <file|hash>", t("bonus.help.decision"))
    .option("--yes", t("common.help.yes"))
    .action(async (options: Parameters<typeof open>[0]) => {
      await open(only === undefined ? options : { ...options, purpose: only });
    });
  addSafeOption(addSendingOptions(ofRegion("attest")))
    .requiredOption("--programme <number>", t("bonus.help.programme"))
    .requiredOption("--amount <amount>", t("bonus.help.amount"))
    .requiredOption("--order <file|hash>", t("bonus.help.order"))
    .option("--yes", t("common.help.yes"))
    .action(attest);
  if (only === "subsidy") {
    addSafeOption(addSendingOptions(ofRegion("convention")))
      .argument("<account>", t("bonus.help.account"))
      .requiredOption("--share <percent>", t("bonus.help.share"))
      .requiredOption("--since <day>", t("bonus.help.since"))
      .requiredOption("--convention <file|hash>", t("bonus.help.conventionFile"))
      .option("--yes", t("common.help.yes"))
      .action(convention);
  }
  ofRegion("plan")
    .argument("<csv>", t("bonus.help.csv"))
    .requiredOption("--programme <number>", t("bonus.help.programme"))
    .option("--payees <file>", t("bonus.help.payees"))
    .option("--previous <plan>", t("bonus.help.previous"))
    .option("--claims-until <day>", t("bonus.help.claimsUntil"))
    .addHelpText("after", () => `\n${purposes.map(columnsOf).join("\n")}`)
    .action(async (csv: string, options: Parameters<typeof plan>[1]) => {
      await plan(csv, options, (purpose) => only !== undefined && expectPurpose(only, purpose));
    });
  addSafeOption(addKeyOption(ofPlan("simulate"))).action(simulate);
  sendsForPlan("propose")
    .option("--again", t("bonus.help.again"))
    .option("--previous <plan>", t("bonus.help.previous"))
    .option("--yes", t("common.help.yes"))
    .action(propose);
  sendsForPlan("approve")
    .option("--previous <plan>", t("bonus.help.previous"))
    .option("--yes", t("bonus.help.yesApprove"))
    .action(approve);
  sendsForPlan("run").option("--yes", t("common.help.yes")).action(run);
  ofPlan("letters")
    .option("--site <address>", t("bonus.help.site"))
    .option("--out <folder>", t("bonus.help.lettersOut"))
    .option("--only <line|payee>", t("bonus.help.onlyLetter"))
    .option("--contact <text>", t("bonus.help.contact"))
    .option("--pdf", t("bonus.help.pdf"))
    .action(letters);
  const givesBack = (name: string) =>
    sendsForPlan(name).option("--dry-run", t("bonus.help.dryRun")).option("--yes", t("common.help.yes"));
  givesBack("cancel").action(cancel);
  givesBack("cancel-letter").requiredOption("--line <line|payee>", t("bonus.help.letterLine")).action(cancelLetter);
  givesBack("close-letters").option("--early", t("bonus.help.early")).action(closeLetters);
  addDepthOption(ofPlan("report"))
    .option("--csv", t("bonus.help.asCsv"))
    .option("--json", t("bonus.help.asJson"))
    .option("--html", t("bonus.help.asHtml"))
    .action(report);
  return verb;
}

function columnsOf(purpose: ListPurpose): string {
  return t("bonus.help.columns", { purpose: t(`bonus-run.purposes.${purpose}`), columns: columnList(purpose) });
}

function expectPurpose(expected: ListPurpose, purpose: ListPurpose): void {
  if (purpose !== expected) throw new Failure(1, "bonus.otherVerb", { verb: purpose });
}
