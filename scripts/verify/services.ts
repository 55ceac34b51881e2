// SPDX-License-Identifier: EUPL-1.2
import { verifyContract } from "@nomicfoundation/hardhat-verify/verify";
import { CONTRACT_NAMES, type ContractName, type Deployment } from "@monnaie-commune/sdk/deployments";
import hre, { artifacts } from "hardhat";
import type { HardhatConfig } from "hardhat/types/config";
import type { NetworkConnection } from "hardhat/types/network";
import { Failure } from "../lib/failure.ts";
import type { Chain } from "../lib/network.ts";
import { creationOf } from "./creation.ts";

/** Services that compile sources and show them beside contracts. Etherscan wants a key. */
export const SERVICES = ["sourcify", "blockscout", "etherscan"] as const;

export type Service = (typeof SERVICES)[number];

/** Where the services are; those of hardhat.config.ts unless said otherwise. */
export type ServiceSettings = Partial<Pick<HardhatConfig, "verify" | "chainDescriptors">>;

/** Told of each contract as soon as the service has it. */
export type ServiceListener = (name: ContractName, service: Service) => void;

/** What Hardhat's plugin calls its troubles, by the number of its message. */
const TROUBLES: Record<string, string> = { 80000: "notOffered", 80027: "notOffered", 80001: "away", 80002: "away" };
const ALREADY = "80022";

/**
 * Gives the sources of each contract of a deployment to a service, unless it has them.
 * @throws Failure when the service is away (the same command goes on), does not know the chain, or refuses.
 */
export async function verifyWith(
  service: Service,
  connection: NetworkConnection,
  chain: Chain,
  { contracts }: Deployment,
  listener: ServiceListener,
  settings: ServiceSettings = {},
): Promise<void> {
  const environment = Object.create(hre, {
    network: { value: { create: async () => await Promise.resolve(connection) } },
    config: { value: { ...hre.config, ...settings } },
  }) as typeof hre;
  for (const name of CONTRACT_NAMES) {
    const { address, args } = contracts[name];
    const { sourceName } = await artifacts.readArtifact(name);
    const creation = await creationOf(chain, contracts[name]);
    const request = {
      address,
      constructorArgs: args,
      contract: `${sourceName}:${name}`,
      provider: service,
      ...(creation && { creationTxHash: creation.transaction }),
    };
    await withoutItsWords(async () => await verifyContract(request, environment)).catch((error: unknown) => {
      const failure = failureOf(error, service, name);
      if (failure !== undefined) throw failure;
    });
    listener(name, service);
  }
}

function failureOf(error: unknown, service: Service, name: ContractName): unknown {
  const message = error instanceof Error ? error.message : String(error);
  const number = /^HHE(\d+)/u.exec(message)?.[1];
  if (number === ALREADY) return undefined;
  if (number === undefined || !number.startsWith("80")) return error;
  const trouble = TROUBLES[number] ?? "refused";
  const reason = message.replace(/^HHE\d+: /u, "").trim();
  const parameters = { service, name, reason };
  if (trouble === "away") return new Failure(2, "verify.service.away", parameters, { cause: error });
  if (trouble === "notOffered") return new Failure(1, "verify.service.notOffered", parameters, { cause: error });
  return new Failure(3, "verify.service.refused", parameters, { cause: error });
}

/** Hardhat's plugin tells what it does, in English, on the console. */
async function withoutItsWords<T>(work: () => Promise<T>): Promise<T> {
  const spoken = Object.getOwnPropertyDescriptor(console, "log");
  Object.defineProperty(console, "log", { value: () => {}, configurable: true, writable: true });
  try {
    return await work();
  } finally {
    if (spoken !== undefined) Object.defineProperty(console, "log", spoken);
  }
}
