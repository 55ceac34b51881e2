// SPDX-License-Identifier: EUPL-1.2
import type { Language } from "@monnaie-commune/sdk/amounts";
import { CONTRACT_NAMES, type Deployment } from "@monnaie-commune/sdk/deployments";
import type { Region } from "@monnaie-commune/sdk/regions";

export type Address = `0x${string}`;

/** A person of the demonstration; only on the local development chain. */
export type DemoIdentity = {
  address: Address;
  key: Address;
  name: Record<Language, string>;
  role: Record<Language, string>;
};

/** What /config.json holds: where the region's currency lives. Read once, when the dApp starts. */
export type RuntimeConfig = {
  chainId: number;
  rpcUrl: string;
  /** Where claims are sent for those who hold no coin for fees; a region may have no relay. */
  relayUrl?: string;
  region: Region;
  deployment: Deployment;
  demoIdentities: DemoIdentity[];
};

export type StartProblem = "noDeployment" | "unreachable" | "invalid";

export type RuntimeAnswer = { ok: true; config: RuntimeConfig } | { ok: false; problem: StartProblem };

export const LOCAL_CHAIN_ID = 31337;

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null;
const isAddress = (value: unknown): value is Address => typeof value === "string" && /^0x[0-9a-fA-F]{40}$/.test(value);
const isLocalised = (value: unknown) => isObject(value) && typeof value.fr === "string" && typeof value.en === "string";

function isWebAddress(value: unknown): value is string {
  return typeof value === "string" && URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
}

function isRegion(value: unknown): value is Region {
  if (!isObject(value) || !isLocalised(value.name) || !Array.isArray(value.departments)) return false;
  const { currency, colours } = value;
  if (!isObject(currency) || !isLocalised(currency.name) || typeof currency.symbol !== "string") return false;
  return isObject(colours) && typeof colours.accentLight === "string" && typeof colours.accentDark === "string";
}

function isDeployment(value: unknown): value is Deployment {
  if (!isObject(value) || typeof value.genesisHash !== "string" || !isObject(value.contracts)) return false;
  const contracts = value.contracts;
  return CONTRACT_NAMES.every((name) => {
    const contract = contracts[name];
    return isObject(contract) && isAddress(contract.address) && typeof contract.block === "number";
  });
}

function isDemoIdentity(value: unknown): value is DemoIdentity {
  if (!isObject(value) || !isAddress(value.address) || typeof value.key !== "string") return false;
  return isLocalised(value.name) && isLocalised(value.role);
}

/** The configuration in a parsed /config.json, or undefined when a field is missing or of the wrong kind. */
export function parseRuntimeConfig(value: unknown): RuntimeConfig | undefined {
  if (!isObject(value) || !isRegion(value.region) || !isDeployment(value.deployment)) return undefined;
  const { chainId, rpcUrl, relayUrl, region, deployment, demoIdentities = [] } = value;
  if (!Number.isSafeInteger(chainId) || typeof rpcUrl !== "string" || !URL.canParse(rpcUrl)) return undefined;
  if (relayUrl !== undefined && !isWebAddress(relayUrl)) return undefined;
  if (!Array.isArray(demoIdentities) || !demoIdentities.every(isDemoIdentity)) return undefined;
  // Keys in a file served to everybody are a mistake anywhere but on the development chain: they are not even read.
  const identities = chainId === LOCAL_CHAIN_ID ? demoIdentities : [];
  const relay = relayUrl === undefined ? {} : { relayUrl };
  return { chainId: Number(chainId), rpcUrl, ...relay, region, deployment, demoIdentities: identities };
}

/** Reads the answer to a request for /config.json; undefined when there was none. */
export async function readRuntimeConfig(response: Response | undefined): Promise<RuntimeAnswer> {
  if (!response) return { ok: false, problem: "unreachable" };
  if (response.status === 503 || response.status === 404) return { ok: false, problem: "noDeployment" };
  if (!response.ok) return { ok: false, problem: "unreachable" };
  const config = parseRuntimeConfig(await response.json().catch(() => undefined));
  return config ? { ok: true, config } : { ok: false, problem: "invalid" };
}
