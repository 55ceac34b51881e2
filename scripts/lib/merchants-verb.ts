// SPDX-License-Identifier: EUPL-1.2
import type { Region } from "@monnaie-commune/sdk/regions";
import type { Wallet } from "ethers";
import { deploymentsFolder, loadDeployment } from "./deployment-file.ts";
import { Failure } from "./failure.ts";
import { readMerchants } from "./merchant-csv.ts";
import { type ImportPlan, planImport, runImport } from "./merchant-import.ts";
import { merchantRecordsPath, saveRecords } from "./merchant-records.ts";
import { formatCount, language, t } from "./messages.ts";
import type { Chain } from "./network.ts";
import { systemAt } from "./system.ts";
import { done, errorLine, heading, line, progressBar, table, warning } from "./terminal.ts";

export type MerchantImport = {
  chain: Chain;
  region: Region;
  file: { name: string; bytes: Uint8Array };
  fictitious: boolean;
  dryRun: boolean;
  /** Asked for when there is something to send. */
  registrar(): Promise<Wallet>;
  deployments?: string;
};

/**
 * Brings the registry in line with a file of shops and prints what happens.
 * @returns Path of the file of public records, or undefined on a dry run.
 * @throws Failure when any line is bad; nothing is sent then.
 */
export async function importMerchants(job: MerchantImport): Promise<string | undefined> {
  const { chain, region, file, fictitious, dryRun } = job;
  const folder = job.deployments ?? deploymentsFolder();
  const deployment = await loadDeployment(chain, region.slug, folder);
  const contracts = Object.values(deployment.contracts).map(({ address }) => address);
  const { rows, problems } = readMerchants(file.bytes, fictitious, contracts);
  for (const { key, value, ...place } of problems) {
    errorLine(t("merchants.badLine", { ...place, problem: t(`merchants.problem.${key}`, { value }) }));
  }
  if (problems.length > 0) throw new Failure(1, "merchants.badLines", { file: file.name, count: problems.length });

  const plan = await planImport(systemAt(deployment, chain.provider), rows);
  printPlan(chain, region, plan);
  if (dryRun) {
    line(t("merchants.plan.dryRun"));
    return undefined;
  }
  const records = merchantRecordsPath(chain.chainId, region.slug, folder);
  const current = [...plan.unchanged];
  const total = plan.register.length + plan.correct.length;
  if (total > 0) {
    const registrar = await job.registrar();
    const bar = progressBar(t("merchants.progress"), total);
    try {
      await runImport(systemAt(deployment, registrar), registrar, plan, chain.rules.confirmations, (row) => {
        current.push(row);
        bar.update(current.length - plan.unchanged.length);
      });
    } finally {
      bar.end();
      saveRecords(records, current);
    }
  } else {
    saveRecords(records, current);
  }
  done(t("merchants.done", { count: current.length, shown: formatCount(current.length) }));
  return records;
}

function printPlan(chain: Chain, region: Region, plan: ImportPlan): void {
  heading(t("merchants.plan.title", { region: region.name[language()], network: chain.name }));
  const counts = (["register", "correct", "unchanged", "left"] as const).filter((key) => plan[key].length > 0);
  table(counts.map((key) => [formatCount(plan[key].length), t(`merchants.plan.${key}`)]));
  for (const { line: number, record } of plan.left) warning(t("merchants.left", { line: number, name: record.name }));
}
