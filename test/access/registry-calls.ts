// SPDX-License-Identifier: EUPL-1.2
import { id } from "ethers";
import type { MatrixCall } from "./matrix-call.ts";
import { details, somebody } from "./matrix-world.ts";

const contract = "MerchantRegistry";
const DETAILS = "(uint16,bytes5,bytes32,string)";

export const REGISTRY_CALLS: readonly MatrixCall[] = [
  { contract, signature: "approve(address[])", who: "table", args: ({ applicant }) => [[applicant.address]] },
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
  { contract, signature: "leave()", who: "anyone", world: "shops", args: () => [] },
];
