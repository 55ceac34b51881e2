// SPDX-License-Identifier: EUPL-1.2
import { Command, InvalidArgumentError, Option } from "commander";
import { type Language, t } from "./messages.ts";
import { errorLine } from "./terminal.ts";

/**
 * The command line of a verb: `npm run <name> -- …`. Speaks the chosen language, throws instead of ending the process
 * (`runVerb` sets the exit code, 1 for wrong use), and has `--lang` and `--help` on every command made with `command`.
 */
export function createVerb(name: string, about = `${name}.help.about`): Command {
  return prepare(new Command(name)).description(t(about));
}

/** A command below a verb, as `plan` of `bonus`; its description is `<sentences>.help.<command>`. */
export function addCommand(verb: Command, name: string, sentences = verb.name()): Command {
  const child = prepare(new Command(name)).description(t(`${sentences}.help.${name}`));
  verb.addCommand(child);
  return child;
}

function prepare(command: Command): Command {
  return command
    .addOption(new Option("--lang <fr|en>", t("common.help.lang")).argParser(parseLanguage))
    .helpOption("-h, --help", t("common.help.help"))
    .helpCommand(false)
    .exitOverride()
    .configureHelp({
      styleTitle: translateTitle,
      commandUsage: (shown) => `npm run ${pathOf(shown)} ${shown.usage()}`,
    })
    .configureOutput({ outputError: (text) => errorLine(translateError(text)) });
}

function pathOf(command: Command): string {
  return command.parent === null ? `${command.name()} --` : `${pathOf(command.parent)} ${command.name()}`;
}

function parseLanguage(value: string): Language {
  if (value !== "fr" && value !== "en") throw new InvalidArgumentError("");
  return value;
}

const TITLES: Record<string, string> = {
  "Usage:": "common.help.usage",
  "Options:": "common.help.options",
  "Commands:": "common.help.commands",
  "Arguments:": "common.help.arguments",
};

function translateTitle(title: string): string {
  const key = TITLES[title];
  return key === undefined ? title : t(key);
}

// What commander says, and our sentence for it. `$1` is the option or the argument it speaks of.
const WRONG_USE: readonly (readonly [RegExp, string])[] = [
  [/required option '(.+)' not specified/u, "common.usage.missingOption"],
  [/missing required argument '(.+)'/u, "common.usage.missingArgument"],
  [/unknown option '(.+)'/u, "common.usage.unknownOption"],
  [/unknown command '(.+)'/u, "common.usage.unknownCommand"],
  [/option '(.+)' argument missing/u, "common.usage.missingValue"],
  [/(?:option|argument) '(.+)' (?:argument |value )?'.*' is invalid/u, "common.usage.badValue"],
  [/option '(.+)' cannot be used with option/u, "common.usage.conflict"],
  [/too many arguments/u, "common.usage.tooMany"],
];

function translateError(text: string): string {
  for (const [pattern, key] of WRONG_USE) {
    const match = pattern.exec(text);
    if (match !== null) return t(key, { name: match[1] ?? "" });
  }
  return text.trim();
}
