// SPDX-License-Identifier: EUPL-1.2
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { PAYMENTS_PER_CHUNK } from "@monnaie-commune/sdk/bonus/chunks";
import { ROLES } from "@monnaie-commune/sdk/generated/roles";
import { batchChecksum } from "@monnaie-commune/sdk/safe/batch";
import { id } from "ethers";
import { approveBonus } from "../../scripts/bonus/approve.ts";
import { attestEuros, openProgramme } from "../../scripts/bonus/fund.ts";
import { planBonus } from "../../scripts/bonus/plan.ts";
import { proposeBonus } from "../../scripts/bonus/propose.ts";
import { checkReport, reportBonus } from "../../scripts/bonus/report.ts";
import { runBonus } from "../../scripts/bonus/run.ts";
import { safeAddress } from "../../scripts/lib/sending/safe.ts";
import { freshFolders, PLAN_DATE, REGION, staffFile } from "../helpers/bonus.ts";
import { expectFailure } from "../helpers/failures.ts";
import { chain, deployedRegion, ethers, loadFixture, time } from "../helpers/fixtures.ts";
import { execute, readBatch, testSafe } from "../helpers/safe.ts";
import { withRules } from "../helpers/sending.ts";

const PEOPLE = 2 * PAYMENTS_PER_CHUNK + 1;
const BUDGET = 20_000_000n;
const quick = withRules(chain, { pollEveryMs: 5 });

/** A region whose council, officer and approver are Safes; the treasurer is a person. */
async function regionOfSafes() {
  const region = await deployedRegion();
  const { manager, council, deployment } = region;
  const contracts = await Promise.all(["council", "officer", "approver"].map(() => ethers.deployContract("CallBatch")));
  const [councilSafe, officerSafe, approverSafe] = contracts;
  if (councilSafe === undefined || officerSafe === undefined || approverSafe === undefined) throw new Error("No Safes");
  await manager.connect(council).grantRole(ROLES.COUNCIL, councilSafe, 0);
  await manager.connect(council).grantRole(ROLES.BONUS_OFFICER, officerSafe, 0);
  await manager.connect(council).grantRole(ROLES.APPROVER, approverSafe, 0);
  await time.increase(6 * 86_400);
  return { ...region, councilSafe, officerSafe, approverSafe, deployment };
}

async function safes() {
  const region = await loadFixture(regionOfSafes);
  const folders = freshFolders(region.deployment);
  return {
    ...region,
    folders,
    place: { chain: quick, region: REGION, ...folders },
    council: await testSafe(region.councilSafe),
    officer: await testSafe(region.officerSafe),
    approver: await testSafe(region.approverSafe),
  };
}

type Region = Awaited<ReturnType<typeof safes>>;

async function opening({ place, council }: Region) {
  const now = await time.latest();
  return openProgramme({
    ...place,
    council: council.account,
    purpose: "bonus",
    budget: BUDGET,
    opensAt: now,
    closesAt: now + 90 * 86_400,
    decisionHash: id("decision"),
  });
}

/** A programme that is open and funded, and a plan. */
async function planned(
  people = 1,
): Promise<Region & { job: { chain: typeof quick; plan: string } & Region["folders"] }> {
  const region = await safes();
  const { place, treasurer, folders, council } = region;
  const opened = opening(region);
  await council.written;
  await execute(council, council.files[0] ?? "");
  await opened;
  await attestEuros({ ...place, treasurer, programme: 1, amount: BUDGET, orderHash: id("order") });
  const file = { name: "staff.csv", bytes: staffFile(people) };
  const plan = await planBonus({ ...place, programme: 1, planDate: PLAN_DATE, file });
  if ("errors" in plan) throw new Error("refused");
  return { ...region, job: { chain: quick, plan: plan.plan.planHash, ...folders } };
}

