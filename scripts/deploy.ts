// SPDX-License-Identifier: EUPL-1.2
// `npm run deploy -- --network <network> --region <region>`: a region's currency, up to the hand-over to its holders.
import { relative } from "node:path";
import { CONTRACT_NAMES } from "@monnaie-commune/sdk/deployments";
import type { Region } from "@monnaie-commune/sdk/regions";
import { formatAmount } from "@monnaie-commune/sdk/amounts";
import { formatEther } from "ethers";
import { confirmOnLiveChain } from "./lib/confirm.ts";
import { deploySystem, holdersOn } from "./lib/deploy-system.ts";
import { deploymentPath, fileStore } from "./lib/deployment-file.ts";
import { DEPLOYMENT_PRINTER } from "./lib/deployment-printer.ts";
import { runResumableVerb } from "./lib/failure.ts";
import { formatPercent, language, t } from "./lib/messages.ts";
import { type Chain, connect, genesisHashOf } from "./lib/network.ts";
import { loadRegion } from "./lib/region-file.ts";
import { addSendingOptions, rulesIn, type SendingOptions } from "./lib/sending/options.ts";
import { signerFor } from "./lib/signers.ts";
import { done, heading, line, table } from "./lib/terminal.ts";
import { createVerb } from "./lib/verb.ts";

type Options = SendingOptions & { network: string; region: string; dryRun?: true; yes?: true };

async function printPlan(chain: Chain, region: Region, deployer: string, path: string): Promise<void> {
  const { currency, exits, governance } = region;
  const place = { region: region.name[language()], network: chain.name, chainId: chain.chainId };
  heading(t("deploy.plan.title", place));
  table([
    [t("deploy.plan.account"), deployer],
    [t("deploy.plan.balance"), Number(formatEther(await chain.provider.getBalance(deployer))).toFixed(4)],
    [t("deploy.plan.cap"), formatAmount(BigInt(currency.capCents), language(), currency.symbol)],
    [
      t("deploy.plan.rates"),
      t("deploy.plan.ratesValue", {
        ordinary: formatPercent(currency.ordinaryRateBps),
        merchant: formatPercent(currency.merchantRateBps),
        ceiling: formatPercent(currency.rateCeilingBps),
      }),
    ],
    [
      t("deploy.plan.exits"),
      t("deploy.plan.exitsValue", {
        fee: formatPercent(exits.feeBps),
        ceiling: formatPercent(exits.feeCeilingBps),
        allowance: formatAmount(BigInt(exits.monthlyAllowanceCents), language(), currency.symbol),
      }),
    ],
    [
      t("deploy.plan.delays"),
      t("deploy.plan.delaysValue", { grant: governance.grantDelayDays, admin: governance.adminDelayDays }),
    ],
  ]);
  heading(t("deploy.plan.holders"));
  const holders = Object.entries(region.holders[String(chain.chainId)] ?? {});
  table(holders.map(([role, accounts]) => [role, accounts.join(", ")]));
  heading(t("deploy.plan.contracts"));
  const draft = fileStore(path).load();
  const isSameChain = draft !== undefined && draft.genesisHash === (await genesisHashOf(chain));
  table(
    CONTRACT_NAMES.map((name) => {
      const address = isSameChain ? draft.contracts[name]?.address : undefined;
      return [name, address === undefined ? t("deploy.plan.missing") : t("deploy.plan.known", { address })];
    }),
  );
  line();
}

async function deploy(options: Options): Promise<void> {
  const region = loadRegion(options.region);
  const chain = await connect(options.network, { rules: rulesIn(options) });
  try {
    const deployer = await signerFor(chain, "deployer", options.keystore);
    const path = deploymentPath(chain.chainId, region.slug);
    holdersOn(chain, region, deployer);
    await printPlan(chain, region, deployer.address, path);
    if (options.dryRun) {
      line(t("deploy.plan.dryRun"));
      return;
    }
    await confirmOnLiveChain(chain, options.yes === true);
    await deploySystem(chain, region, deployer, fileStore(path), DEPLOYMENT_PRINTER);
    line();
    done(t("deploy.finished", { region: region.name[language()] }));
    line(t("deploy.file", { file: relative(process.cwd(), path) }));
    heading(t("deploy.next.title"));
    line(`  ${t("deploy.next.merchants", { network: chain.name, region: region.slug })}`);
    line(`  ${t("deploy.next.programme")}`);
    if (chain.isLive) {
      line(`  ${t("deploy.next.verify", { network: chain.name, region: region.slug })}`);
      line(`  ${t("deploy.next.commit")}`);
    }
  } finally {
    await chain.close();
  }
}

await runResumableVerb(async () => {
  await addSendingOptions(createVerb("deploy"))
    .requiredOption("--network <network>", t("common.help.network"))
    .requiredOption("--region <region>", t("common.help.region"))
    .option("--dry-run", t("common.help.dryRun"))
    .option("--yes", t("common.help.yes"))
    .action(deploy)
    .parseAsync();
});
