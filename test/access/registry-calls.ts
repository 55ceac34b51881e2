// SPDX-License-Identifier: EUPL-1.2
import { type HDNodeWallet, id, Wallet } from "ethers";
import type { Hex } from "viem";
import {
  applicationTypedData,
  departureTypedData,
  type MerchantDetails,
  updateTypedData,
} from "@monnaie-commune/sdk/merchants/messages";
import type { MatrixCall } from "./matrix-call.ts";
import { details, somebody, type World } from "./matrix-world.ts";

const contract = "MerchantRegistry";
const DETAILS = "(uint16,bytes5,bytes32,string)";
const NO_END = 2 ** 48;

type TypedData = ReturnType<typeof applicationTypedData | typeof updateTypedData | typeof departureTypedData>;

const signedDetails = { ...details, category: Number(details.category) } as MerchantDetails;

async function messageOf({ registry }: World, account: string) {
  const { chainId, verifyingContract } = await registry.eip712Domain();
  return {
    chainId: Number(chainId),
    registry: verifyingContract as Hex,
    account: account as Hex,
    nonce: 0n,
    deadline: NO_END,
  };
}

async function sign(signer: World["applicant"] | HDNodeWallet, { domain, types, message }: TypedData): Promise<string> {
  const fields = Object.entries(types).map(([name, list]) => [name, [...list]]);
  return await signer.signTypedData(domain, Object.fromEntries(fields), message);
}

export const REGISTRY_CALLS: readonly MatrixCall[] = [
  { contract, signature: "approve(address[])", who: "table", args: ({ applicant }) => [[applicant.address]] },
  { contract, signature: "refuse(address[],uint16)", who: "table", args: ({ applicant }) => [[applicant.address], 1n] },
  { contract, signature: `register(address,${DETAILS})`, who: "table", args: () => [somebody("new shop"), details] },
  { contract, signature: "suspend(address,uint16)", who: "table", args: () => [somebody("approved shop"), 1n] },
  { contract, signature: "reinstate(address)", who: "table", args: () => [somebody("suspended shop")] },
  {
    contract,
    signature: `correctDetails(address,${DETAILS})`,
    who: "table",
    args: () => [somebody("approved shop"), details],
  },
  {
    contract,
    signature: "recordStructure(address,uint16,uint64,bytes32)",
    who: "table",
    args: () => [somebody("structure"), 1n, 0n, id("convention")],
  },
  { contract, signature: "endStructure(address)", who: "table", args: () => [somebody("structure")] },
  { contract, signature: "setAuthority(address)", who: [], args: ({ manager }) => [manager.target] },
  { contract, signature: `applyAsMerchant(${DETAILS})`, who: "anyone", args: () => [details] },
  { contract, signature: `updateDetails(${DETAILS})`, who: "anyone", world: "shops", args: () => [details] },
  {
    contract,
    signature: `applyBySignature(address,${DETAILS},uint256,uint256,bytes)`,
    who: "anyone",
    async args(world) {
      const shop = Wallet.createRandom();
      const data = applicationTypedData(await messageOf(world, shop.address), signedDetails);
      return [shop.address, details, 0n, NO_END, await sign(shop, data)];
    },
  },
  {
    contract,
    signature: `updateBySignature(address,${DETAILS},uint256,uint256,bytes)`,
    who: "anyone",
    async args(world) {
      const { applicant } = world;
      const data = updateTypedData(await messageOf(world, applicant.address), signedDetails);
      return [applicant.address, details, 0n, NO_END, await sign(applicant, data)];
    },
  },
  {
    contract,
    signature: "leaveBySignature(address,uint256,uint256,bytes)",
    who: "anyone",
    async args(world) {
      const { applicant } = world;
      const data = departureTypedData(await messageOf(world, applicant.address));
      return [applicant.address, 0n, NO_END, await sign(applicant, data)];
    },
  },
  { contract, signature: "leave()", who: "anyone", world: "shops", args: () => [] },
];
