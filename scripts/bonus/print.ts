// SPDX-License-Identifier: EUPL-1.2
import { type Fate, FATES } from "@monnaie-commune/sdk/bonus/fates";
import { countFinal } from "@monnaie-commune/sdk/bonus/finality";
import { shortHash } from "@monnaie-commune/sdk/bonus/run-state";
import { formatEther } from "ethers";
import { formatCount, t } from "../lib/messages.ts";
import { done, heading, table, warning } from "../lib/terminal.ts";
import type { ApprovalSummary } from "./approve.ts";
import { printComparison } from "./print-comparison.ts";
import { cents, printPlan } from "./print-plan.ts";
import type { BonusReport } from "./report.ts";
import { checkSentence } from "./report-files.ts";
import type { Simulation } from "./simulate.ts";

/** Lines of a report that are printed when they are not paid. */
const MOST_UNPAID = 20;

/** What the approver reads before signing. */
export function printApproval({ plan, run, decisionHash, limits, paidBefore, previous }: ApprovalSummary): void {
  printPlan(plan);
  printComparison(plan, previous);
  heading(t("bonus.approve.title", { run: run.runId }));
  const total = BigInt(plan.totals.cents);
  table([
    [t("bonus.approve.proposer"), run.proposer],
    [t("bonus.approve.decision"), decisionHash],
    [t("bonus.approve.attested"), cents(limits.attested)],
    [t("bonus.approve.after"), cents(limits.attested - total)],
    [t("bonus.approve.cap"), cents(limits.cap)],
  ]);
  if (paidBefore > 0) warnPaidBefore(paidBefore);
}

export function printSimulation({ plan, gas, dearestChunk, fee, funds, paidBefore, problems }: Simulation): void {
  printPlan(plan);
  heading(t("bonus.simulate.title"));
  table([
    [t("bonus.simulate.chunks"), formatCount(plan.chunks.length + (plan.claims?.sheets.length ?? 0))],
    [t("bonus.simulate.gas"), formatCount(gas)],
    [t("bonus.simulate.gasPerPerson"), formatCount(gas / BigInt(plan.totals.payments))],
    [t("bonus.simulate.dearest"), formatCount(dearestChunk)],
    [t("bonus.simulate.fee"), formatEther(fee)],
    [t("bonus.simulate.funds"), formatEther(funds)],
  ]);
  if (paidBefore > 0) warnPaidBefore(paidBefore);
  for (const problem of problems) warning(problem);
}

function warnPaidBefore(count: number): void {
  warning(t("bonus.approve.paidBefore", { count, shown: formatCount(count) }));
}

/** How much of what is paid is paid for good, and when the rest will be. */
function printFinality({ result, finality }: BonusReport): void {
  const { final, open, upTo } = countFinal(result.lines, finality.block);
  if (final + open === 0) return;
  const counts = { final: formatCount(final), open: formatCount(open) };
  if (open === 0) done(t("bonus.report.finality.all", counts));
  else if (finality.depth === undefined) warning(t("bonus.report.finality.byTag", { ...counts, block: upTo }));
  else warning(t("bonus.report.finality.byDepth", { ...counts, block: upTo + finality.depth - 1 }));
}

/** Fates a report speaks of: those of letters and of what was given up only where there are any. */
function fatesShown({ plan, result }: BonusReport): Fate[] {
  const always: Fate[] = [
    "paid",
    "unpaid",
    "euros",
    ...(plan.claims === null ? [] : (["claimed", "claimable"] as const)),
  ];
  return FATES.filter((fate) => always.includes(fate) || result.fates[fate].lines > 0);
}

export function printReport(report: BonusReport): void {
  const { plan, run, decisionHash, block, totalSupply, result } = report;
  heading(t("bonus.report.title", { run: run.runId, plan: shortHash(plan) }));
  table([
    [t("bonus.summary.purpose"), t(`bonus-run.purposes.${plan.purpose}`)],
    [t("bonus.report.state"), t(`bonus-run.states.${run.state}`)],
    [t("bonus.approve.decision"), decisionHash],
    [t("bonus.approve.proposer"), run.proposer],
    ...(run.state === "approved" ? [[t("bonus.report.approver"), run.approver]] : []),
    [t("bonus.report.block"), formatCount(block)],
    [t("bonus.report.supply"), cents(totalSupply)],
  ]);
  heading(t("bonus.report.lines"));
  table([
    ...fatesShown(report).map((fate) => {
      const { lines, cents: amount } = result.fates[fate];
      return [t(`bonus-run.fate.${fate}`), formatCount(lines), fate === "euros" ? "" : cents(amount)];
    }),
    [t("bonus.summary.euros"), "", cents(result.euros)],
  ]);
  printFinality(report);
  const unpaid = result.lines.filter(({ fate }) => fate === "unpaid");
  for (const { line: number, payeeId, cents: amount } of unpaid.slice(0, MOST_UNPAID)) {
    warning(t("bonus.report.unpaidLine", { line: number, payee: payeeId, amount: cents(amount) }));
  }
  if (unpaid.length > MOST_UNPAID) warning(t("bonus.report.moreUnpaid", { count: unpaid.length - MOST_UNPAID }));
  const reasons = Map.groupBy(
    result.lines.filter(({ reason }) => reason !== undefined),
    ({ reason }) => reason,
  );
  for (const [reason, lines] of reasons) {
    warning(t(`bonus.report.reasons.${reason}`, { count: lines.length, shown: formatCount(lines.length) }));
  }
  heading(t("bonus.report.checks"));
  for (const check of result.checks) (check.holds ? done : warning)(checkSentence(check));
}
