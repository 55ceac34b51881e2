// SPDX-License-Identifier: EUPL-1.2
import { StandardMerkleTree } from "@openzeppelin/merkle-tree";
import type { Hex } from "viem";
import { concatHex, keccak256, numberToHex, padHex } from "viem/utils";

/** One line of a run; `amount` is cents. */
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
 * The tree whose root a run is proposed under. A leaf is keccak256(keccak256(abi.encode(chunkIndex, paymentsHash))).
 * Throws `RangeError` when there is no chunk or an empty one.
 */
export function buildRunTree(chunks: readonly (readonly Payment[])[]): RunTree {
  if (chunks.length === 0 || chunks.some((chunk) => chunk.length === 0)) {
    throw new RangeError("A run has at least one chunk, and a chunk at least one payment");
  }
  const tree = StandardMerkleTree.of(
    chunks.map((chunk, index): [bigint, Hex] => [BigInt(index), paymentsHash(chunk)]),
    ["uint256", "bytes32"],
  );
  return {
    root: tree.root as Hex,
    proof(chunkIndex) {
      if (!Number.isInteger(chunkIndex) || chunkIndex < 0 || chunkIndex >= chunks.length) {
        throw new RangeError(`The run has no chunk ${chunkIndex}`);
      }
      return tree.getProof(chunkIndex) as Hex[];
    },
  };
}
