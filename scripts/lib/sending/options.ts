// SPDX-License-Identifier: EUPL-1.2
import { type Command, InvalidArgumentError, Option } from "commander";
import type { NetworkRules } from "../../config/networks.ts";
import { t } from "../messages.ts";

/** Options of every command that sends something. */
export type SendingOptions = { maxFee?: number; depth?: number; keystore?: string };

/** Gives a command the options of those that send. */
export function addSendingOptions(command: Command): Command {
  return addKeyOption(addDepthOption(command)).addOption(
    new Option("--max-fee <gwei>", t("sending.help.maxFee")).argParser(parseGwei),
  );
}

/** For commands that need to know who would sign. */
export function addKeyOption(command: Command): Command {
  return command.option("--keystore <file>", t("sending.help.keystore"));
}

/** For commands that only tell what is final. */
export function addDepthOption(command: Command): Command {
  return command.addOption(new Option("--depth <blocks>", t("sending.help.depth")).argParser(parseBlocks));
}

/** What the options change of a network's rules. */
export function rulesIn({ maxFee, depth }: SendingOptions): Partial<NetworkRules> {
  return {
    ...(maxFee === undefined ? {} : { maxFeeGwei: maxFee }),
    ...(depth === undefined ? {} : { confirmations: depth, finality: { byTag: false, depth } }),
  };
}

/** More than 9 decimals are less than a wei. */
function parseGwei(given: string): number {
  const gwei = Number(given);
  if (!/^[0-9]{1,6}(\.[0-9]{1,9})?$/u.test(given) || gwei === 0) throw new InvalidArgumentError("");
  return gwei;
}

function parseBlocks(given: string): number {
  if (!/^[1-9][0-9]{0,3}$/u.test(given)) throw new InvalidArgumentError("");
  return Number(given);
}
