// SPDX-License-Identifier: EUPL-1.2
import type { Command } from "commander";
import { REFUSAL_REASONS } from "@monnaie-commune/sdk/exits/reasons";
import { addSafeOption } from "../bonus/signatory.ts";
import { language, t } from "../lib/messages.ts";
import { addSendingOptions } from "../lib/sending/options.ts";
import { addCommand, createVerb } from "../lib/verb.ts";
import { confirm, list, refuse, report } from "./commands.ts";

/** The command line of `npm run exits`. */
export function exitsVerb(): Command {
  const verb = createVerb("exits");
  const ofRegion = (name: string) =>
    addCommand(verb, name)
      .requiredOption("--network <network>", t("common.help.network"))
      .requiredOption("--region <region>", t("common.help.region"));
  const settles = (name: string) =>
    addSafeOption(addSendingOptions(ofRegion(name)))
      .argument("<request>", t("exits.help.request"))
      .option("--dry-run", t("exits.help.dryRun"))
      .option("--yes", t("common.help.yes"));

  ofRegion("list")
    .option("--csv <file>", t("exits.help.csv"))
    .option("--accounts <file>", t("exits.help.accounts"))
    .action(list);
  settles("confirm")
    .option("--order <file|hash>", t("exits.help.order"))
    .option("--reference <text>", t("exits.help.reference"))
    .action(confirm);
  settles("refuse")
    .requiredOption("--reason <reason>", t("exits.help.reason"))
    .addHelpText("after", () => `\n${reasonList()}`)
    .action(refuse);
  ofRegion("report").option("--csv <file>", t("exits.help.reportCsv")).action(report);
  return verb;
}

/** The reasons that can be given, one on a line. */
export function reasonList(): string {
  return REFUSAL_REASONS.map((reason) => `  ${reason.code}  ${reason.key}: ${reason[language()]}`).join("\n");
}
