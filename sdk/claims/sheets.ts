// SPDX-License-Identifier: EUPL-1.2
import { SimpleMerkleTree } from "@openzeppelin/merkle-tree";
import type { Hex } from "viem";
import { encodeAbiParameters, keccak256 } from "viem/utils";
import { CLAIMS_PER_SHEET } from "./sheet-size.ts";

/** A payment that waits for whoever holds a one-time key; `claimKey` is the key's address, `amount` cents. */
export type Claim = { claimKey: Hex; amount: bigint };

/** A claim sheet as a run holds it: `amount` is the cents of all claims, `deadline` the last Unix second to claim them. */
export type ClaimSheet = { chunkIndex: number; root: Hex; claimCount: number; amount: bigint; deadline: number };

/** The Merkle tree over the claims of a sheet; `proof` throws `RangeError` for a place that is not on it. */
export type SheetTree = { root: Hex; proof(place: number): Hex[] };

/** The number of a claim in its run: sheets have 128 numbers each, used or not. */
export function claimNumberOf(chunkIndex: number, place: number): number {
  return chunkIndex * CLAIMS_PER_SHEET + place;
}

/** The sheet a claim stands on, and its place there. */
export function placeOfClaim(claimNumber: number): { chunkIndex: number; place: number } {
  return { chunkIndex: Math.floor(claimNumber / CLAIMS_PER_SHEET), place: claimNumber % CLAIMS_PER_SHEET };
}

/**
 * The tree of a sheet. A leaf is keccak256(keccak256(abi.encode(claimNumber, claimKey, amount))).
 * Throws `RangeError` for a sheet without claims or with more than 128.
 */
export function buildSheetTree(chunkIndex: number, claims: readonly Claim[]): SheetTree {
  if (claims.length === 0 || claims.length > CLAIMS_PER_SHEET) {
    throw new RangeError(`A claim sheet has 1 to ${CLAIMS_PER_SHEET} claims`);
  }
  const tree = SimpleMerkleTree.of(
    claims.map((claim, place) => claimLeaf(BigInt(claimNumberOf(chunkIndex, place)), claim)),
  );
  return {
    root: tree.root as Hex,
    proof(place) {
      if (!Number.isInteger(place) || place < 0 || place >= claims.length) {
        throw new RangeError(`The sheet has no claim at place ${place}`);
      }
      return tree.getProof(place) as Hex[];
    },
  };
}

/** The sheet of some claims, as it goes into the tree of the run. */
export function claimSheet(chunkIndex: number, claims: readonly Claim[], deadline: number): ClaimSheet {
  const { root } = buildSheetTree(chunkIndex, claims);
  const amount = claims.reduce((sum, claim) => sum + claim.amount, 0n);
  return { chunkIndex, root, claimCount: claims.length, amount, deadline };
}

function claimLeaf(claimNumber: bigint, { claimKey, amount }: Claim): Hex {
  const words = encodeAbiParameters(
    [{ type: "uint256" }, { type: "address" }, { type: "uint256" }],
    [claimNumber, claimKey, amount],
  );
  return keccak256(keccak256(words));
}
