// SPDX-License-Identifier: EUPL-1.2
import { id } from "ethers";
import { cancelSignature, exitArgs } from "../helpers/exits.ts";
import type { MatrixCall } from "./matrix-call.ts";
import { EXIT, FEE_BPS, requestOf } from "./matrix-world.ts";

const contract = "Redemptions";
const SIGNED_REQUEST = "requestWithAuthorization(address,uint256,uint16,uint256,uint256,bytes32,bytes)";
const WAITING = 1n;

export const REDEMPTIONS_CALLS: readonly MatrixCall[] = [
  {
    contract,
    signature: "request(uint256,uint16)",
    variant: "as a shop",
    world: "shops",
    who: "anyone",
    args: () => [EXIT, FEE_BPS],
  },
  {
    contract,
    signature: "request(uint256,uint16)",
    variant: "as no shop",
    who: [],
    args: () => [EXIT, FEE_BPS],
    refusal: (_world, caller) => ({ name: "RedemptionNotAShop", args: [caller.address] }),
  },
  {
    contract,
    signature: SIGNED_REQUEST,
    who: "anyone",
    args: async (world) => await exitArgs(world, world.shop, { amount: EXIT, mostFeeBps: FEE_BPS }),
  },
  {
    contract,
    signature: SIGNED_REQUEST,
    variant: "for more than the shop signed",
    who: [],
    async args(world) {
      const [shop, amount, ...rest] = await exitArgs(world, world.shop, { amount: EXIT, mostFeeBps: FEE_BPS });
      return [shop, amount + 1n, ...rest];
    },
    refusal: () => ({ name: "ERC3009InvalidSignature", args: [] }),
  },
  {
    contract,
    signature: "cancel(uint256)",
    world: "shops",
    who: "anyone",
    args: (world, caller) => [requestOf(world, caller)],
  },
  {
    contract,
    signature: "cancel(uint256)",
    variant: "of another shop",
    who: [],
    args: () => [WAITING],
    refusal: (_world, caller) => ({ name: "RedemptionOfAnotherShop", args: [WAITING, caller.address] }),
  },
  {
    contract,
    signature: "cancelWithSignature(uint256,bytes)",
    who: "anyone",
    args: async ({ redemptions, shop }) => [WAITING, await cancelSignature(redemptions, shop, WAITING)],
  },
  {
    contract,
    signature: "cancelWithSignature(uint256,bytes)",
    variant: "signed by another",
    who: [],
    args: async ({ redemptions, applicant }) => [WAITING, await cancelSignature(redemptions, applicant, WAITING)],
    refusal: () => ({ name: "RedemptionInvalidSignature", args: [WAITING] }),
  },
  { contract, signature: "confirm(uint256,bytes32)", who: "table", args: () => [WAITING, id("transfer")] },
  { contract, signature: "refuse(uint256,uint16)", who: "table", args: () => [WAITING, 1n] },
  { contract, signature: "setFee(uint16)", who: "table", args: () => [100n] },
  { contract, signature: "setMonthlyAllowance(uint80)", who: "table", args: () => [1_000_00n] },
  { contract, signature: "setAuthority(address)", who: [], args: ({ manager }) => [manager.target] },
];
