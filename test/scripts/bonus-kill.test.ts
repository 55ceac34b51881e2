// SPDX-License-Identifier: EUPL-1.2
import { expect } from "chai";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { PAYMENTS_PER_CHUNK } from "@monnaie-commune/sdk/bonus/chunks";
import { CLAIMS_PER_SHEET } from "@monnaie-commune/sdk/claims/sheet-size";
import { dayOf, isoDateOf } from "@monnaie-commune/sdk/days";
import { checkReport, reportBonus } from "../../scripts/bonus/report.ts";
import { runBonus } from "../../scripts/bonus/run.ts";
import { openJournal } from "../../scripts/lib/sending/journal.ts";
import type { LocalChain } from "../../scripts/lib/local-chain.ts";
import { signerFor } from "../../scripts/lib/signers.ts";
import { approvedPlan, type Folders, staffFile } from "../helpers/bonus.ts";
import { startBonusChain } from "../helpers/bonus-chain.ts";
import type { KillAt } from "../helpers/bonus-child.ts";
import { expectFailure } from "../helpers/failures.ts";

const PEOPLE = 2 * PAYMENTS_PER_CHUNK + 1;

/** A run sends three chunks and waits for them: six records, three broadcasts. */
const KILLS: KillAt[] = [
  { at: "before", record: 1 },
  { at: "after", record: 1 },
  { at: "broadcast", record: 1 },
  { at: "after", record: 2 },
  { at: "broadcast", record: 2 },
  { at: "broadcast", record: 3 },
  { at: "before", record: 4 },
  { at: "after", record: 5 },
];

/** With letters: one chunk of payments and two sheets, the last of which has one letter. */
const LETTERS = CLAIMS_PER_SHEET + 1;
const LETTER_KILLS: KillAt[] = [
  { at: "after", record: 2 },
  { at: "broadcast", record: 2 },
  { at: "before", record: 3 },
  { at: "broadcast", record: 3 },
  { at: "after", record: 5 },
];

const RUNS = [
  { what: "chunks", kills: KILLS, payments: PEOPLE, letters: 0 },
  { what: "claim sheets", kills: LETTER_KILLS, payments: 2, letters: LETTERS },
];

for (const { what, kills, payments, letters } of RUNS) {
  describe(`runBonus, killed by the system amid ${what}`, function () {
    this.timeout(180_000);

    let local: LocalChain;
    let folders: Folders;
    let plan: string;
    let snapshot: string;

    before(async function () {
      ({ local, folders } = await startBonusChain());
      const { chain } = local;
      const holders = {
        bonusOfficer: await signerFor(chain, "bonusOfficer"),
        approver: await signerFor(chain, "approver"),
      };
      const until = letters === 0 ? undefined : isoDateOf(dayOf(Date.now() / 1_000) + 30);
      plan = await approvedPlan(chain, folders, holders, staffFile(payments, 0, letters), until);
      snapshot = (await chain.provider.send("evm_snapshot", [])) as string;
    });

    after(async function () {
      await local.close();
    });

    beforeEach(async function () {
      const { provider } = local.chain;
      await provider.send("evm_revert", [snapshot]);
      snapshot = (await provider.send("evm_snapshot", [])) as string;
      folders = { ...folders, runs: join(folders.deployments, "..", `runs-${nextRuns++}`) };
    });

    let nextRuns = 0;

    /** Where it was planned; each test has a folder of its own for what its run writes. */
    function planFile(): string {
      return join(folders.deployments, "..", "runs", "31337", plan.slice(2, 14), "plan.json");
    }

    function journalPath(): string {
      return join(folders.runs, "31337", plan.slice(2, 14), "journal.jsonl");
    }

    function child(kill?: KillAt): ChildProcess {
      const args = [local.url, planFile(), folders, ...(kill === undefined ? [] : [kill])];
      const module = new URL("../helpers/bonus-child.ts", import.meta.url).href;
      const code = `const { runUntilKilled } = await import("${module}"); await runUntilKilled(...${JSON.stringify(args)});`;
      return spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", code], {
        stdio: ["ignore", "ignore", "inherit"],
      });
    }

    async function signalOf(process: ChildProcess): Promise<unknown> {
      const [, signal] = (await once(process, "exit")) as [number | null, string | null];
      return signal;
    }

    async function resume(): Promise<void> {
      const officer = await signerFor(local.chain, "bonusOfficer");
      await runBonus({ chain: local.chain, plan: planFile(), officer, ...folders });
      const report = await reportBonus({ chain: local.chain, plan: planFile(), ...folders });
      checkReport(report);
      expect(report.result.fates.paid.lines).to.equal(payments);
      expect(report.result.fates.claimable.lines).to.equal(letters);
    }

    for (const kill of kills) {
      const moment = { before: "before writing", after: "after writing", broadcast: "after broadcasting" }[kill.at];
      it(`pays everybody once after a kill ${moment} number ${kill.record}`, async function () {
        expect(await signalOf(child(kill))).to.equal("SIGKILL");
        const before = existsSync(journalPath()) ? readFileSync(journalPath()) : Buffer.alloc(0);
        await resume();
        expect(readFileSync(journalPath()).subarray(0, before.length).equals(before)).to.equal(true);
        const journal = openJournal(journalPath());
        journal.close();
        const signed = journal.records.filter((record) => record.kind === "signed");
        expect(new Set(signed.map(({ nonce }) => nonce)).size).to.equal(signed.length);
      });
    }

    it("pays everybody once after kills at random moments, one after the other", async function () {
      for (let round = 0; round < 3; round++) {
        const running = child();
        const ended = signalOf(running);
        const startedAt = Date.now();
        const size = () => (existsSync(journalPath()) ? statSync(journalPath()).size : 0);
        const before = size();
        while (size() === before && running.exitCode === null && Date.now() - startedAt < 30_000) await pause(5);
        await pause(Math.random() * 150);
        running.kill("SIGKILL");
        await ended;
      }
      await resume();
    });

    it("is refused while another process runs the same account", async function () {
      const running = child();
      const ended = signalOf(running);
      while (!existsSync(journalPath()) && running.exitCode === null) await pause(2);
      running.kill("SIGSTOP");
      try {
        const officer = await signerFor(local.chain, "bonusOfficer");
        const second = runBonus({ chain: local.chain, plan: planFile(), officer, ...folders });
        await expectFailure(second, 2, "sending.locked");
      } finally {
        running.kill("SIGCONT");
        await ended;
      }
      await resume();
    });
  });
}

async function pause(milliseconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
}
