// SPDX-License-Identifier: EUPL-1.2
import { expect } from "chai";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PAYMENTS_PER_CHUNK } from "@monnaie-commune/sdk/bonus/chunks";
import { reportJson } from "@monnaie-commune/sdk/bonus/report-files";
import { id } from "ethers";
import { approveBonus } from "../../scripts/bonus/approve.ts";
import { attestEuros, openProgramme } from "../../scripts/bonus/fund.ts";
import { planBonus } from "../../scripts/bonus/plan.ts";
import { proposeBonus } from "../../scripts/bonus/propose.ts";
import { checkReport, reportBonus } from "../../scripts/bonus/report.ts";
import { reportCsv } from "../../scripts/bonus/report-files.ts";
import { runBonus } from "../../scripts/bonus/run.ts";
import { simulateBonus } from "../../scripts/bonus/simulate.ts";
import { approvedPlan, freshFolders, PLAN_DATE, REGION, staffCents, staffFile, staffWallet } from "../helpers/bonus.ts";
import { expectFailure } from "../helpers/failures.ts";
import { chain, deployedRegion, loadFixture, time } from "../helpers/fixtures.ts";

const PEOPLE = 2 * PAYMENTS_PER_CHUNK + 1;
const OTHERS = 5;
const BUDGET = 20_000_000n;

async function fundedRegion() {
  const region = await deployedRegion();
  const { council, treasurer, deployment } = region;
  const folders = freshFolders(deployment);
  const now = await time.latest();
  const place = { chain, region: REGION, ...folders };
  const dates = { opensAt: now, closesAt: now + 90 * 86_400 };
  await openProgramme({ ...place, ...dates, council, purpose: "bonus", budget: BUDGET, decisionHash: id("decision") });
  await attestEuros({ ...place, treasurer, programme: 1, amount: BUDGET, orderHash: id("order") });
  return { ...region, folders };
}

async function approvedRegion() {
  const region = await fundedRegion();
  const plan = await approvedPlan(chain, region.folders, region, staffFile(PEOPLE, OTHERS));
  return { ...region, plan, job: { chain, plan, officer: region.bonusOfficer, ...region.folders } };
}

const inPlan = { region: REGION, programme: 1, planDate: PLAN_DATE };

