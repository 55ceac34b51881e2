// SPDX-License-Identifier: EUPL-1.2
import type { Hex } from "viem";
import { encodeFunctionData } from "viem/utils";
import { IssuanceAbi } from "../generated/abis.ts";
import type { Payment } from "../runs.ts";
import type { BonusPlan } from "./plan.ts";

/** A call to Issuance that takes a run one step further. */
export type RunCall =
  | {
      functionName: "proposeRun";
      args: readonly [programmeId: bigint, root: Hex, planHash: Hex, payments: number, cents: bigint];
    }
  | { functionName: "approveRun"; args: readonly [runId: bigint] }
  | {
      functionName: "payChunk";
      args: readonly [runId: bigint, index: bigint, payments: readonly Payment[], proof: readonly Hex[]];
    };

export function proposeCall({ programmeId, root, planHash, totals }: BonusPlan): RunCall {
  const args = [BigInt(programmeId), root, planHash, totals.payments, BigInt(totals.cents)] as const;
  return { functionName: "proposeRun", args };
}

export function approveCall(runId: bigint): RunCall {
  return { functionName: "approveRun", args: [runId] };
}

export function payCall(runId: bigint, index: number, payments: readonly Payment[], proof: readonly Hex[]): RunCall {
  return { functionName: "payChunk", args: [runId, BigInt(index), payments, proof] };
}

/** The data of a transaction to Issuance. */
export function callData({ functionName, args }: RunCall): Hex {
  return encodeFunctionData({ abi: IssuanceAbi, functionName, args });
}
