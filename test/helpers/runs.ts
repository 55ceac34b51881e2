// SPDX-License-Identifier: EUPL-1.2
import { AbiCoder, keccak256 } from "ethers";
import { buildRunTree, type Payment, type RunTree } from "@monnaie-commune/sdk/runs";

/** A run as an officer proposes it: its chunks and what is declared of them. Amounts in cents. */
export type PreparedRun = {
  chunks: readonly (readonly Payment[])[];
  tree: RunTree;
  planHash: string;
  paymentCount: bigint;
  total: bigint;
};

/** Prepares a run whose declaration fits its chunks. Another name makes another plan of the same payments. */
export function prepareRun(chunks: readonly (readonly Payment[])[], name = "plan"): PreparedRun {
  const payments = chunks.flat();
  const tree = buildRunTree(chunks);
  return {
    chunks,
    tree,
    planHash: planHashOf(tree.root, name),
    paymentCount: BigInt(payments.length),
    total: payments.reduce((sum, { amount }) => sum + amount, 0n),
  };
}

/** A payment to an account; `amount` in cents. */
export function payment(payee: { address: string }, amount: bigint): Payment {
  return { payee: payee.address as `0x${string}`, amount };
}

/** The arguments of `payChunk` for a chunk of a prepared run. */
export function chunkArgs(
  runId: bigint,
  run: PreparedRun,
  chunkIndex: number,
): [runId: bigint, chunkIndex: bigint, payments: Payment[], proof: string[]] {
  return [runId, BigInt(chunkIndex), [...(run.chunks[chunkIndex] ?? [])], run.tree.proof(chunkIndex)];
}

function planHashOf(root: string, name: string): string {
  return keccak256(AbiCoder.defaultAbiCoder().encode(["bytes32", "string"], [root, name]));
}
