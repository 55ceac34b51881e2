// SPDX-License-Identifier: EUPL-1.2
import { expect } from "chai";
import { join } from "node:path";
import { reconcile } from "@monnaie-commune/sdk/bonus/reconcile";
import { CLAIMS_PER_SHEET } from "@monnaie-commune/sdk/claims/sheet-size";
import { claimNumberOf } from "@monnaie-commune/sdk/claims/sheets";
import { dayOf, isoDateOf } from "@monnaie-commune/sdk/days";
import { id } from "ethers";
import { planBonus } from "../../scripts/bonus/plan.ts";
import { openPlan } from "../../scripts/bonus/programme.ts";
import { checkReport, reportBonus } from "../../scripts/bonus/report.ts";
import { loadPlan } from "../../scripts/bonus/run-folder.ts";
import { runFacts } from "../../scripts/bonus/run-logs.ts";
import { runBonus } from "../../scripts/bonus/run.ts";
import { simulateBonus } from "../../scripts/bonus/simulate.ts";
import { type Journal, openJournal } from "../../scripts/lib/sending/journal.ts";
import { approvedPlan, freshFolders, PLAN_DATE, REGION, staffCents, staffFile, staffWallet } from "../helpers/bonus.ts";
import { expectFailure } from "../helpers/failures.ts";
import { chain, deployedRegion, loadFixture, time } from "../helpers/fixtures.ts";
import { claimLetter, lettersOf } from "../helpers/letters.ts";

/** More letters than one sheet holds, beside people with a wallet and people in euros. */
const PAID = 3;
const EUROS = 2;
const LETTERS = CLAIMS_PER_SHEET + 2;
const BUDGET = 20_000_000n;

/** The n-th person who gets a letter stands behind the others in the file. */
const letterCents = (n: number) => staffCents(PAID + EUROS + n);

async function fundedRegion() {
  const region = await deployedRegion();
  const { issuance, council, treasurer, deployment } = region;
  const now = await time.latest();
  await issuance.connect(council).openProgramme(0, BUDGET, now, now + 800 * 86_400, id("decision"));
  await issuance.connect(treasurer).attest(1, BUDGET, id("order"));
  return { ...region, folders: freshFolders(deployment), until: isoDateOf(dayOf(now) + 100) };
}

async function approvedRegion() {
  const region = await fundedRegion();
  const file = staffFile(PAID, EUROS, LETTERS);
  const plan = await approvedPlan(chain, region.folders, region, file, region.until);
  const frozen = loadPlan(plan, region.folders.runs).plan;
  return { ...region, plan, frozen, job: { chain, plan, officer: region.bonusOfficer, ...region.folders } };
}

async function paidRegion() {
  const region = await approvedRegion();
  await runBonus(region.job);
  return { ...region, letters: await lettersOf(chain, region.frozen) };
}

