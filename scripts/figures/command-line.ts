// SPDX-License-Identifier: EUPL-1.2
import { resolve } from "node:path";
import type { Command } from "commander";
import { formatAmount } from "@monnaie-commune/sdk/amounts";
import type { Figures } from "@monnaie-commune/sdk/ledger/figures/figures";
import { NOTIFICATION_CENTS } from "@monnaie-commune/sdk/ledger/figures/gauge";
import { type InRegion, onChain } from "../bonus/command-helpers.ts";
import { loadDeployment } from "../lib/deployment-file.ts";
import { formatCount, formatPercent, language, t } from "../lib/messages.ts";
import { loadRegion } from "../lib/region-file.ts";
import { done, isInteractive, line, warning } from "../lib/terminal.ts";
import { createVerb } from "../lib/verb.ts";
import { writeFigures } from "./write.ts";

const BPS = 10_000n;

type Options = InRegion & { out: string };

async function figures(options: Options): Promise<void> {
  const { slug } = loadRegion(options.region);
  const folder = resolve(options.out);
  await onChain(options, async (chain) => {
    const deployment = await loadDeployment(chain, slug);
    const { figures: written, files } = await writeFigures(chain, deployment, folder, isInteractive());
    done(t("figures.written", { count: files.length, folder, block: formatCount(written.toBlock) }));
    if (!written.months.some(({ isOver }) => isOver)) line(t("figures.noMonth"));
    printGauge(written);
  });
}

/** How far payments are from what has to be notified: whoever publishes the figures is who has to know. */
function printGauge({ gauge: { cents, level } }: Figures): void {
  const sentence = t(`figures.gauge.${level}`, {
    amount: formatAmount(cents, language()),
    share: formatPercent(Number((cents * BPS) / NOTIFICATION_CENTS)),
    limit: formatAmount(NOTIFICATION_CENTS, language()),
  });
  if (level === "below") line(sentence);
  else warning(sentence);
}

/** The command line of `npm run figures`. */
export function figuresVerb(): Command {
  return createVerb("figures")
    .requiredOption("--network <network>", t("common.help.network"))
    .requiredOption("--region <region>", t("common.help.region"))
    .requiredOption("--out <folder>", t("figures.help.out"))
    .action(figures);
}
