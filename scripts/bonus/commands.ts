// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from "node:fs";
import { basename, relative } from "node:path";
import { formatAmount } from "@monnaie-commune/sdk/amounts";
import type { BonusPlan } from "@monnaie-commune/sdk/bonus/plan";
import type { Wallet } from "ethers";
import { confirmOnLiveChain } from "../lib/confirm.ts";
import { Failure } from "../lib/failure.ts";
import { formatCount, language, t } from "../lib/messages.ts";
import { type Chain, connect } from "../lib/network.ts";
import { timedProgress } from "../lib/progress.ts";
import { loadRegion } from "../lib/region-file.ts";
import { type Actor, signerFor } from "../lib/signers.ts";
import { done, line } from "../lib/terminal.ts";
import { approveBonus } from "./approve.ts";
import { confirmPlan } from "./confirm-plan.ts";
import { amountOf, attestEuros, dayStart, documentHash, openProgramme, type Purpose } from "./fund.ts";
import { planBonus, readPayees } from "./plan.ts";
import { printApproval, printErrors, printPlan, printReport, printSimulation } from "./print.ts";
import { officerOf, openPlan } from "./programme.ts";
import { proposeBonus } from "./propose.ts";
import { checkReport, reportBonus } from "./report.ts";
import { writeReport } from "./report-files.ts";
import { loadPlan, shortHash } from "./run-folder.ts";
import { runBonus } from "./run.ts";
import { simulateBonus } from "./simulate.ts";

type OnNetwork = { network: string; yes?: true };
type InRegion = OnNetwork & { region: string };

type OpenOptions = InRegion & { purpose: Purpose; budget: string; opens: string; closes: string; decision: string };

export async function open(options: OpenOptions): Promise<void> {
  const { slug: region } = loadRegion(options.region);
  const job = {
    region,
    purpose: options.purpose,
    budget: amountOf(options.budget),
    opensAt: dayStart(options.opens),
    closesAt: dayStart(options.closes),
    decisionHash: documentHash(options.decision),
  };
  await onChain(options.network, async (chain) => {
    const council = await signer(chain, "council", options);
    const { programmeId, isNew } = await openProgramme({ ...job, chain, council });
    done(t(isNew ? "bonus.open.done" : "bonus.open.already", { programme: programmeId }));
  });
}

type AttestOptions = InRegion & { programme: string; amount: string; order: string };

export async function attest(options: AttestOptions): Promise<void> {
  const { slug: region } = loadRegion(options.region);
  const job = {
    region,
    programme: numberOf(options.programme),
    amount: amountOf(options.amount),
    orderHash: documentHash(options.order),
  };
  await onChain(options.network, async (chain) => {
    const treasurer = await signer(chain, "treasurer", options);
    const { attested, isNew } = await attestEuros({ ...job, chain, treasurer });
    const amounts = { programme: job.programme, attested: formatAmount(attested, language()) };
    done(t(isNew ? "bonus.attest.done" : "bonus.attest.already", amounts));
  });
}

export async function plan(csv: string, options: InRegion & { programme: string; payees?: string }): Promise<void> {
  const { slug: region } = loadRegion(options.region);
  const file = { name: basename(csv), bytes: read(csv) };
  const programme = numberOf(options.programme);
  const knownPayees = options.payees === undefined ? undefined : readPayees(read(options.payees));
  await onChain(options.network, async (chain) => {
    const result = await planBonus({ chain, region, programme, file, knownPayees });
    if ("errors" in result) {
      printErrors(file.name, result.errors);
      const count = result.errors.length;
      throw new Failure(1, "bonus.refused", { file: file.name, count, shown: formatCount(count) });
    }
    printPlan(result.plan);
    done(t("bonus.plan.done", { folder: relative(process.cwd(), result.folder) }));
    next("simulate", result.plan, options);
  });
}

export async function simulate(given: string, options: OnNetwork): Promise<void> {
  await onChain(options.network, async (chain) => {
    const officer = await officerWallet(chain, given);
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

export async function propose(given: string, options: OnNetwork & { again?: true }): Promise<void> {
  await onChain(options.network, async (chain) => {
    const { plan: frozen } = loadPlan(given);
    printPlan(frozen);
    await confirmOnLiveChain(chain, options.yes === true);
    const officer = await officerWallet(chain, given);
    const { runId, isNew } = await proposeBonus({ chain, plan: given, officer, again: options.again });
    done(t(isNew ? "bonus.propose.done" : "bonus.propose.already", { run: runId }));
    next("approve", frozen, options);
  });
}

export async function approve(given: string, options: OnNetwork): Promise<void> {
  await onChain(options.network, async (chain) => {
    const approver = await signerFor(chain, "approver");
    const { runId, isNew } = await approveBonus({
      chain,
      plan: given,
      approver,
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
  await onChain(options.network, async (chain) => {
    await confirmOnLiveChain(chain, options.yes === true);
    const officer = await officerWallet(chain, given);
    const { plan: frozen } = loadPlan(given);
    let progress: ReturnType<typeof timedProgress> | undefined;
    try {
      const { payments, paidNow, cents } = await runBonus({
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
    } finally {
      progress?.end();
    }
    next("report", frozen, options);
  });
}

export async function report(given: string, options: OnNetwork & { csv?: true; json?: true }): Promise<void> {
  await onChain(options.network, async (chain) => {
    const result = await reportBonus({ chain, plan: given });
    printReport(result);
    for (const format of ["csv", "json"] as const) {
      if (options[format] !== true) continue;
      done(t("bonus.report.written", { file: relative(process.cwd(), writeReport(result, format)) }));
    }
    checkReport(result);
    done(t("bonus.report.done"));
  });
}

async function onChain(network: string, work: (chain: Chain) => Promise<void>): Promise<void> {
  const chain = await connect(network);
  try {
    await work(chain);
  } finally {
    await chain.close();
  }
}

async function signer(chain: Chain, actor: Actor, { yes }: OnNetwork): Promise<Wallet> {
  await confirmOnLiveChain(chain, yes === true);
  return await signerFor(chain, actor);
}

/** The officer for the purpose of the plan's programme. */
async function officerWallet(chain: Chain, given: string): Promise<Wallet> {
  const { system, plan: frozen } = await openPlan(chain, loadPlan(given).plan);
  return await signerFor(chain, await officerOf(system, frozen.programmeId));
}

function next(verb: string, frozen: BonusPlan, { network }: OnNetwork): void {
  line(t("bonus.next", { command: `npm run bonus -- ${verb} ${shortHash(frozen)} --network ${network}` }));
}

function numberOf(given: string): number {
  if (!/^[1-9][0-9]{0,8}$/u.test(given)) throw new Failure(1, "bonus.badProgramme", { given });
  return Number(given);
}

function read(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new Failure(1, "bonus.noFile", { file: path }, { cause: error });
  }
}