describe("bonus", function () {
  this.timeout(60_000);

  describe("from the staff file to the report", function () {
    it("pays everybody who opted in exactly once, and reconciles to the cent", async function () {
      const { folders, bonusOfficer: officer, approver, token, issuance } = await loadFixture(fundedRegion);
      const file = { name: "staff.csv", bytes: staffFile(PEOPLE, OTHERS) };
      const planned = await planBonus({ chain, ...inPlan, file, ...folders });
      if ("errors" in planned) throw new Error("refused");
      const { totals, planHash: plan } = planned.plan;
      expect(totals).to.include({ people: PEOPLE + OTHERS, payments: PEOPLE });

      const simulation = await simulateBonus({ chain, plan, officer: officer.address, ...folders });
      expect(simulation.problems).to.deep.equal([]);
      expect(simulation.paidBefore).to.equal(0);
      expect((await proposeBonus({ chain, plan, officer, ...folders })).isNew).to.equal(true);
      let shown: bigint | undefined;
      await approveBonus({
        chain,
        plan,
        approver,
        confirm: async ({ run }) => void (shown = run.runId),
        ...folders,
      });
      expect(shown).to.equal(1n);

      const steps: number[] = [];
      const result = await runBonus({ chain, plan, officer, onPaid: (paid) => steps.push(paid), ...folders });
      expect(result).to.deep.equal({
        runId: 1n,
        payments: PEOPLE,
        letters: 0,
        paidNow: PEOPLE,
        cents: BigInt(totals.cents),
      });
      expect(steps).to.deep.equal([0, PAYMENTS_PER_CHUNK, 2 * PAYMENTS_PER_CHUNK, PEOPLE]);

      for (let n = 0; n < PEOPLE; n++) expect(await token.balanceOf(staffWallet(n))).to.equal(staffCents(n));
      expect(await token.totalSupply()).to.equal(BigInt(totals.cents));
      expect((await issuance.programmeOf(1)).issued).to.equal(BigInt(totals.cents));

      const report = await reportBonus({ chain, plan, ...folders });
      checkReport(report);
      expect(report.result.checks.map(({ key, holds }) => [key, holds])).to.deep.equal([
        ["linesAgree", true],
        ["nothingElse", true],
        ["chunksAgree", true],
        ["runAgrees", true],
        ["countAgrees", true],
        ["supplyAgrees", true],
      ]);
      expect(report.result.fates.paid).to.deep.equal({ lines: PEOPLE, cents: BigInt(totals.cents) });
      expect(report.result.fates.unpaid).to.deep.equal({ lines: 0, cents: 0n });
      expect(report.result.fates.euros.lines).to.equal(OTHERS);
    });

    it("keeps each chunk within the gas it was simulated with", async function () {
      const { folders, bonusOfficer: officer, approver } = await loadFixture(fundedRegion);
      const file = { name: "staff.csv", bytes: staffFile(PAYMENTS_PER_CHUNK) };
      const planned = await planBonus({ chain, ...inPlan, file, ...folders });
      if ("errors" in planned) throw new Error("refused");
      const plan = planned.plan.planHash;
      const before = await simulateBonus({ chain, plan, officer: officer.address, ...folders });
      await proposeBonus({ chain, plan, officer, ...folders });
      await approveBonus({ chain, plan, approver, confirm: async () => {}, ...folders });
      const after = await simulateBonus({ chain, plan, officer: officer.address, ...folders });
      await runBonus({ chain, plan, officer, ...folders });
      const used = (await (await chain.provider.getBlock("latest"))?.getTransaction(0)?.then((tx) => tx.wait()))
        ?.gasUsed;
      expect(Number(after.gas)).to.be.within(Number(used), Number(used) * 1.02);
      expect(Number(before.gas)).to.be.within(Number(used), Number(used) * 1.02);
      expect(Number(before.gas)).to.be.below(16_777_216 / 2);
    });
  });

  describe("planBonus", function () {
    it("refuses more than the attested euros leave, and addresses of the system", async function () {
      const { folders, token } = await loadFixture(fundedRegion);
      const text = new TextDecoder().decode(staffFile(2)).replace(staffWallet(1), await token.getAddress());
      const planned = await planBonus({
        chain,
        ...inPlan,
        file: { name: "x.csv", bytes: new TextEncoder().encode(text) },
        ...folders,
      });
      if (!("errors" in planned)) throw new Error("accepted");
      expect(planned.errors.map(({ code, parameters }) => [code, parameters.name])).to.deep.equal([
        ["walletReserved", "RegionalToken"],
      ]);
      const tooMuch = await planBonus({
        chain,
        ...inPlan,
        file: { name: "x.csv", bytes: staffFile(2_000) },
        ...folders,
      });
      if (!("errors" in tooMuch)) throw new Error("accepted");
      expect(tooMuch.errors.map(({ code }) => code)).to.deep.equal(["overBudget"]);
    });

    it("refuses a programme that does not exist", async function () {
      const { folders } = await loadFixture(fundedRegion);
      const job = { chain, ...inPlan, programme: 2, file: { name: "x.csv", bytes: staffFile(1) }, ...folders };
      await expectFailure(planBonus(job), 3, "common.refused");
    });
  });

  describe("simulateBonus", function () {
    it("tells everything that would stop the run", async function () {
      const { folders, plan, issuance, guardian, outsider } = await loadFixture(approvedRegion);
      await issuance.connect(guardian).close();
      const { problems } = await simulateBonus({ chain, plan, officer: outsider.address, ...folders });
      expect(problems).to.have.length(5);
      expect(problems[0]).to.include(outsider.address);
    });

    it("counts who was paid under the programme before", async function () {
      const { folders, job, bonusOfficer } = await loadFixture(approvedRegion);
      await runBonus(job);
      const file = { name: "again.csv", bytes: staffFile(2) };
      const planned = await planBonus({ chain, ...inPlan, file, ...folders });
      if ("errors" in planned) throw new Error("refused");
      const officer = bonusOfficer.address;
      const simulation = await simulateBonus({ chain, plan: planned.plan.planHash, officer, ...folders });
      expect(simulation.paidBefore).to.equal(2);
    });
  });

  describe("proposeBonus", function () {
    it("changes nothing when the plan is proposed already", async function () {
      const { job } = await loadFixture(approvedRegion);
      expect(await proposeBonus(job)).to.include({ runId: 1n, isNew: false });
    });

    it("refuses the same staff file under a plan of another day, unless told to", async function () {
      const { folders, job } = await loadFixture(approvedRegion);
      const file = { name: "staff.csv", bytes: staffFile(PEOPLE, OTHERS) };
      const planned = await planBonus({ chain, ...inPlan, planDate: "2026-11-24", file, ...folders });
      if ("errors" in planned) throw new Error("refused");
      const again = { ...job, plan: planned.plan.planHash };
      await expectFailure(proposeBonus(again), 3, "bonus.sameFile");
      expect(await proposeBonus({ ...again, again: true })).to.include({ runId: 2n, isNew: true });
    });

    it("refuses an account that is no officer", async function () {
      const { folders, approver } = await loadFixture(fundedRegion);
      const planned = await planBonus({ chain, ...inPlan, file: { name: "x.csv", bytes: staffFile(1) }, ...folders });
      if ("errors" in planned) throw new Error("refused");
      const job = { chain, plan: planned.plan.planHash, officer: approver, ...folders };
      await expectFailure(proposeBonus(job), 3, "common.refused");
    });
  });

  describe("approveBonus", function () {
    it("refuses the key that proposed, and a plan that was not proposed", async function () {
      const { folders, bonusOfficer } = await loadFixture(fundedRegion);
      const planned = await planBonus({ chain, ...inPlan, file: { name: "x.csv", bytes: staffFile(1) }, ...folders });
      if ("errors" in planned) throw new Error("refused");
      const plan = planned.plan.planHash;
      const job = { chain, plan, approver: bonusOfficer, confirm: async () => {}, ...folders };
      await expectFailure(approveBonus(job), 3, "bonus.notProposed");
      await proposeBonus({ chain, plan, officer: bonusOfficer, ...folders });
      await expectFailure(approveBonus(job), 3, "bonus.ownProposal");
    });

    it("refuses other payments that were proposed under the plan's hash", async function () {
      const { folders, bonusOfficer, approver, issuance } = await loadFixture(fundedRegion);
      const planned = await planBonus({ chain, ...inPlan, file: { name: "x.csv", bytes: staffFile(1) }, ...folders });
      if ("errors" in planned) throw new Error("refused");
      const plan = planned.plan.planHash;
      await issuance.connect(bonusOfficer).proposeRun(1, id("other"), plan, 1, planned.plan.totals.cents);
      const job = { chain, plan, approver, confirm: async () => {}, ...folders };
      await expectFailure(approveBonus(job), 3, "bonus.otherRun");
    });

    it("signs nothing when the approver does not confirm", async function () {
      const { folders, bonusOfficer, approver, issuance } = await loadFixture(fundedRegion);
      const planned = await planBonus({ chain, ...inPlan, file: { name: "x.csv", bytes: staffFile(1) }, ...folders });
      if ("errors" in planned) throw new Error("refused");
      const plan = planned.plan.planHash;
      await proposeBonus({ chain, plan, officer: bonusOfficer, ...folders });
      const no = async () => await Promise.reject(new Error("no"));
      const refusal = await approveBonus({ chain, plan, approver, confirm: no, ...folders }).catch(String);
      expect(refusal).to.equal("Error: no");
      expect((await issuance.runOf(1)).state).to.equal(1n);
    });
  });

  describe("runBonus", function () {
    it("does nothing when all is paid", async function () {
      const { job, token } = await loadFixture(approvedRegion);
      await runBonus(job);
      const supply = await token.totalSupply();
      expect((await runBonus(job)).paidNow).to.equal(0);
      expect(await token.totalSupply()).to.equal(supply);
    });

    it("refuses a plan that is not proposed, not approved or cancelled", async function () {
      const { folders, bonusOfficer: officer, issuance } = await loadFixture(fundedRegion);
      const planned = await planBonus({ chain, ...inPlan, file: { name: "x.csv", bytes: staffFile(1) }, ...folders });
      if ("errors" in planned) throw new Error("refused");
      const job = { chain, plan: planned.plan.planHash, officer, ...folders };
      await expectFailure(runBonus(job), 3, "bonus.notProposed");
      await proposeBonus(job);
      await expectFailure(runBonus(job), 3, "bonus.notApproved");
      await issuance.connect(officer).cancelRun(1);
      await expectFailure(runBonus(job), 3, "bonus.notProposed");
    });

    it("refuses a plan file that was changed", async function () {
      const { job, folders, plan } = await loadFixture(approvedRegion);
      const text = readFileSync(join(folders.runs, "31337", plan.slice(2, 14), "plan.json"), "utf8");
      const changed = join(folders.runs, "changed.json");
      writeFileSync(changed, text.replace(`"cents":"${staffCents(0)}"`, `"cents":"${staffCents(0) + 1n}"`));
      await expectFailure(runBonus({ ...job, plan: changed }), 1, "bonus.badPlan.hash");
      await expectFailure(runBonus({ ...job, plan: id("no plan") }), 1, "bonus.noPlan");
    });

    it("refuses a plan of another chain", async function () {
      const { job } = await loadFixture(approvedRegion);
      await expectFailure(runBonus({ ...job, chain: { ...chain, chainId: 100 } }), 1, "bonus.otherChain");
    });
  });

  describe("reportBonus", function () {
    it("asks to go on while lines are unpaid, and says which", async function () {
      const { folders, plan } = await loadFixture(approvedRegion);
      const report = await reportBonus({ chain, plan, ...folders });
      expect(report.result).to.include({ isReconciled: true, isComplete: false });
      expect(report.result.fates.paid.lines).to.equal(0);
      expect(report.result.fates.unpaid.lines).to.equal(PEOPLE);
      await expectFailure(async () => checkReport(report), 2, "bonus.report.unpaid");
    });

    it("finds currency that another run issued to the same people, and keeps it apart", async function () {
      const { job, folders, plan, bonusOfficer, approver } = await loadFixture(approvedRegion);
      await runBonus(job);
      const other = await approvedPlan(chain, folders, { bonusOfficer, approver }, staffFile(3));
      await runBonus({ ...job, plan: other });
      for (const each of [plan, other]) checkReport(await reportBonus({ chain, plan: each, ...folders }));
    });

    it("fails when the chain does not say what the plan says", async function () {
      const { job, folders, plan } = await loadFixture(approvedRegion);
      await runBonus(job);
      const report = await reportBonus({ chain, plan, ...folders });
      const differs = { ...report, result: { ...report.result, isReconciled: false } };
      await expectFailure(async () => checkReport(differs), 3, "bonus.report.differs");
    });

    it("writes a table that French spreadsheets open, and JSON", async function () {
      const { job, folders, plan } = await loadFixture(approvedRegion);
      await runBonus(job);
      const report = await reportBonus({ chain, plan, ...folders });
      const csv = reportCsv(report);
      expect(csv.charCodeAt(0)).to.equal(0xfeff);
      const lines = csv.slice(1).split("\r\n");
      expect(lines).to.have.length(PEOPLE + OTHERS + 2);
      const [header = "", first = ""] = lines;
      expect(header.split(";")).to.have.length(17);
      expect(first)
        .to.include(`;${staffWallet(0)};930;;`)
        .and.to.include(";100,00;100,00;")
        .and.to.match(/;oui$/u);
      const json = JSON.parse(reportJson(report)) as {
        lines: unknown[];
        fates: { paid: { cents: string } };
        finalLines: number;
      };
      expect(json.finalLines).to.equal(PEOPLE);
      expect(json.lines).to.have.length(PEOPLE + OTHERS);
      expect(json.fates.paid.cents).to.equal(report.result.fates.paid.cents.toString());
    });
  });

  describe("openProgramme and attestEuros", function () {
    it("change nothing when done before", async function () {
      const { council, treasurer, folders } = await loadFixture(fundedRegion);
      const place = { chain, region: REGION, ...folders };
      const now = await time.latest();
      const job = {
        purpose: "bonus" as const,
        budget: 5n,
        opensAt: now,
        closesAt: now + 10,
        decisionHash: id("decision"),
      };
      expect(await openProgramme({ ...place, ...job, council })).to.deep.equal({ programmeId: 1n, isNew: false });
      const order = { programme: 1, amount: 1n, orderHash: id("order") };
      expect(await attestEuros({ ...place, ...order, treasurer })).to.deep.equal({ attested: BUDGET, isNew: false });
    });
  });
});
