// SPDX-License-Identifier: EUPL-1.2
import { buildRunTree, type Payment, type RunTree } from "../runs.ts";
import { type Claim, claimSheet, type ClaimSheet } from "../claims/sheets.ts";
import { chunksOf } from "./chunks.ts";
import type { BonusPlan } from "./plan.ts";

/** A chunk of a run: payments to accounts, or a sheet of claims that wait for whoever has their letters. */
export type RunChunk =
  { kind: "payments"; payments: readonly Payment[] } | { kind: "claims"; claims: readonly Claim[]; sheet: ClaimSheet };

/** What the run pays to accounts, in the order of the file. */
export function paymentsOf({ lines }: Pick<BonusPlan, "lines">): Payment[] {
  return lines.flatMap(({ wallet, cents }) => (wallet === null ? [] : [{ payee: wallet, amount: BigInt(cents) }]));
}

/** What the run sets aside for people who get a letter, in the order of the file. */
export function claimsOf({ lines }: Pick<BonusPlan, "lines">): Claim[] {
  return lines.flatMap(({ claimKey, cents }) => (claimKey === null ? [] : [{ claimKey, amount: BigInt(cents) }]));
}

/** The chunks of a plan as the chain numbers them: payments first, then claim sheets. */
export function runChunks(plan: Pick<BonusPlan, "lines" | "chunks" | "claims">): RunChunk[] {
  const payments = chunksOf(paymentsOf(plan), plan.chunks);
  const { sheets = [], deadline = 0 } = plan.claims ?? {};
  const claims = chunksOf(claimsOf(plan), sheets);
  return [
    ...payments.map((each): RunChunk => ({ kind: "payments", payments: each })),
    ...claims.map((each, i): RunChunk => {
      return { kind: "claims", claims: each, sheet: claimSheet(payments.length + i, each, deadline) };
    }),
  ];
}

/** The tree a run is proposed under, over all its chunks. */
export function runTree(chunks: readonly RunChunk[]): RunTree {
  return buildRunTree(
    chunks.flatMap((chunk) => (chunk.kind === "payments" ? [chunk.payments] : [])),
    chunks.flatMap((chunk) => (chunk.kind === "claims" ? [chunk.sheet] : [])),
  );
}

/** People who are paid by a chunk, or get a letter. */
export function sizeOf(chunk: RunChunk): number {
  return chunk.kind === "payments" ? chunk.payments.length : chunk.claims.length;
}

/** Cents of a chunk. */
export function centsOf(chunk: RunChunk): bigint {
  if (chunk.kind === "claims") return chunk.sheet.amount;
  return chunk.payments.reduce((sum, { amount }) => sum + amount, 0n);
}
