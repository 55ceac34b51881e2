// SPDX-License-Identifier: EUPL-1.2
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type Random, randomFrom } from "../../scripts/demo/random.ts";
import type { Language } from "../../scripts/lib/messages.ts";
import { type Due, type Books, faultsIn, readBooks } from "./books.ts";
import { JOURNAL_ENDING, type Machine } from "./machine.ts";
import { copyPlan, type FaultPlan } from "./plans.ts";
import { type Desk, type Ended, type Running, startBonus } from "./script.ts";
import { says } from "./sentences.ts";
import type { World } from "./world.ts";

/** How a script may end: its exit code and the sentences it says, by their keys. */
export type End = { code: number; says: readonly string[] };

/** All is paid: now, or it was before. */
export const PAID: readonly End[] = [
  { code: 0, says: ["bonus.run.done"] },
  { code: 0, says: ["bonus.run.already"] },
];

/** A stop in plain words: what is wrong, the next step, and why where the contract says it. */
export function stop(code: 1 | 2 | 3, key: string, reason?: string): End {
  return { code, says: [`${key}.what`, `${key}.next`, ...(reason === undefined ? [] : [reason])] };
}

/** The moment a case waits for did not come before the script ended: an earlier one is to be tried. */
export class TooLate extends Error {}

/** One fault at one moment, and what is known of it. */
export type Case = Awaited<ReturnType<typeof openCase>>;

/**
 * Prepares a case: the world as it was, an officer's desk with nothing but the plan on it.
 * @param haste How often this case was too late: its moments come so much earlier.
 */
