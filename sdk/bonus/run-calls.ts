// SPDX-License-Identifier: EUPL-1.2
import type { Hex } from "viem";
import { encodeFunctionData } from "viem/utils";
import { IssuanceAbi } from "../generated/abis.ts";
import type { Claim, ClaimSheet } from "../claims/sheets.ts";
import type { Payment } from "../runs.ts";
import type { BonusPlan } from "./plan.ts";
import type { RunChunk } from "./run-chunks.ts";

/** A claim sheet as the contract takes it. */
type SheetWords = { root: Hex; claimCount: bigint; amount: bigint; deadline: bigint };

/** A call to Issuance that takes a run one step further. */
export type RunCall =
  | {
      functionName: "proposeRun";
      args: readonly [programmeId: bigint, root: Hex, planHash: Hex, payments: number, cents: bigint];
    }
  | { functionName: "approveRun"; args: readonly [runId: bigint] }
  | { functionName: "cancelRun"; args: readonly [runId: bigint] }
  | {
      functionName: "payChunk";
      args: readonly [runId: bigint, index: bigint, payments: readonly Payment[], proof: readonly Hex[]];
    }
  | {
      functionName: "openClaims";
      args: readonly [runId: bigint, index: bigint, sheet: SheetWords, proof: readonly Hex[]];
    }
  | {
      functionName: "cancelClaim";
      args: readonly [runId: bigint, claim: bigint, claimKey: Hex, cents: bigint, proof: readonly Hex[]];
    }
  | { functionName: "closeClaims"; args: readonly [runId: bigint, index: bigint] };

export function proposeCall({ programmeId, root, planHash, totals }: BonusPlan): RunCall {
  const args = [BigInt(programmeId), root, planHash, totals.payments, BigInt(totals.cents)] as const;
  return { functionName: "proposeRun", args };
}

export function approveCall(runId: bigint): RunCall {
  return { functionName: "approveRun", args: [runId] };
}

export function cancelCall(runId: bigint): RunCall {
  return { functionName: "cancelRun", args: [runId] };
}

/** Pays a chunk or, if it is one of claims, opens its sheet. */
export function chunkCall(runId: bigint, index: number, chunk: RunChunk, proof: readonly Hex[]): RunCall {
  if (chunk.kind === "claims") {
    return { functionName: "openClaims", args: [runId, BigInt(index), sheetWords(chunk.sheet), proof] };
  }
  return { functionName: "payChunk", args: [runId, BigInt(index), chunk.payments, proof] };
}

export function cancelClaimCall(runId: bigint, number: number, { claimKey, amount }: Claim, proof: Hex[]): RunCall {
  return { functionName: "cancelClaim", args: [runId, BigInt(number), claimKey, amount, proof] };
}

export function closeClaimsCall(runId: bigint, index: number): RunCall {
  return { functionName: "closeClaims", args: [runId, BigInt(index)] };
}

/** The data of a transaction to Issuance. */
export function callData({ functionName, args }: RunCall): Hex {
  return encodeFunctionData({ abi: IssuanceAbi, functionName, args });
}

function sheetWords({ root, claimCount, amount, deadline }: ClaimSheet): SheetWords {
  return { root, claimCount: BigInt(claimCount), amount, deadline: BigInt(deadline) };
}
