// SPDX-License-Identifier: EUPL-1.2
import type { Hex } from "viem";
import type { PublishedCode } from "./runtime-code.ts";

/** In the order in which they are created. */
export const CONTRACT_NAMES = [
  "AccessManager",
  "RegionalToken",
  "MerchantRegistry",
  "Issuance",
  "Redemptions",
  "AuthorizationBatch",
] as const;

export type ContractName = (typeof CONTRACT_NAMES)[number];

/** Contracts with functions that ask for a role; the manager decides about itself, and the batch has none. */
export type RestrictedContract = Exclude<ContractName, "AccessManager" | "AuthorizationBatch">;

/**
 * What deployments/<chainId>/<region>.json holds. `block` is the block a contract was created in, `args` its constructor's
 * arguments with integers as decimal strings, `code` its program as published; `genesisHash` tells a chain that was started
 * afresh from the one deployed to. What the compiler got is kept beside it, in compiler-input/<compilerInputHash>.json.
 */
export type Deployment = {
  region: string;
  chainId: number;
  genesisHash: Hex;
  compilerInputHash: Hex;
  contracts: Record<ContractName, { address: Hex; block: number; args: unknown[]; code?: PublishedCode }>;
};