export async function openCase(world: World, seed: string, haste: number) {
  await world.restore();
  const random: Random = randomFrom(seed);
  const language: Language = random.pick(["fr", "en"]);
  const folder = mkdtempSync(join(tmpdir(), "faults-"));
  const desk = deskIn("runs");
  let plan = copyPlan(world.plan, desk.runs);
  let planBytes = readFileSync(plan.path);
  const others: Due[] = [];
  const wrong: string[] = [];
  const codes: string[] = [];
  let kept = Buffer.alloc(0);
  let isJournalKept = true;
  let isPaid = false;

  world.proxy.onSending = (raw) => {
    const isWritten = journals().some((path) => readFileSync(path, "utf8").includes(raw));
    if (!isWritten && isJournalKept) wrong.push("A transaction reached the node before the journal");
  };

  return {
    world,
    random,
    language,
    desk,
    /** Exit codes so far, in order. */
    codes: codes as readonly string[],
    get plan() {
      return plan;
    },
    get journal() {
      return journalOf(plan);
    },
    /** Takes another plan of this desk from here on. */
    usePlan(other: FaultPlan): void {
      plan = other;
      planBytes = readFileSync(plan.path);
      kept = Buffer.alloc(0);
    },
    /** Another machine with the same plan. */
    otherDesk(): Desk {
      const other = deskIn("elsewhere");
      copyPlan(plan, other.runs);
      return other;
    },
    /** Somebody who is paid besides the plan, by a run that is none of ours. */
    alsoDue: (due: Due) => void others.push(due),
    /** A number of things to wait for, at most so many. */
    moment: (most: number) => Math.max(1, random.between(1, most) - haste),
    milliseconds: (most: number) => random.between(0, most) / 2 ** haste,
    start(words: readonly string[], machine?: Machine, at: Desk = desk): Running {
      return startBonus(at, words, machine);
    },
    startRun: (machine?: Machine, at: Desk = desk): Running => startBonus(at, ["run", plan.short, "--yes"], machine),
    /** Whether the last thing that happened was a run that ended well. */
    get isPaid() {
      return isPaid;
    },
    /** Does something to the journal that only a fault does. */
    damage(work: (path: string) => void): void {
      isPaid = false;
      work(journalOf(plan));
      kept = existsSync(journalOf(plan)) ? readFileSync(journalOf(plan)) : Buffer.alloc(0);
    },
    /** The journal is taken away under a script that is running: what it writes from now on, nobody can read. */
    loseJournal(): void {
      isJournalKept = false;
      rmSync(journalOf(plan), { force: true });
      kept = Buffer.alloc(0);
    },
    async expectKilled(ended: Ended): Promise<void> {
      codes.push(ended.signal ?? String(ended.code));
      if (ended.code === 0) throw new TooLate();
      if (ended.signal !== "SIGKILL") throw new Error(`It was to be killed, and ended by itself: ${told(ended)}`);
      await check(ended);
    },
    /** Throws unless a script ended in one of these ways, with the books in order. */
    async expectEnd(ended: Ended, ...ends: readonly End[]): Promise<void> {
      codes.push(ended.signal ?? String(ended.code));
      const text = `${ended.out}\n${ended.errors}`;
      const isOne = ends.some(
        ({ code, says: keys }) => code === ended.code && keys.every((key) => says(text, key, language)),
      );
      if (!isOne) {
        const wanted = ends.map(({ code, says: keys }) => `${code} ${keys.join(" ")}`).join(", or ");
        throw new Error(`It was to end with ${wanted}: ${told(ended)}`);
      }
      await check(ended);
    },
    /** Payments were taken back: the report says so, with the code that asks for the run again. */
    async expectUnpaid(): Promise<void> {
      isPaid = false;
      const report = await startBonus(desk, ["report", plan.short]).ended;
      await this.expectEnd(report, stop(2, "bonus.report.unpaid"));
    },
    /** The report says that all is paid, or waits to be claimed. */
    async expectReport(): Promise<void> {
      const report = await startBonus(desk, ["report", plan.short, "--csv", "--json"]).ended;
      await this.expectEnd(report, { code: 0, says: ["bonus.report.doneWaiting"] });
    },
    /** What a fault must leave behind: see README.md. */
    async expectWhole(): Promise<void> {
      await this.expectReport();
      const books = await readBooks(world.node, world.deployment);
      wrong.push(...faultsIn(books, [...plan.due, ...others], true), ...faultsInReport(books));
      if (!readFileSync(plan.path).equals(planBytes)) wrong.push("The plan's file was changed");
      if (wrong.length > 0) throw new Error(wrong.join("\n"));
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };

  function deskIn(name: string): Desk {
    const { deployments } = world.folders;
    return { rpcUrl: world.proxy.url, runs: join(folder, name), deployments, language };
  }

  function journals(): string[] {
    return readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(JOURNAL_ENDING))
      .map((name) => join(folder, name));
  }

  /** What holds after every script, however it ended. */
  async function check(ended: Ended): Promise<void> {
    const text = `${ended.out}\n${ended.errors}`;
    if (/^\s+at .+:\d+/mu.test(text)) wrong.push(`A stack trace was shown: ${told(ended)}`);
    const journal = existsSync(journalOf(plan)) ? readFileSync(journalOf(plan)) : Buffer.alloc(0);
    const { privateKey } = await world.wallet("bonusOfficer");
    if (`${text}${journal.toString()}`.includes(privateKey.slice(2))) wrong.push("A private key was written");
    if (!journal.subarray(0, kept.length).equals(kept)) wrong.push("What the journal held was changed");
    kept = journal;
    await world.proxy.settled();
    const isAll = ended.code === 0 && ended.words[0] === "run";
    isPaid ||= isAll;
    wrong.push(...faultsIn(await readBooks(world.node, world.deployment), [...plan.due, ...others], isAll));
    if (wrong.length > 0) throw new Error(`${wrong.join("\n")}\n${told(ended)}`);
  }

  /** The report names each payment as the chain has it. */
  function faultsInReport(books: Books): string[] {
    const path = join(dirname(plan.path), "report.json");
    const report = JSON.parse(readFileSync(path, "utf8")) as { lines: ReportLine[] };
    const shown = new Map(report.lines.map((line) => [line.payeeId, line]));
    return plan.lines.flatMap(({ payeeId, cents, due }) => {
      const line = shown.get(payeeId);
      const mint = books.mints.find(({ to, cents: issued }) => to === due.to && issued === due.cents);
      const agrees = line?.cents === cents.toString() && line.tx === mint?.tx && line.block === mint?.block;
      return agrees ? [] : [`The report is wrong about ${payeeId}: ${JSON.stringify(line)}`];
    });
  }
}

type ReportLine = { payeeId: string; cents: string; tx?: string; block?: number };

function journalOf({ path }: FaultPlan): string {
  return join(dirname(path), JOURNAL_ENDING);
}

function told({ words, code, signal, out, errors }: Ended): string {
  return `${words.join(" ")} ended with ${signal ?? code}\n${out.slice(-1_500)}${errors.slice(-1_500)}`;
}
