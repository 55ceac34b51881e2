// SPDX-License-Identifier: EUPL-1.2
import type { RunState } from "@monnaie-commune/sdk/bonus/run-state";

type Hex = `0x${string}`;

/** A run as Issuance keeps it; amounts in cents. */
export type Run = {
  runId: bigint;
  state: RunState;
  programmeId: bigint;
  proposer: Hex;
  approver: Hex;
  root: Hex;
  planHash: Hex;
  total: bigint;
  paid: bigint;
  paymentCount: number;
  paidCount: number;
};

/** A run in words people look for; `paying` and `paid` are approved runs of which something, or all, is paid. */
export type RunStatus = "proposed" | "approved" | "paying" | "paid" | "cancelled";

export function statusOf({ state, paid, total }: Pick<Run, "state" | "paid" | "total">): RunStatus {
  if (state === "proposed" || state === "none") return "proposed";
  if (state === "cancelled") return "cancelled";
  if (paid === 0n) return "approved";
  return paid === total ? "paid" : "paying";
}
