// SPDX-License-Identifier: EUPL-1.2
import { approveCall, chunkCall, proposeCall, type RunCall } from "@monnaie-commune/sdk/bonus/run-calls";
import { officerRoleName } from "@monnaie-commune/sdk/bonus/run-state";
import type { RoleName } from "@monnaie-commune/sdk/generated/roles";
import type { ReadyPlan } from "./plan.ts";
import { statusOf, type Run } from "./run.ts";

/** The step that comes next, whose it is, and the call that takes it; `chunk` is its number, from 1. */
export type NextCall = { role: RoleName; call: RunCall; step: "propose" | "approve" | "chunk"; chunk: number };

/** What a run needs next; nothing once it is paid or cancelled, or while it is not known which chunk comes next. */
export function nextCall(
  { plan, chunks }: ReadyPlan,
  run: Run | null,
  purpose: number,
  paid: readonly boolean[] | undefined,
): NextCall | undefined {
  const officer = officerRoleName(purpose);
  if (run === null) return { role: officer, call: proposeCall(plan), step: "propose", chunk: 0 };
  const status = statusOf(run);
  if (status === "proposed") return { role: "APPROVER", call: approveCall(run.runId), step: "approve", chunk: 0 };
  if (status === "cancelled" || status === "paid" || paid === undefined) return undefined;
  const index = paid.indexOf(false);
  const next = chunks[index];
  if (next === undefined) return undefined;
  return { role: officer, call: chunkCall(run.runId, index, next.chunk, next.proof), step: "chunk", chunk: index + 1 };
}
