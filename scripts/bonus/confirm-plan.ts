// SPDX-License-Identifier: EUPL-1.2
import { createInterface } from "node:readline/promises";
import type { BonusPlan } from "@monnaie-commune/sdk/bonus/plan";
import { Failure } from "../lib/failure.ts";
import { t } from "../lib/messages.ts";

/** Digits of the plan's hash the approver types: enough to compare it with the paper copy. */
const DIGITS = 8;

/**
 * Has the approver type the first digits of the plan's hash.
 * @param yes The approver confirmed on the command line.
 * @throws Failure when other digits were typed, or nobody is there to type.
 */
export async function confirmPlan({ planHash }: BonusPlan, yes: boolean): Promise<void> {
  if (yes) return;
  if (!process.stdin.isTTY) throw new Failure(3, "bonus.approve.unconfirmed");
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const answer = await terminal.question(`${t("bonus.approve.question", { digits: DIGITS })} `);
    const typed = answer.trim().toLowerCase().replace(/^0x/u, "");
    if (typed !== planHash.slice(2, 2 + DIGITS)) throw new Failure(3, "bonus.approve.unconfirmed");
  } finally {
    terminal.close();
  }
}
