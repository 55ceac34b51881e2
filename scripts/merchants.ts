// SPDX-License-Identifier: EUPL-1.2
// `npm run merchants -- import <csv> --network <network>`: the shops that accept the currency.
import { readFileSync } from "node:fs";
import { basename, relative } from "node:path";
import { confirmOnLiveChain } from "./lib/confirm.ts";
import { Failure, runResumableVerb } from "./lib/failure.ts";
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

function read(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new Failure(1, "merchants.noFile", { file: path }, { cause: error });
  }
}

await runResumableVerb(async () => {
  const verb = createVerb("merchants");
  addSendingOptions(addCommand(verb, "import"))
    .argument("<file>", t("merchants.help.file"))
    .requiredOption("--network <network>", t("common.help.network"))
    .requiredOption("--region <region>", t("common.help.region"))
    .option("--fictitious", t("merchants.help.fictitious"))
    .option("--dry-run", t("common.help.dryRun"))
    .option("--yes", t("common.help.yes"))
    .action(importFile);
  await verb.parseAsync();
});
