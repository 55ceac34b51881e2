// SPDX-License-Identifier: EUPL-1.2
import { basename, relative } from "node:path";
import { formatAmount } from "@monnaie-commune/sdk/amounts";
import type { ListPurpose } from "@monnaie-commune/sdk/purposes";
import { Failure } from "../lib/failure.ts";
import { formatCount, language, t } from "../lib/messages.ts";
import { timedProgress } from "../lib/progress.ts";
import { loadRegion } from "../lib/region-file.ts";
import { done, line } from "../lib/terminal.ts";
import { approveBonus } from "./approve.ts";
import { type InRegion, next, numberOf, officerFor, onChain, type OnNetwork, read } from "./command-helpers.ts";
import { confirmPlan } from "./confirm-plan.ts";
import { planBonus, readPayees } from "./plan.ts";
import { printApproval, printReport, printSimulation } from "./print.ts";
import { printErrors } from "./print-errors.ts";
import { printWithPrevious, type WithPrevious } from "./print-with-previous.ts";
import { proposeBonus } from "./propose.ts";
import { checkReport, reportBonus } from "./report.ts";
import { REPORT_FORMATS, type ReportFormat, writeReport } from "./report-files.ts";
import { loadPlan } from "./run-folder.ts";
import { runBonus } from "./run.ts";
import { signatory } from "./signatory.ts";
import { simulateBonus } from "./simulate.ts";

type PlanOptions = InRegion & WithPrevious & { programme: string; payees?: string; claimsUntil?: string };

/** @param check Told what the programme is for before the file is read; throws to refuse. */
export async function plan(csv: string, options: PlanOptions, check: (purpose: ListPurpose) => void): Promise<void> {
  const { slug: region } = loadRegion(options.region);
  const file = { name: basename(csv), bytes: read(csv) };
  const programme = numberOf(options.programme);
  const knownPayees = options.payees === undefined ? undefined : readPayees(read(options.payees));
  const { claimsUntil } = options;
  await onChain(options, async (chain) => {
    const result = await planBonus({ chain, region, programme, file, knownPayees, claimsUntil, check });
    if ("errors" in result) {
      printErrors(file.name, result.errors);
      const count = result.errors.length;
      throw new Failure(1, "bonus.refused", { file: file.name, count, shown: formatCount(count) });
    }
    await printWithPrevious(chain, result.plan, options);
    done(t("bonus.plan.done", { folder: relative(process.cwd(), result.folder) }));
    next("simulate", result.plan, options);
  });
}

export async function simulate(given: string, options: OnNetwork): Promise<void> {
  await onChain(options, async (chain) => {
    const officer = await officerFor(chain, loadPlan(given).plan, { ...options, yes: true });
    const result = await simulateBonus({ chain, plan: given, officer: officer.address });
    printSimulation(result);
    if (result.problems.length > 0) throw new Failure(3, "bonus.simulate.stopped", { count: result.problems.length });
    done(t("bonus.simulate.done"));
    next(
      result.run.state === "none" ? "propose" : result.run.state === "proposed" ? "approve" : "run",
      result.plan,
      options,
    );
  });
}

export async function propose(given: string, options: OnNetwork & WithPrevious & { again?: true }): Promise<void> {
  await onChain(options, async (chain) => {
    const { plan: frozen } = loadPlan(given);
    await printWithPrevious(chain, frozen, options);
    const officer = await officerFor(chain, frozen, options);
    const { runId, isNew } = await proposeBonus({ chain, plan: given, officer, again: options.again });
    done(t(isNew ? "bonus.propose.done" : "bonus.propose.already", { run: runId }));
    next("approve", frozen, options);
  });
}

export async function approve(given: string, options: OnNetwork & WithPrevious): Promise<void> {
  await onChain(options, async (chain) => {
    const approver = await signatory(chain, "approver", { ...options, yes: true });
    const { runId, isNew } = await approveBonus({
      chain,
      plan: given,
      approver,
      previous: options.previous,
      confirm: async (summary) => {
        printApproval(summary);
        await confirmPlan(summary.plan, options.yes === true);
      },
    });
    done(t(isNew ? "bonus.approve.done" : "bonus.approve.already", { run: runId }));
    next("run", loadPlan(given).plan, options);
  });
}

export async function run(given: string, options: OnNetwork): Promise<void> {
  await onChain(options, async (chain) => {
    const { plan: frozen } = loadPlan(given);
    const officer = await officerFor(chain, frozen, options);
    let progress: ReturnType<typeof timedProgress> | undefined;
    try {
      const { payments, letters, paidNow, cents } = await runBonus({
        chain,
        plan: given,
        officer,
        onPaid: (paid, all) => {
          if (progress === undefined) progress = timedProgress("bonus.run.progress", all, paid);
          else progress.update(paid);
        },
      });
      progress?.end();
      progress = undefined;
      const counts = { count: payments, shown: formatCount(payments), total: formatAmount(cents, language()) };
      done(t(paidNow === 0 ? "bonus.run.already" : "bonus.run.done", counts));
      if (letters > 0) line(t("bonus.run.letters", { count: letters, shown: formatCount(letters) }));
    } finally {
      progress?.end();
    }
    next("report", frozen, options);
  });
}

export async function report(given: string, options: OnNetwork & Partial<Record<ReportFormat, true>>): Promise<void> {
  await onChain(options, async (chain) => {
    const result = await reportBonus({ chain, plan: given });
    printReport(result);
    for (const format of REPORT_FORMATS) {
      if (options[format] !== true) continue;
      done(t("bonus.report.written", { file: relative(process.cwd(), writeReport(result, format)) }));
    }
    checkReport(result);
    done(t(result.result.fates.claimable.lines > 0 ? "bonus.report.doneWaiting" : "bonus.report.done"));
  });
}
