// SPDX-License-Identifier: EUPL-1.2
import {
  AccessManagerAbi,
  IssuanceAbi,
  MerchantRegistryAbi,
  RedemptionsAbi,
  RegionalTokenAbi,
} from "@monnaie-commune/sdk/generated/abis";
import type { Abi, ContractFunctionArgs, ContractFunctionName } from "viem";
import type { Address } from "./runtime-config.ts";
import { useRuntime } from "./runtime-context.ts";

/** The region's contracts, ready to be spread into a read or a call. */
export function useContracts() {
  const { contracts } = useRuntime().deployment;
  return {
    token: { address: contracts.RegionalToken.address, abi: RegionalTokenAbi },
    registry: { address: contracts.MerchantRegistry.address, abi: MerchantRegistryAbi },
    issuance: { address: contracts.Issuance.address, abi: IssuanceAbi },
    redemptions: { address: contracts.Redemptions.address, abi: RedemptionsAbi },
    accessManager: { address: contracts.AccessManager.address, abi: AccessManagerAbi },
  } as const;
}

/** Every named error a contract of the region can revert with, whichever contract was called. */
export const CONTRACT_ERRORS: Abi = [
  RegionalTokenAbi,
  MerchantRegistryAbi,
  IssuanceAbi,
  RedemptionsAbi,
  AccessManagerAbi,
].flatMap((abi) => (abi as Abi).filter((item) => item.type === "error"));

/** A call that changes something; made by `contractCall`, which checks it against the ABI. */
export type ContractCall = { address: Address; abi: Abi; functionName: string; args: readonly unknown[] };

export function contractCall<
  const abi extends Abi,
  name extends ContractFunctionName<abi, "nonpayable">,
  const args extends ContractFunctionArgs<abi, "nonpayable", name>,
>(contract: { address: Address; abi: abi }, functionName: name, args: args): ContractCall {
  return { ...contract, functionName, args: args as readonly unknown[] };
}
