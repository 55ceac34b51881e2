// SPDX-License-Identifier: EUPL-1.2
import { relative } from "node:path";
import type { Command } from "commander";
import { Option } from "commander";
import { confirmOnLiveChain } from "../lib/confirm.ts";
import { t } from "../lib/messages.ts";
import type { Chain } from "../lib/network.ts";
import type { SendingOptions } from "../lib/sending/options.ts";
import { safeAddress } from "../lib/sending/safe.ts";
import type { Signatory } from "../lib/sending/take-step.ts";
import { type Actor, signerFor } from "../lib/signers.ts";
import { heading, line } from "../lib/terminal.ts";

export type SignatoryOptions = SendingOptions & { yes?: true; safe?: string };

/** For commands of which a Safe may take the step. */
export function addSafeOption(command: Command): Command {
  return command.addOption(new Option("--safe <address>", t("safe.help")).conflicts("keystore"));
}

/**
 * Who takes a step in the name of an actor: the Safe that was given, else the actor's wallet, after asking before anything
 * is done on a live chain.
 */
export async function signatory(chain: Chain, actor: Actor, options: SignatoryOptions): Promise<Signatory> {
  const { safe, yes, keystore } = options;
  if (safe !== undefined) {
    const address = safeAddress(safe);
    return { kind: "safe", address, onFiles: (files) => explain(chain, address, files) };
  }
  await confirmOnLiveChain(chain, yes === true);
  return await signerFor(chain, actor, keystore);
}

/** What the owners of a Safe have to do with the files. */
function explain({ name }: Chain, safe: string, files: readonly string[]): void {
  heading(t("safe.sign.title", { safe, network: name }));
  for (const file of files) line(`  ${relative(process.cwd(), file)}`);
  line();
  for (const step of ["import", "read", "execute"]) line(t(`safe.sign.${step}`));
  line();
  line(t("safe.sign.waiting"));
}
