// SPDX-License-Identifier: EUPL-1.2
import { SimpleMerkleTree } from "@openzeppelin/merkle-tree";
import type { Hex } from "viem";
import { concatHex, encodeAbiParameters, keccak256, numberToHex, padHex } from "viem/utils";
import type { ClaimSheet } from "./claims/sheets.ts";

/** One line of a run that is paid to an account; `amount` is cents. */
export type Payment = { payee: `0x${string}`; amount: bigint };

/** The Merkle tree over a run's chunks; `proof` throws `RangeError` for a chunk that is not in it. */
export type RunTree = { root: Hex; proof(chunkIndex: number): Hex[] };

/** keccak256 of the ABI words (payee, amount) of the payments, one after another, as `Issuance.payChunk` computes it. */
export function paymentsHash(payments: readonly Payment[]): Hex {
  return keccak256(
    concatHex(
      payments.flatMap(({ payee, amount }) => [padHex(payee, { size: 32 }), numberToHex(amount, { size: 32 })]),
    ),
  );
}

/**
 * The tree whose root a run is proposed under: its chunks of payments, then its claim sheets, numbered through. A leaf is
 * keccak256(keccak256(abi.encode(chunkIndex, paymentsHash))), and of a claim sheet
 * keccak256(keccak256(abi.encode(chunkIndex, root, claimCount, amount, deadline))).
 * Throws `RangeError` when there is nothing at all, or an empty chunk.
 */
export function buildRunTree(
  chunks: readonly (readonly Payment[])[],
  sheets: readonly Omit<ClaimSheet, "chunkIndex">[] = [],
): RunTree {
  const count = chunks.length + sheets.length;
  if (count === 0 || chunks.some((chunk) => chunk.length === 0)) {
    throw new RangeError("A run has at least one chunk, and a chunk at least one payment");
  }
  const leaves = [
    ...chunks.map((chunk, index) => paymentsLeaf(index, chunk)),
    ...sheets.map((sheet, i) => sheetLeaf(chunks.length + i, sheet)),
  ];
  const tree = SimpleMerkleTree.of(leaves);
  return {
    root: tree.root as Hex,
    proof(chunkIndex) {
      if (!Number.isInteger(chunkIndex) || chunkIndex < 0 || chunkIndex >= count) {
        throw new RangeError(`The run has no chunk ${chunkIndex}`);
      }
      return tree.getProof(chunkIndex) as Hex[];
    },
  };
}

function paymentsLeaf(chunkIndex: number, payments: readonly Payment[]): Hex {
  const words = encodeAbiParameters(
    [{ type: "uint256" }, { type: "bytes32" }],
    [BigInt(chunkIndex), paymentsHash(payments)],
  );
  return keccak256(keccak256(words));
}

function sheetLeaf(chunkIndex: number, { root, claimCount, amount, deadline }: Omit<ClaimSheet, "chunkIndex">): Hex {
  const words = encodeAbiParameters(
    [{ type: "uint256" }, { type: "bytes32" }, { type: "uint256" }, { type: "uint256" }, { type: "uint256" }],
    [BigInt(chunkIndex), root, BigInt(claimCount), amount, BigInt(deadline)],
  );
  return keccak256(keccak256(words));
}
