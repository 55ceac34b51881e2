// SPDX-License-Identifier: EUPL-1.2
import { existsSync, readFileSync } from "node:fs";
import type { MerchantRecord } from "@monnaie-commune/sdk/merchants";
import { type ExitRequest, readExitRequests } from "@monnaie-commune/sdk/exits/request";
import { deploymentsFolder, loadDeployment } from "../lib/deployment-file.ts";
import { Failure } from "../lib/failure.ts";
import { merchantRecordsPath } from "../lib/merchant-records.ts";
import type { Chain } from "../lib/network.ts";
import { systemAt, type System } from "../lib/system.ts";

export type Place = { chain: Chain; region: string; deployments?: string | undefined };

/** A request of euros, and the name of its shop where the public records have it. */
export type NamedRequest = ExitRequest & { name: string };

/** What the chain says of exits, all at one block. Cents. */
export type Exits = {
  system: System;
  block: number;
  requests: NamedRequest[];
  /** Euros attested less those that left, and what circulates: the first must cover the second. */
  reserve: bigint;
  totalSupply: bigint;
};

/** Reads every request, and the reserve, at the latest block. */
export async function readExits({ chain, region, deployments }: Place): Promise<Exits> {
  const deployment = await loadDeployment(chain, region, deployments);
  const system = systemAt(deployment, chain.provider);
  const { redemptions, issuance, token } = system;
  const block = await chain.provider.getBlockNumber();
  const at = { blockTag: block };
  const [count, programmes, redeemed, totalSupply] = await Promise.all([
    redemptions.requestCount(at),
    issuance.programmeCount(at),
    redemptions.redeemed(at),
    token.totalSupply(at),
  ]);
  const requests = await readExitRequests(
    count,
    async (offset, limit) => await redemptions.requests(offset, limit, at),
  );
  let attested = 0n;
  for (let id = 1n; id <= programmes; id++) attested += (await issuance.programmeOf(id, at)).attested;
  const nameOf = shopNames(chain.chainId, region, deployments);
  return {
    system,
    block,
    requests: requests.map((request) => ({ ...request, name: nameOf(request.shop) })),
    reserve: attested - redeemed,
    totalSupply,
  };
}

/** One request by the number on the command line. */
export function requestOf({ requests }: Pick<Exits, "requests">, given: string): NamedRequest {
  const request = requests.find(({ requestId }) => requestId.toString() === given.trim());
  if (request === undefined) throw new Failure(1, "exits.noRequest", { given, count: requests.length });
  return request;
}

/** The name of a shop in the region's public records; its address when they do not have it. */
function shopNames(chainId: number, region: string, deployments = deploymentsFolder()): (account: string) => string {
  const path = merchantRecordsPath(chainId, region, deployments);
  const records = existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Record<string, MerchantRecord>) : {};
  return (account) => records[account]?.legalName ?? account;
}
