// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from "node:fs";
import { readLedger } from "@monnaie-commune/sdk/ledger/read";
import { createRpcSource } from "@monnaie-commune/sdk/ledger/rpc-source";
import type { MerchantRecord } from "@monnaie-commune/sdk/merchants";
import { PURPOSES } from "@monnaie-commune/sdk/purposes";
import { type Convention, structureFigures, type StructureFigures } from "@monnaie-commune/sdk/structures/structures";
import { deploymentsFolder, loadDeployment } from "../lib/deployment-file.ts";
import { merchantRecordsPath } from "../lib/merchant-records.ts";
import type { Chain } from "../lib/network.ts";
import { type System, systemAt } from "../lib/system.ts";

const PAGE = 200;

/** Every convention the registry ever recorded, as it stands at a block. */
export async function conventionsOf({ registry }: System, block: number): Promise<Convention[]> {
  const at = { blockTag: block };
  const count = Number(await registry.structureCount(at));
  const conventions: Convention[] = [];
  for (let offset = 0; offset < count; offset += PAGE) {
    for (const structure of await registry.structures(offset, PAGE, at)) {
      const { account, conventionHash } = structure;
      const [acceptedShareBps, since, until] = [structure.acceptedShareBps, structure.since, structure.until].map(
        Number,
      );
      conventions.push({
        account,
        conventionHash,
        acceptedShareBps: acceptedShareBps ?? 0,
        since: since ?? 0,
        until: until ?? 0,
      });
    }
  }
  return conventions;
}

export type StructureReport = {
  structures: StructureFigures[];
  block: number;
  /** The public name of an account in the register of shops; empty for others. */
  nameOf: (account: string) => string;
};

/** What every funded structure did with the currency, read at one block. */
export async function readStructures(
  chain: Chain,
  region: string,
  folder = deploymentsFolder(),
): Promise<StructureReport> {
  const deployment = await loadDeployment(chain, region, folder);
  const system = systemAt(deployment, chain.provider);
  const { RegionalToken: token, Issuance, Redemptions } = deployment.contracts;
  const latest = await chain.provider.getBlock("latest");
  if (latest === null) throw new Error("The node has no latest block");
  const source = createRpcSource(async (method, params) => await chain.provider.send(method, [...params]));
  const contracts = { token: token.address, issuance: Issuance.address, redemptions: Redemptions.address };
  const { entries } = await readLedger(source, contracts, { fromBlock: token.block, toBlock: latest.number });
  const subsidies = await subsidyProgrammes(system, latest.number);
  const conventions = await conventionsOf(system, latest.number);
  return {
    structures: structureFigures(conventions, entries, (id) => subsidies.has(id), latest.timestamp),
    block: latest.number,
    nameOf: namesIn(merchantRecordsPath(chain.chainId, region, folder)),
  };
}

async function subsidyProgrammes({ issuance }: System, block: number): Promise<Set<bigint>> {
  const at = { blockTag: block };
  const count = Number(await issuance.programmeCount(at));
  const subsidies = new Set<bigint>();
  for (let id = 1; id <= count; id++) {
    const { purpose } = await issuance.programmeOf(id, at);
    if (PURPOSES[Number(purpose)] === "subsidy") subsidies.add(BigInt(id));
  }
  return subsidies;
}

/** Names from the file of public records beside the deployment, where there is one. */
function namesIn(path: string): (account: string) => string {
  let records: Record<string, MerchantRecord>;
  try {
    records = JSON.parse(readFileSync(path, "utf8")) as Record<string, MerchantRecord>;
  } catch {
    return () => "";
  }
  const names = new Map(Object.entries(records).map(([account, { name }]) => [account.toLowerCase(), name]));
  return (account) => names.get(account.toLowerCase()) ?? "";
}
