// SPDX-License-Identifier: EUPL-1.2
// `npm run merchants -- import|applications|approve|refuse|publish …`: the shops that accept the currency.
import { readFileSync } from "node:fs";
import { basename, relative } from "node:path";
import type { Command } from "commander";
import type { Wallet } from "ethers";
import { confirmOnLiveChain } from "./lib/confirm.ts";
import { Failure, runResumableVerb } from "./lib/failure.ts";
import { decide, printApplications, publishRecord, type RegisterJob } from "./lib/merchant-applications.ts";
import { importMerchants } from "./lib/merchants-verb.ts";
import { t } from "./lib/messages.ts";
import { connect } from "./lib/network.ts";
import { loadRegion } from "./lib/region-file.ts";
import { addSendingOptions, rulesIn, type SendingOptions } from "./lib/sending/options.ts";
import { signerFor } from "./lib/signers.ts";
import { line } from "./lib/terminal.ts";
import { addCommand, createVerb } from "./lib/verb.ts";

type Options = SendingOptions & { network: string; region: string; dryRun?: true; fictitious?: true; yes?: true };

async function importFile(path: string, options: Options): Promise<void> {
  const region = loadRegion(options.region);
  const bytes = read(path);
  const chain = await connect(options.network, { rules: rulesIn(options) });
  try {
    const records = await importMerchants({
      chain,
      region,
      file: { name: basename(path), bytes },
      fictitious: options.fictitious === true,
      dryRun: options.dryRun === true,
      registrar: async () => {
        await confirmOnLiveChain(chain, options.yes === true);
        return await signerFor(chain, "registrar", options.keystore);
      },
    });
    if (records !== undefined) line(t("merchants.file", { file: relative(process.cwd(), records) }));
  } finally {
    await chain.close();
  }
}

type Registrar = () => Promise<Wallet>;

/** Connects for a command, which may ask for the registrar's key. */
async function withRegister(
  options: Options,
  work: (job: RegisterJob, registrar: Registrar) => Promise<void>,
): Promise<void> {
  const region = loadRegion(options.region);
  const chain = await connect(options.network, { rules: rulesIn(options) });
  try {
    await work({ chain, region }, async () => {
      await confirmOnLiveChain(chain, options.yes === true);
      return await signerFor(chain, "registrar", options.keystore);
    });
  } finally {
    await chain.close();
  }
}

function common(command: Command): Command {
  return addSendingOptions(command)
    .requiredOption("--network <network>", t("common.help.network"))
    .requiredOption("--region <region>", t("common.help.region"))
    .option("--yes", t("common.help.yes"));
}

function read(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new Failure(1, "merchants.noFile", { file: path }, { cause: error });
  }
}

await runResumableVerb(async () => {
  const verb = createVerb("merchants");
  common(addCommand(verb, "import"))
    .argument("<file>", t("merchants.help.file"))
    .option("--fictitious", t("merchants.help.fictitious"))
    .option("--dry-run", t("common.help.dryRun"))
    .action(importFile);
  common(addCommand(verb, "applications")).action(
    async (options: Options) => await withRegister(options, printApplications),
  );
  common(addCommand(verb, "approve"))
    .argument("<accounts...>", t("merchants.help.accounts"))
    .action(async (accounts: string[], options: Options) => {
      await withRegister(options, async (job, registrar) => await decide(job, accounts, await registrar()));
    });
  common(addCommand(verb, "refuse"))
    .argument("<accounts...>", t("merchants.help.accounts"))
    .requiredOption("--reason <reason>", t("merchants.help.reason"))
    .action(async (accounts: string[], options: Options & { reason: string }) => {
      const { reason } = options;
      await withRegister(options, async (job, registrar) => await decide(job, accounts, await registrar(), reason));
    });
  common(addCommand(verb, "publish"))
    .argument("<file>", t("merchants.help.record"))
    .action(async (path: string, options: Options) => {
      const text = new TextDecoder().decode(read(path));
      await withRegister(options, async (job) => await publishRecord(job, basename(path), text));
    });
  await verb.parseAsync();
});