describe("bonus, with letters", function () {
  this.timeout(60_000);

  describe("planBonus", function () {
    const plan = async (until: string | undefined, changes = {}) => {
      const { folders } = await loadFixture(fundedRegion);
      const file = { name: "staff.csv", bytes: staffFile(PAID, EUROS, LETTERS) };
      const job = { chain, region: REGION, programme: 1, planDate: PLAN_DATE, claimsUntil: until, ...changes };
      return await planBonus({ ...job, file, ...folders });
    };

    it("refuses people without a wallet unless it is told until when letters are valid", async function () {
      const planned = await plan(undefined);
      if (!("errors" in planned)) throw new Error("accepted");
      expect(new Set(planned.errors.map(({ code }) => code))).to.deep.equal(new Set(["walletMissing"]));
      expect(planned.errors).to.have.length(LETTERS);
    });

    it("keeps letters valid to the last second of their last day, and no secret in the plan", async function () {
      const { until } = await loadFixture(fundedRegion);
      const planned = await plan(until);
      if ("errors" in planned) throw new Error("refused");
      const { claims, totals } = planned.plan;
      expect(isoDateOf(dayOf(claims?.deadline ?? 0))).to.equal(until);
      expect(((claims?.deadline ?? 0) + 1) % 86_400).to.equal(0);
      expect(totals).to.include({ payments: PAID + LETTERS, claims: LETTERS });
    });

    it("refuses a last day that is over, too far or no day", async function () {
      const today = dayOf(await time.latest());
      await expectFailure(plan(isoDateOf(today - 1)), 1, "bonus.letterDeadline.over");
      await expectFailure(plan(isoDateOf(today + 401)), 1, "bonus.letterDeadline.late");
      await expectFailure(plan("2027-02-30"), 1, "bonus.badDate");
      await expectFailure(plan("2027-13-01"), 1, "bonus.badDate");
    });

    it("derives the same keys again, and others for another file or day", async function () {
      const { until, folders } = await loadFixture(fundedRegion);
      const keys = async (changes: object) => {
        const planned = await plan(until, changes);
        if ("errors" in planned) throw new Error("refused");
        return planned.plan.lines.flatMap(({ claimKey }) => claimKey ?? []);
      };
      const first = await keys({});
      expect(await keys({})).to.deep.equal(first);
      expect(new Set(first).size).to.equal(LETTERS);
      const otherDay = await keys({ planDate: "2026-11-24" });
      const file = { name: "staff.csv", bytes: staffFile(PAID + 1, EUROS - 1, LETTERS) };
      const job = { chain, region: REGION, programme: 1, planDate: PLAN_DATE, claimsUntil: until, file, ...folders };
      const otherFile = await planBonus(job);
      if ("errors" in otherFile) throw new Error("refused");
      const others = otherFile.plan.lines.flatMap(({ claimKey }) => claimKey ?? []);
      expect(new Set([...first, ...otherDay, ...others]).size).to.equal(3 * LETTERS);
    });
  });

  describe("from the staff file to the report", function () {
    it("pays wallets, sets the letters' money aside, and reconciles to the cent", async function () {
      const { job, token, issuance, plan, folders, bonusOfficer } = await loadFixture(approvedRegion);
      const simulation = await simulateBonus({ chain, plan, officer: bonusOfficer.address, ...folders });
      expect(simulation.problems).to.deep.equal([]);
      const steps: number[] = [];
      const result = await runBonus({ ...job, onPaid: (paid) => steps.push(paid) });
      expect(result).to.include({ payments: PAID + LETTERS, letters: LETTERS, paidNow: PAID + LETTERS });
      expect(steps).to.deep.equal([0, PAID, PAID + CLAIMS_PER_SHEET, PAID + LETTERS]);
      for (let n = 0; n < PAID; n++) expect(await token.balanceOf(staffWallet(n))).to.equal(staffCents(n));
      const waiting = Array.from({ length: LETTERS }, (_, n) => letterCents(n)).reduce((sum, cents) => sum + cents, 0n);
      expect(await token.balanceOf(issuance)).to.equal(waiting);
      expect((await runBonus(job)).paidNow).to.equal(0);

      const report = await reportBonus({ chain, plan, ...folders });
      checkReport(report);
      expect(report.result.checks).to.have.length(10);
      expect(report.result.fates.claimable).to.deep.equal({ lines: LETTERS, cents: waiting });
    });

    it("estimates sheets that are not approved yet as they will cost, and pays no more than estimated", async function () {
      const region = await loadFixture(fundedRegion);
      const { folders, bonusOfficer: officer } = region;
      const file = { name: "staff.csv", bytes: staffFile(1, 0, CLAIMS_PER_SHEET) };
      const place = { chain, region: REGION, programme: 1, planDate: PLAN_DATE, claimsUntil: region.until, ...folders };
      const planned = await planBonus({ ...place, file });
      if ("errors" in planned) throw new Error("refused");
      const job = { chain, plan: planned.plan.planHash, ...folders };
      const before = await simulateBonus({ ...job, officer: officer.address });
      await approvedPlan(chain, folders, region, file.bytes, region.until);
      const after = await simulateBonus({ ...job, officer: officer.address });
      expect(Number(before.dearestChunk)).to.be.within(Number(after.dearestChunk), Number(after.dearestChunk) * 1.7);
      await runBonus({ ...job, officer });
      const mined = await (await chain.provider.getBlock("latest"))?.getTransaction(0)?.then((tx) => tx.wait());
      // The chunk before it has filled the token's slots of the day meanwhile.
      expect(Number(mined?.gasUsed)).to.be.within(Number(after.dearestChunk) * 0.75, Number(after.dearestChunk));
    });

    it("does not open a sheet whose last day is over", async function () {
      const { job, plan, folders, bonusOfficer, frozen } = await loadFixture(approvedRegion);
      await time.increaseTo((frozen.claims?.deadline ?? 0) + 1);
      const { problems } = await simulateBonus({ chain, plan, officer: bonusOfficer.address, ...folders });
      expect(problems).to.have.length(3);
      await expectFailure(runBonus(job), 3, "common.refused");
    });
  });

  describe("reportBonus", function () {
    it("tells every fate of a letter apart, with where and why, and reconciles to the cent", async function () {
      const { plan, folders, frozen, letters, issuance, token, bonusOfficer, people } = await loadFixture(paidRegion);
      const [claimed, cancelled, waiting] = letters;
      const other = letters.at(-1);
      const [person] = people;
      if (!claimed || !cancelled || !waiting || !other || !person) throw new Error("too few letters");
      const sent = await claimLetter(issuance, frozen, 1n, claimed, person.address as `0x${string}`);
      const number = claimNumberOf(cancelled.chunkIndex, cancelled.place);
      const { claimKey, amount } = cancelled.claim;
      await issuance.connect(bonusOfficer).cancelClaim(1, number, claimKey, amount, cancelled.proof);
      await issuance.connect(bonusOfficer).closeClaims(1, other.chunkIndex);
      // A mistake of a person: it must not hide that the letters are covered.
      await token.connect(person).transfer(issuance, 1n);

      const open = await reportBonus({ chain, plan, ...folders });
      const lineOf = ({ result }: typeof open, { line }: { line: number }) =>
        result.lines.find((each) => each.line === line);
      expect(lineOf(open, claimed)).to.deep.include({ fate: "claimed", chunk: 1 });
      expect(lineOf(open, claimed)?.end).to.deep.include({ tx: sent.hash, payee: person.address });
      expect(lineOf(open, claimed)?.tx)
        .to.match(/^0x[0-9a-f]{64}$/u)
        .and.not.equal(sent.hash);
      expect(lineOf(open, cancelled)).to.include({ fate: "refused", reason: "letterCancelled" });
      expect(lineOf(open, waiting)).to.include({ fate: "claimable", chunk: 1 });
      expect(lineOf(open, other)).to.include({ fate: "refused", reason: "lettersClosed" });
      expect(open.result.fates.refused.lines).to.equal(1 + LETTERS - CLAIMS_PER_SHEET);
      expect(open.result.fates.claimable.lines).to.equal(CLAIMS_PER_SHEET - 2);
      checkReport(open);

      await time.increaseTo((frozen.claims?.deadline ?? 0) + 1);
      await chain.provider.send("evm_mine", []);
      const over = await reportBonus({ chain, plan, ...folders });
      expect(lineOf(over, waiting)).to.include({ fate: "refused", reason: "letterExpired" });
      expect(over.result.fates.claimable.lines).to.equal(0);
      checkReport(over);
      await issuance.connect(person).closeClaims(1, 1);
      const closed = await reportBonus({ chain, plan, ...folders });
      expect(lineOf(closed, waiting)).to.include({ fate: "refused", reason: "lettersClosed" });
      expect(lineOf(closed, claimed)).to.include({ fate: "claimed" });
      checkReport(closed);
      expect(await token.totalSupply()).to.equal(closed.result.fates.paid.cents + closed.result.fates.claimed.cents);
    });

    it("gives up what a cancelled run had not paid, and keeps what it had", async function () {
      const { job, plan, folders, issuance, bonusOfficer } = await loadFixture(approvedRegion);
      // Another folder: the journal of a test before this one would go on with its transactions.
      const planFile = join(folders.runs, String(chain.chainId), plan.slice(2, 14));
      const elsewhere = { ...job, plan: planFile, runs: join(folders.runs, "..", "stopped") };
      await expectFailure(runBonus({ ...elsewhere, openJournal: stoppingAfter(2) }), 3, "common.unexpected");
      await issuance.connect(bonusOfficer).cancelRun(1);
      const report = await reportBonus({ chain, plan, ...folders });
      expect(report.result.isReconciled).to.equal(true);
      const { paid, claimable, refused, unpaid } = report.result.fates;
      expect([paid.lines, claimable.lines, refused.lines, unpaid.lines]).to.deep.equal([PAID, CLAIMS_PER_SHEET, 2, 0]);
      expect(report.result.lines.at(-1)).to.include({ fate: "refused", reason: "runCancelled" });
      await expectFailure(async () => checkReport(report), 3, "bonus.report.cancelled");
    });

    it("finds a claim that was paid with another amount than the plan's", async function () {
      const { plan, folders, frozen, letters, issuance, people } = await loadFixture(paidRegion);
      const [letter] = letters;
      const [person] = people;
      if (!letter || !person) throw new Error("too few letters");
      await claimLetter(issuance, frozen, 1n, letter, person.address as `0x${string}`);
      const { system, ...context } = await openPlan(chain, frozen, folders.deployments);
      const { block: _, ...facts } = await runFacts({ ...context, system }, 1n);
      const differing = reconcile(frozen, 1n, {
        ...facts,
        endedClaims: facts.endedClaims.map((end) => ({ ...end, cents: end.cents + 1n })),
      });
      expect(differing.checks.filter(({ holds }) => !holds).map(({ key }) => key)).to.deep.equal([
        "claimedAgrees",
        "claimsAgree",
      ]);
      const robbed = reconcile(frozen, 1n, { ...facts, escrow: facts.escrow - 1n });
      expect(robbed.checks.filter(({ holds }) => !holds).map(({ key }) => key)).to.deep.equal(["escrowAgrees"]);
      const otherDeadline = facts.sheets.map((sheet) => ({ ...sheet, deadline: sheet.deadline + 1 }));
      expect(reconcile(frozen, 1n, { ...facts, sheets: otherDeadline }).isReconciled).to.equal(false);
      expect(plan).to.equal(frozen.planHash);
    });
  });
});

/** A journal that fails once so many transactions are signed, as a full disk would. */
function stoppingAfter(signed: number): (path: string) => Journal {
  return (path) => {
    const journal = openJournal(path);
    let count = 0;
    return {
      ...journal,
      append(record) {
        if (record.kind === "signed" && ++count > signed) throw new Error("stopped");
        journal.append(record);
      },
    };
  };
}
