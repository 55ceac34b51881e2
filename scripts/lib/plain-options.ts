// SPDX-License-Identifier: EUPL-1.2
import { parseArgs } from "node:util";
import { errorLine, line } from "./terminal.ts";

/** An option of a command for developers: `value` names what follows it, `help` says what it does. */
type Option = { type: "string" | "boolean"; default?: string; value?: string; help: string };
type Values<Options> = {
  [Name in keyof Options]: Options[Name] extends { type: "string"; default: string }
    ? string
    : Options[Name] extends { type: "string" }
      ? string | undefined
      : boolean | undefined;
};

/** What the command line asks for. `--help` prints the options and ends; what is unknown is said, and ends with 1. */
export function plainOptions<const Options extends Record<string, Option>>(
  command: string,
  options: Options,
): Values<Options> {
  const help = { help: { type: "boolean" as const } };
  try {
    const all: Record<string, Option | typeof help.help> = { ...options, ...help };
    const values: Record<string, unknown> = parseArgs({ options: all }).values;
    if (values.help !== true) return values as Values<Options>;
    line(`Usage: ${command} [options]\n`);
    for (const [name, { value, help: what, default: standard }] of Object.entries<Option>(options)) {
      const shown = `--${name}${value === undefined ? "" : ` ${value}`}`;
      line(`  ${shown.padEnd(26)}${what}${standard === undefined ? "" : ` (${standard})`}`);
    }
    process.exit(0);
  } catch (error) {
    errorLine(`${error instanceof Error ? error.message : String(error)}\nSee ${command} --help`);
    process.exit(1);
  }
}

/** A whole number above 0; ends with 1 when it is none. */
export function positive(option: string, given: string): number {
  if (/^[1-9][0-9]{0,8}$/u.test(given)) return Number(given);
  errorLine(`--${option} takes a whole number above 0, not “${given}”`);
  process.exit(1);
}