describe("a bonus by Safes", function () {
  this.timeout(60_000);

  it("goes on by itself from one step to the next once the owners executed what was written", async function () {
    const region = await planned(PEOPLE);
    const { officer, approver, job, token } = region;
    const proposing = proposeBonus({ ...job, officer: officer.account });
    await officer.written;
    expect(officer.files).to.have.length(1);
    await execute(officer, officer.files[0] ?? "");
    expect(await proposing).to.include({ runId: 1n, isNew: true });

    const approving = approveBonus({ ...job, approver: approver.account, confirm: async () => {} });
    await approver.written;
    await execute(approver, approver.files[0] ?? "");
    expect(await approving).to.deep.equal({ runId: 1n, isNew: true });

    const payer = await testSafe(region.officerSafe);
    const steps: number[] = [];
    const running = runBonus({ ...job, officer: payer.account, onPaid: (paid) => steps.push(paid) });
    await payer.written;
    expect(payer.files).to.have.length(3);
    // In any order.
    for (const file of payer.files.toReversed()) await execute(payer, file);
    const { paidNow, cents } = await running;
    expect(paidNow).to.equal(PEOPLE);
    expect(steps.at(-1)).to.equal(PEOPLE);
    expect(await token.totalSupply()).to.equal(cents);
    checkReport(await reportBonus(job));
    expect(await runBonus({ ...job, officer: payer.account })).to.include({ paidNow: 0 });
  });

  it("is written in clear, for this Safe on this chain, with the checksum its app expects", async function () {
    const region = await planned();
    const { officer, job, issuance } = region;
    const proposing = proposeBonus({ ...job, officer: officer.account });
    await officer.written;
    const batch = readBatch(officer.files[0] ?? "");
    const { checksum, ...meta } = batch.meta;
    expect(meta.createdFromSafeAddress).to.equal(officer.account.address);
    expect(batchChecksum({ ...batch, meta })).to.equal(checksum);
    expect(batch).to.include({ version: "1.0", chainId: "31337" });
    const [transaction] = batch.transactions;
    expect(transaction?.to).to.equal(await issuance.getAddress());
    expect(transaction?.contractInputsValues).to.include({ programmeId: "1", planHash: job.plan });
    await execute(officer, officer.files[0] ?? "");
    await proposing;
  });

  it("writes no second file when it is started again, and takes up the waiting", async function () {
    const { officer, officerSafe, job } = await planned();
    const first = proposeBonus({ ...job, officer: officer.account });
    await officer.written;
    const text = readFileSync(officer.files[0] ?? "", "utf8");

    const again = await testSafe(officerSafe);
    const second = proposeBonus({ ...job, officer: again.account });
    await again.written;
    expect(again.files).to.deep.equal(officer.files);
    expect(readFileSync(again.files[0] ?? "", "utf8")).to.equal(text);
    const folder = join(job.runs, "31337", job.plan.slice(2, 14));
    expect(readdirSync(folder).filter((name) => name.startsWith("safe-"))).to.have.length(1);

    await execute(again, again.files[0] ?? "");
    expect((await first).runId).to.equal(1n);
    expect((await second).runId).to.equal(1n);
    expect(await proposeBonus({ ...job, officer: again.account })).to.include({ isNew: false });
  });

  it("writes nothing for an address without code, without the role, or that proposed the run", async function () {
    const region = await planned();
    const { officer, approver, outsider, job } = region;
    const nobody = { ...officer.account, address: outsider.address };
    await expectFailure(proposeBonus({ ...job, officer: nobody }), 1, "safe.noCode");
    await expectFailure(proposeBonus({ ...job, officer: approver.account }), 3, "safe.notHolder");
    const folder = join(job.runs, "31337", job.plan.slice(2, 14));
    expect(readdirSync(folder).filter((name) => name.startsWith("safe-"))).to.deep.equal([]);

    const proposing = proposeBonus({ ...job, officer: officer.account });
    await officer.written;
    await execute(officer, officer.files[0] ?? "");
    await proposing;
    const own = approveBonus({ ...job, approver: officer.account, confirm: async () => {} });
    await expectFailure(own, 3, "bonus.ownProposal");
    expect(existsSync(join(folder, "journal.jsonl"))).to.equal(false);
  });

  it("stops waiting once the contract would refuse what was written", async function () {
    const { officer, job, issuance, guardian } = await planned();
    const proposing = proposeBonus({ ...job, officer: officer.account });
    await officer.written;
    await issuance.connect(guardian).close();
    const failure = await expectFailure(proposing, 3, "common.refused");
    expect(failure.message).to.match(/fermée|closed/u);
  });

  it("takes the address of a Safe as its app shows it", function () {
    const address = "0xDF8a1Ce35c9a6ACE153B4e0767942f1E2291a1Aa";
    expect(safeAddress(address)).to.equal(address);
    expect(safeAddress(`gno:${address}`)).to.equal(address);
    for (const given of ["", "0x12", address.toLowerCase().replace("f", "F"), "safe.eth"]) {
      expect(() => safeAddress(given)).to.throw();
    }
  });
});
