// SPDX-License-Identifier: EUPL-1.2
import type { Deployment } from "@monnaie-commune/sdk/deployments";
import { recordHash, type MerchantRecord } from "@monnaie-commune/sdk/merchants";
import type { Region } from "@monnaie-commune/sdk/regions";
import { readFileSync } from "node:fs";
import { demoMerchantsCsv } from "../../../scripts/demo/merchants.ts";
import { deploymentsFolder, writeJson } from "../../../scripts/lib/deployment-file.ts";
import { merchantRecordsPath } from "../../../scripts/lib/merchant-records.ts";
import { importMerchants } from "../../../scripts/lib/merchants-verb.ts";
import type { Chain } from "../../../scripts/lib/network.ts";
import { signerFor } from "../../../scripts/lib/signers.ts";
import { systemAt } from "../../../scripts/lib/system.ts";

const SHOPS = 14;
const CHARTER_BREACHED = 4;

/** The shops of the tests that are not simply approved, by their place in the file. */
const SUSPENDED = 12;
const ALTERED = 13;

/** Some shops through the real import; one suspended, and one whose public record was altered afterwards. */
export async function importShops(chain: Chain, region: Region, deployment: Deployment): Promise<void> {
  const csv = demoMerchantsCsv()
    .split("\n")
    .slice(0, SHOPS + 1)
    .join("\n");
  const registrar = await signerFor(chain, "registrar");
  await importMerchants({
    chain,
    region,
    file: { name: "shops.csv", bytes: new TextEncoder().encode(csv) },
    fictitious: true,
    dryRun: false,
    registrar: () => Promise.resolve(registrar),
  });

  const path = merchantRecordsPath(chain.chainId, region.slug, deploymentsFolder());
  const records = JSON.parse(readFileSync(path, "utf8")) as Record<string, MerchantRecord>;
  const { registry } = systemAt(deployment, registrar);
  const merchants = await registry.merchants(0, SHOPS);
  const suspended = merchants[SUSPENDED];
  const altered = merchants[ALTERED];
  if (!suspended || !altered) throw new Error("Fewer shops than the tests need");
  await (await registry.suspend(suspended.account, CHARTER_BREACHED)).wait();
  const record = records[altered.account];
  if (!record) throw new Error(`No record for ${altered.account}`);
  const changed = { ...record, name: "Nom changé après coup" };
  if (recordHash(changed) === altered.details.recordHash) throw new Error("The record was not altered");
  writeJson(path, { ...records, [altered.account]: changed });
}
