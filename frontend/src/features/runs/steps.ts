// SPDX-License-Identifier: EUPL-1.2
import { statusOf, type Run } from "./run.ts";

export type StepName = "verify" | "simulate" | "propose" | "approve" | "pay" | "report";

/** `open` can be done now and does not have to be. */
export type StepState = "done" | "now" | "open" | "later";

/** Where each step of a run stands, as the chain says. */
export function stepStates(run: Run | null, hasPlan: boolean): Record<StepName, StepState> {
  const status = run && statusOf(run);
  const isApproved = run?.state === "approved";
  return {
    verify: hasPlan ? "done" : "now",
    simulate: status === "paid" ? "done" : hasPlan && status !== "cancelled" ? "open" : "later",
    propose: run ? "done" : hasPlan ? "now" : "later",
    approve: isApproved ? "done" : status === "proposed" ? "now" : "later",
    pay: status === "paid" ? "done" : isApproved ? "now" : "later",
    report: status === "paid" && hasPlan ? "now" : "later",
  };
}
