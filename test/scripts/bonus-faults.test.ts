// SPDX-License-Identifier: EUPL-1.2
import { expect } from "chai";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PAYMENTS_PER_CHUNK } from "@monnaie-commune/sdk/bonus/chunks";
import { ROLES } from "@monnaie-commune/sdk/generated/roles";
import { id, Transaction } from "ethers";
import { attestEuros, openProgramme } from "../../scripts/bonus/fund.ts";
import { checkReport, reportBonus } from "../../scripts/bonus/report.ts";
import { runBonus, type RunJob } from "../../scripts/bonus/run.ts";
import { openJournal } from "../../scripts/lib/sending/journal.ts";
import type { Chain } from "../../scripts/lib/network.ts";
import { approvedPlan, freshFolders, REGION, staffCents, staffFile, staffWallet } from "../helpers/bonus.ts";
import { expectFailure } from "../helpers/failures.ts";
import { chain, deployedRegion, loadFixture, networkHelpers, time } from "../helpers/fixtures.ts";
import { faulty as faultyChain, signedIn } from "../helpers/sending.ts";

const PEOPLE = 2 * PAYMENTS_PER_CHUNK + 1;
const CHUNKS = 3;

async function approvedRegion() {
  const region = await deployedRegion();
  const folders = freshFolders(region.deployment);
  const now = await time.latest();
  const place = { chain, region: REGION, ...folders };
  await openProgramme({
    ...place,
    council: region.council,
    purpose: "bonus",
    budget: 20_000_000n,
    opensAt: now,
    closesAt: now + 90 * 86_400,
    decisionHash: id("decision"),
  });
  await attestEuros({
    ...place,
    treasurer: region.treasurer,
    programme: 1,
    amount: 20_000_000n,
    orderHash: id("order"),
  });
  const plan = await approvedPlan(chain, folders, region, staffFile(PEOPLE));
  return { ...region, folders, plan };
}

/** The approved run, with an empty journal: the fixture goes back in time, and files do not. */
async function approved() {
  const region = await loadFixture(approvedRegion);
  const folder = join(region.folders.runs, "31337", region.plan.slice(2, 14));
  const journal = join(folder, "journal.jsonl");
  rmSync(journal, { force: true });
  const job: RunJob = { chain, plan: region.plan, officer: region.bonusOfficer, ...region.folders };
  return { ...region, folder, journal, job };
}

const faulty = (behave: Parameters<typeof faultyChain>[1]): Chain => faultyChain(chain, behave);

function unreachable(): Error {
  return Object.assign(new Error("socket hang up"), { code: "ECONNRESET" });
}

async function expectPaidOnce({ token, folders, plan }: Awaited<ReturnType<typeof approved>>): Promise<void> {
  const report = await reportBonus({ chain, plan, ...folders });
  checkReport(report);
  let total = 0n;
  for (let n = 0; n < PEOPLE; n += 50) expect(await token.balanceOf(staffWallet(n))).to.equal(staffCents(n));
  for (let n = 0; n < PEOPLE; n++) total += staffCents(n);
  expect(await token.totalSupply()).to.equal(total);
}

const SENDING = "eth_sendRawTransaction";

