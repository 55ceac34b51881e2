// SPDX-License-Identifier: EUPL-1.2
import type { Deployment } from "@monnaie-commune/sdk/deployments";
import type { ContractRunner } from "ethers";
import {
  AccessManager__factory,
  AuthorizationBatch__factory,
  Issuance__factory,
  MerchantRegistry__factory,
  Redemptions__factory,
  RegionalToken__factory,
  type AccessManager,
  type AuthorizationBatch,
  type Issuance,
  type MerchantRegistry,
  type Redemptions,
  type RegionalToken,
} from "../../types/ethers-contracts/index.js";

/** The contracts of a deployed region, with their types. */
export type System = {
  manager: AccessManager;
  token: RegionalToken;
  registry: MerchantRegistry;
  issuance: Issuance;
  redemptions: Redemptions;
  batch: AuthorizationBatch;
};

/** The contracts at their addresses, called through a wallet (or a provider, to read only). */
export function systemAt({ contracts }: Pick<Deployment, "contracts">, runner: ContractRunner): System {
  return {
    manager: AccessManager__factory.connect(contracts.AccessManager.address, runner),
    token: RegionalToken__factory.connect(contracts.RegionalToken.address, runner),
    registry: MerchantRegistry__factory.connect(contracts.MerchantRegistry.address, runner),
    issuance: Issuance__factory.connect(contracts.Issuance.address, runner),
    redemptions: Redemptions__factory.connect(contracts.Redemptions.address, runner),
    batch: AuthorizationBatch__factory.connect(contracts.AuthorizationBatch.address, runner),
  };
}
