// SPDX-License-Identifier: EUPL-1.2
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type MerchantRecord, recordHash, REFUSAL_REASONS } from "@monnaie-commune/sdk/merchants";
import { findCode } from "@monnaie-commune/sdk/public-list";
import { parsePublishedRecord } from "@monnaie-commune/sdk/merchants/record";
import { ROLES } from "@monnaie-commune/sdk/generated/roles";
import type { Region } from "@monnaie-commune/sdk/regions";
import type { Wallet } from "ethers";
import type { IMerchantRegistry } from "../../types/ethers-contracts/contracts/interfaces/IMerchantRegistry.js";
import { loadDeployment } from "./deployment-file.ts";
import { Failure } from "./failure.ts";
import { keepRecord, recordsFolder } from "./merchant-records.ts";
import { formatCount, language, t } from "./messages.ts";
import type { Chain } from "./network.ts";
import { sendInOrder } from "./send-in-order.ts";
import { type System, systemAt } from "./system.ts";
import { done, heading, line, table } from "./terminal.ts";

const APPLIED = 1n;
const PAGE = 200n;

export type RegisterJob = { chain: Chain; region: Region };

/** A shop that waits; without a record when the one it signed is not here, or is another. */
export type Application = { account: string; record: MerchantRecord | undefined };

/** Who waits for an answer, in the order of the register. */
export async function applicationsOf({ chain, region }: RegisterJob): Promise<Application[]> {
  const { registry } = await readSystem(chain, region);
  const waiting = (await allMerchants(registry)).filter(({ status }) => status === APPLIED);
  return waiting.map(({ account, details }) => ({
    account,
    record: recordUnder(chain.chainId, region.slug, details.recordHash),
  }));
}

export async function printApplications(job: RegisterJob): Promise<void> {
  const applications = await applicationsOf(job);
  heading(t("merchants.applications.title", { region: job.region.name[language()], network: job.chain.name }));
  if (applications.length === 0) line(t("merchants.applications.none"));
  table(
    applications.map(({ account, record }) => [
      account,
      record === undefined ? t("merchants.applications.noRecord") : `${record.name}, ${record.town}`,
    ]),
  );
}

/**
 * Approves or refuses applications, all of them or none.
 * @param reason Key or code of the public list, to refuse.
 */
export async function decide(
  { chain, region }: RegisterJob,
  accounts: readonly string[],
  registrar: Wallet,
  reason?: string,
): Promise<void> {
  const code = reason === undefined ? undefined : reasonCode(reason);
  const { registry, manager } = systemAt(await loadDeployment(chain, region.slug), registrar);
  const [isRegistrar] = await manager.hasRole(ROLES.REGISTRAR, registrar);
  if (!isRegistrar) throw new Failure(3, "merchants.notRegistrar", { address: registrar.address });
  const request = async () =>
    code === undefined
      ? await registry.approve.populateTransaction([...accounts])
      : await registry.refuse.populateTransaction([...accounts], code);
  await sendInOrder(registrar, [{ request }], chain.rules.confirmations, () => {});
  const key = code === undefined ? "merchants.approved" : "merchants.refused";
  done(t(key, { count: accounts.length, shown: formatCount(accounts.length) }));
}

/**
 * Puts a record that a shop handed over, or that was corrected, where the region serves it.
 * @throws Failure when it is no record, or the register holds no hash of it.
 */
export async function publishRecord({ chain, region }: RegisterJob, file: string, text: string): Promise<void> {
  const record = recordIn(text);
  if (record === undefined) throw new Failure(1, "merchants.badRecord", { file });
  const { registry } = await readSystem(chain, region);
  const hash = recordHash(record);
  const isKnown = (await allMerchants(registry)).some(({ details }) => details.recordHash === hash);
  if (!isKnown) throw new Failure(1, "merchants.strangeRecord", { file, hash });
  if (!keepRecord(chain.chainId, region.slug, record)) throw new Failure(3, "merchants.recordsFull");
  done(t("merchants.published", { name: record.name }));
}

function recordIn(text: string): MerchantRecord | undefined {
  try {
    return parsePublishedRecord(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function recordUnder(chainId: number, region: string, hash: string): MerchantRecord | undefined {
  const path = join(recordsFolder(chainId, region), `${hash}.json`);
  const record = existsSync(path) ? recordIn(readFileSync(path, "utf8")) : undefined;
  return record && recordHash(record) === hash ? record : undefined;
}

function reasonCode(reason: string): number {
  const found = findCode(REFUSAL_REASONS, reason);
  const known = REFUSAL_REASONS.map(({ key }) => key).join(", ");
  if (found === undefined) throw new Failure(1, "merchants.badReason", { reason, known });
  return found.code;
}

async function readSystem(chain: Chain, region: Region): Promise<System> {
  return systemAt(await loadDeployment(chain, region.slug), chain.provider);
}

async function allMerchants(registry: System["registry"]): Promise<IMerchantRegistry.MerchantStructOutput[]> {
  const found: IMerchantRegistry.MerchantStructOutput[] = [];
  for (let offset = 0n, count = await registry.merchantCount(); offset < count; offset += PAGE) {
    found.push(...(await registry.merchants(offset, PAGE)));
  }
  return found;
}