describe("runBonus, when something goes wrong", function () {
  this.timeout(120_000);

  describe("at the node", function () {
    it("goes on when answers are lost after the node accepted", async function () {
      const region = await approved();
      const losing = faulty(async (method, params, pass) => {
        const answer = await pass(method, params);
        if (method === SENDING) throw unreachable();
        return answer;
      });
      await runBonus({ ...region.job, chain: losing });
      await expectPaidOnce(region);
      expect(signedIn(region.journal)).to.have.length(CHUNKS);
    });

    it("tries again when the node was not reached, with the same bytes", async function () {
      const region = await approved();
      const asked: unknown[] = [];
      const flaky = faulty(async (method, params, pass) => {
        if (method === SENDING && asked.push(params[0]) % 2 === 1) throw unreachable();
        return await pass(method, params);
      });
      await runBonus({ ...region.job, chain: flaky });
      await expectPaidOnce(region);
      expect(asked).to.have.length(2 * CHUNKS);
      expect(new Set(asked).size).to.equal(CHUNKS);
    });

    it("stops resumable when the node stays away, and goes on with the same bytes", async function () {
      const region = await approved();
      const down = faulty(async (method, params, pass) => {
        if (method === SENDING) throw unreachable();
        return await pass(method, params);
      });
      await expectFailure(runBonus({ ...region.job, chain: down }), 2, "common.unreachable");
      const [before] = signedIn(region.journal);
      await runBonus(region.job);
      await expectPaidOnce(region);
      expect(signedIn(region.journal)[0]).to.deep.equal(before);
      expect(signedIn(region.journal)).to.have.length(CHUNKS);
    });

    it("broadcasts again what the node dropped, or only said to know", async function () {
      for (const answer of ["dropped", "already known", "nonce too low"]) {
        const region = await approved();
        let first = true;
        const lying = faulty(async (method, params, pass) => {
          if (method !== SENDING || !first) return await pass(method, params);
          first = false;
          if (answer !== "dropped") throw new Error(answer);
          return id("dropped");
        });
        await runBonus({ ...region.job, chain: lying });
        await expectPaidOnce(region);
        expect(signedIn(region.journal)).to.have.length(CHUNKS);
      }
    });

    it("signs anew when another transaction of the account took the number", async function () {
      const region = await approved();
      let first = true;
      const racing = faulty(async (method, params, pass) => {
        if (method === SENDING && first) {
          first = false;
          const foreign = await region.bonusOfficer.sendTransaction({ to: region.outsider.address, value: 1n });
          await foreign.wait();
        }
        return await pass(method, params);
      });
      await runBonus({ ...region.job, chain: racing });
      await expectPaidOnce(region);
      const records = signedIn(region.journal);
      expect(records).to.have.length(CHUNKS + 1);
      expect(new Set(records.map(({ nonce }) => nonce)).size).to.equal(CHUNKS + 1);
    });

    it("stops for a person when the node changed to another chain, having signed nothing for it", async function () {
      const region = await approved();
      let sent = 0;
      const switching = faulty(async (method, params, pass) => {
        if (method === SENDING) sent++;
        return method === "eth_chainId" && sent > 0 ? "0x1" : await pass(method, params);
      });
      await expectFailure(runBonus({ ...region.job, chain: switching }), 3, "sending.chainChanged");
      expect(signedIn(region.journal)).to.have.length(1);
      await runBonus(region.job);
      await expectPaidOnce(region);
    });

    it("sends again, byte for byte, what a reorganisation took back", async function () {
      const region = await approved();
      const snapshots: string[] = [];
      const watched = faulty(async (method, params, pass) => {
        if (method === SENDING) snapshots.push((await pass("evm_snapshot", [])) as string);
        return await pass(method, params);
      });
      await runBonus({ ...region.job, chain: watched });
      const before = signedIn(region.journal);
      await chain.provider.send("evm_revert", [snapshots[1]]);
      expect((await region.issuance.runOf(1)).paidCount).to.equal(BigInt(PAYMENTS_PER_CHUNK));
      await runBonus(region.job);
      await expectPaidOnce(region);
      expect(signedIn(region.journal)).to.deep.equal(before);
    });

    it("goes on through a reorganisation while it runs, without signing anew", async function () {
      const region = await approved();
      let snapshot: unknown;
      let sent = 0;
      const reorganised = faulty(async (method, params, pass) => {
        if (method === SENDING && ++sent === 2) snapshot = await pass("evm_snapshot", []);
        const answer = await pass(method, params);
        if (method === SENDING && sent === 3) await pass("evm_revert", [snapshot]);
        return answer;
      });
      await runBonus({ ...region.job, chain: reorganised });
      await expectPaidOnce(region);
      expect(sent).to.be.greaterThan(CHUNKS);
      expect(signedIn(region.journal)).to.have.length(CHUNKS);
    });

    it("waits for what is in the pool, and signs nothing else for its number", async function () {
      const region = await approved();
      await chain.provider.send("evm_setAutomine", [false]);
      try {
        let sent = 0;
        const dying = faulty(async (method, params, pass) => {
          const answer = await pass(method, params);
          if (method === SENDING && ++sent === 1) await pass("evm_mine", []);
          if (method === SENDING && sent === 2) throw new Error("killed");
          return method === "eth_getTransactionByHash" && sent === 2 ? null : answer;
        });
        // The first is mined; the second is in the pool, and nobody was told.
        await expectFailure(runBonus({ ...region.job, chain: dying }), 3, "common.unexpected");
        const before = signedIn(region.journal);
        expect(before).to.have.length(2);
        const miner = setInterval(() => void networkHelpers.mine(), 50);
        try {
          await runBonus(region.job);
        } finally {
          clearInterval(miner);
        }
        expect(signedIn(region.journal).slice(0, 2)).to.deep.equal(before);
        expect(signedIn(region.journal)).to.have.length(CHUNKS);
      } finally {
        await chain.provider.send("evm_setAutomine", [true]);
      }
      await expectPaidOnce(region);
    });
  });

  describe("with the contracts", function () {
    /** Lets one chunk through, does something, and lets the run go on. */
    function after(work: () => Promise<unknown>): Chain {
      let sent = 0;
      return faulty(async (method, params, pass) => {
        const answer = await pass(method, params);
        if (method === SENDING && ++sent === 1) await work();
        return answer;
      });
    }

    it("stops for a person when issuing is closed, and goes on once it is open", async function () {
      const region = await approved();
      const { issuance, guardian, council } = region;
      const closing = after(async () => await issuance.connect(guardian).close());
      const failure = await expectFailure(runBonus({ ...region.job, chain: closing }), 3, "common.refused");
      expect(failure.message).to.match(/fermée|closed/u);
      await issuance.connect(council).reopen();
      await runBonus(region.job);
      await expectPaidOnce(region);
    });

    it("stops for a person when the officer lost the role", async function () {
      const region = await approved();
      const { manager, council, bonusOfficer } = region;
      const revoking = after(async () => await manager.connect(council).revokeRole(ROLES.BONUS_OFFICER, bonusOfficer));
      await expectFailure(runBonus({ ...region.job, chain: revoking }), 3, "common.refused");
      const { result } = await reportBonus({ chain, plan: region.plan, ...region.folders });
      expect(result).to.include({ isReconciled: true, isComplete: false });
      expect(result.fates.paid.lines).to.equal(PAYMENTS_PER_CHUNK);
    });

    it("stops for a person when the run is cancelled, and says that the rest stays unpaid", async function () {
      const region = await approved();
      const { issuance, bonusOfficer, plan, folders } = region;
      const cancelling = after(async () => await (await issuance.connect(bonusOfficer).cancelRun(1)).wait());
      await expectFailure(runBonus({ ...region.job, chain: cancelling }), 3, "common.refused");
      await expectFailure(runBonus(region.job), 3, "bonus.cancelled");
      const report = await reportBonus({ chain, plan, ...folders });
      expect(report.result.fates.paid.lines).to.equal(PAYMENTS_PER_CHUNK);
      await expectFailure(async () => checkReport(report), 3, "bonus.report.cancelled");
    });

    it("stops resumable when the fees run out", async function () {
      const region = await approved();
      const { address } = region.bonusOfficer;
      const poor = after(async () => await networkHelpers.setBalance(address, 1n));
      await expectFailure(runBonus({ ...region.job, chain: poor }), 2, "sending.noFunds");
      await networkHelpers.setBalance(address, 10n ** 20n);
      await runBonus(region.job);
      await expectPaidOnce(region);
    });

    it("counts a chunk that somebody else pays meanwhile as paid", async function () {
      const region = await approved();
      const { issuance, manager, council, outsider } = region;
      await manager.connect(council).grantRole(ROLES.BONUS_OFFICER, outsider, 0);
      await time.increase(6 * 86_400);
      const raced = faulty(async (method, params, pass) => {
        // Another officer, on another machine, pays the same chunk a moment before.
        if (method === SENDING && !(await issuance.isChunkPaid(1, 0))) {
          const { to, data, gasLimit } = Transaction.from(params[0] as string);
          await outsider.sendTransaction({ to, data, gasLimit });
        }
        return await pass(method, params);
      });
      await runBonus({ ...region.job, chain: raced });
      await expectPaidOnce(region);
    });
  });

  describe("on this machine", function () {
    it("pays everybody once after a crash at any record of the journal", async function () {
      for (let crashAt = 1; crashAt <= 2 * CHUNKS; crashAt++) {
        for (const isWritten of [false, true]) {
          const region = await approved();
          const crashing = runBonus({
            ...region.job,
            openJournal(path) {
              const journal = openJournal(path);
              let appended = 0;
              const append: typeof journal.append = (record) => {
                if (++appended < crashAt) return journal.append(record);
                if (isWritten && appended === crashAt) journal.append(record);
                throw new Error("crash");
              };
              return { ...journal, append };
            },
          });
          await expectFailure(crashing, 3, "common.unexpected");
          await runBonus(region.job);
          await expectPaidOnce(region);
        }
      }
    });

    it("stops resumable when the disk is full, having broadcast nothing it did not write", async function () {
      const region = await approved();
      let broadcasts = 0;
      const counting = faulty(async (method, params, pass) => {
        if (method === SENDING) broadcasts++;
        return await pass(method, params);
      });
      const full = runBonus({
        ...region.job,
        chain: counting,
        openJournal(path) {
          const journal = openJournal(path);
          const append = () => {
            throw Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
          };
          return { ...journal, append };
        },
      });
      await expectFailure(full, 2, "sending.diskFull");
      expect(broadcasts).to.equal(0);
      await runBonus(region.job);
      await expectPaidOnce(region);
    });

    it("rebuilds a deleted journal from the chain", async function () {
      const region = await approved();
      let sent = 0;
      const stopping = faulty(async (method, params, pass) => {
        if (method === SENDING && ++sent > 2) throw unreachable();
        return await pass(method, params);
      });
      await expectFailure(runBonus({ ...region.job, chain: stopping }), 2, "common.unreachable");
      rmSync(region.journal);
      await runBonus(region.job);
      await expectPaidOnce(region);
      const journal = openJournal(region.journal);
      journal.close();
      const steps = journal.records.filter(({ kind }) => kind === "done").map(({ step }) => step);
      expect(steps).to.deep.equal(["run 1 chunk 0", "run 1 chunk 1", "run 1 chunk 2"]);
    });

    it("reads a journal that was cut off at any byte", async function () {
      const region = await approved();
      let sent = 0;
      const stopping = faulty(async (method, params, pass) => {
        if (method === SENDING && ++sent > 1) throw unreachable();
        return await pass(method, params);
      });
      await expectFailure(runBonus({ ...region.job, chain: stopping }), 2, "common.unreachable");
      const whole = readFileSync(region.journal);
      const snapshot = (await chain.provider.send("evm_snapshot", [])) as string;
      let current = snapshot;
      const lastLine = whole.lastIndexOf(10, whole.length - 2) + 1;
      const cuts = [0, 1, lastLine - 1, lastLine, lastLine + 1, whole.length - 2, whole.length - 1, whole.length];
      for (let at = 0; at < whole.length; at += Math.ceil(whole.length / 12)) cuts.push(at);
      for (const cut of cuts) {
        await chain.provider.send("evm_revert", [current]);
        current = (await chain.provider.send("evm_snapshot", [])) as string;
        writeFileSync(region.journal, whole.subarray(0, cut));
        await runBonus(region.job);
        await expectPaidOnce(region);
      }
    });

    it("refuses a second instance, and takes over the lock of one that died", async function () {
      const region = await approved();
      let first: Promise<unknown> | undefined;
      const nested = faulty(async (method, params, pass) => {
        if (method === SENDING && first === undefined) {
          first = expectFailure(runBonus(region.job), 2, "sending.locked");
          await first;
        }
        return await pass(method, params);
      });
      await runBonus({ ...region.job, chain: nested });
      expect(first).to.not.equal(undefined);
      await expectPaidOnce(region);

      const again = await approved();
      const lock = join(again.folder, "..", `${again.bonusOfficer.address}.lock`);
      for (const dead of ['{"pid":999999999,"startedAt":""}', `{"pid":${process.pid},"startedAt":"1"}`, "", "{"]) {
        writeFileSync(lock, dead);
        const { paidNow } = await runBonus((await approved()).job);
        expect(paidNow).to.equal(PEOPLE);
      }
    });
  });
});
