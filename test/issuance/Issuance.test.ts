// SPDX-License-Identifier: EUPL-1.2
import { expect } from "chai";
import { id, MaxUint256, type Signer, ZeroAddress, ZeroHash } from "ethers";
import { ROLES } from "@monnaie-commune/sdk/generated/roles";
import { deployedRegion, loadFixture, time } from "../helpers/fixtures.ts";
import { threeOf } from "../helpers/people.ts";
import { chunkArgs, payment, prepareRun, type PreparedRun } from "../helpers/runs.ts";

const PURPOSE = { bonus: 0n, reward: 1n, subsidy: 2n, voucherBacking: 3n };
const STATE = { none: 0n, proposed: 1n, approved: 2n, cancelled: 3n };
const MAX_UINT128 = 2n ** 128n - 1n;
const DAY = 86_400n;

const BUDGET = 1_000_00n;
const ATTESTED = 500_00n;
const decision = id("délibération 2026-11-042");
const order = id("mandat 2026-4711");

describe("Issuance", function () {
  async function deployed() {
    const all = await deployedRegion();
    const now = BigInt(await time.latest());
    const opensAt = now + 30n * DAY;
    const closesAt = opensAt + 60n * DAY;
    const [camille, naima, third] = threeOf(all.people);
    /** Gives a role, and waits until it holds. */
    const grant = async (role: bigint, account: { address: string }, executionDelay = 0) => {
      await all.manager.connect(all.council).grantRole(role, account.address, executionDelay);
      await time.increase(await all.manager.getRoleGrantDelay(role));
    };
    return { ...all, camille, naima, third, opensAt, closesAt, grant };
  }

  /** A bonus programme that is about to open, with half of its budget attested. */
  async function attested() {
    const context = await deployed();
    const { issuance, council, treasurer, opensAt, closesAt } = context;
    await issuance.connect(council).openProgramme(PURPOSE.bonus, BUDGET, opensAt, closesAt, decision);
    await issuance.connect(treasurer).attest(1, ATTESTED, order);
    return context;
  }

  async function opened() {
    const context = await attested();
    await time.increaseTo(context.opensAt);
    const { camille, naima, third } = context;
    const run = prepareRun([[payment(camille, 120_50n), payment(naima, 79_50n)], [payment(third, 100_00n)]]);
    const propose = async (of: PreparedRun, programmeId = 1n, officer: Signer = context.bonusOfficer) =>
      await context.issuance
        .connect(officer)
        .proposeRun(programmeId, of.tree.root, of.planHash, of.paymentCount, of.total);
    return { ...context, run, propose };
  }

  async function proposed() {
    const context = await opened();
    await context.propose(context.run);
    return context;
  }

  async function approved() {
    const context = await proposed();
    await context.issuance.connect(context.approver).approveRun(1);
    return context;
  }

  async function closed() {
    const context = await approved();
    await context.issuance.connect(context.guardian).close();
    return context;
  }

  describe("constructor", function () {
    it("keeps the manager and the token, with nothing in the books", async function () {
      const { issuance, manager, token } = await loadFixture(deployed);
      expect(await issuance.authority()).to.equal(await manager.getAddress());
      expect(await issuance.token()).to.equal(await token.getAddress());
      expect(await issuance.programmeCount()).to.equal(0n);
      expect(await issuance.runCount()).to.equal(0n);
      expect(await issuance.isClosed()).to.equal(false);
    });
  });

  describe("openProgramme", function () {
    for (const [name, purpose] of Object.entries(PURPOSE)) {
      it(`opens a programme for the purpose ${name}`, async function () {
        const { issuance, council, opensAt, closesAt } = await loadFixture(deployed);
        await expect(issuance.connect(council).openProgramme(purpose, BUDGET, opensAt, closesAt, decision))
          .to.emit(issuance, "ProgrammeOpened")
          .withArgs(1n, purpose, decision, BUDGET, opensAt, closesAt);
        expect(await issuance.programmeOf(1)).to.deep.equal([purpose, opensAt, closesAt, BUDGET, 0n, 0n, 0n, decision]);
      });
    }

    it("numbers programmes from 1 and returns the number", async function () {
      const { issuance, council, opensAt, closesAt } = await loadFixture(attested);
      const args = [PURPOSE.reward, BUDGET, opensAt, closesAt, decision] as const;
      expect(await issuance.connect(council).openProgramme.staticCall(...args)).to.equal(2n);
      await issuance.connect(council).openProgramme(...args);
      expect(await issuance.programmeCount()).to.equal(2n);
    });

    it("accepts the smallest and the largest budget, a start in the past and no end in sight", async function () {
      const { issuance, council } = await loadFixture(deployed);
      for (const budget of [1n, MAX_UINT128]) {
        await issuance.connect(council).openProgramme(PURPOSE.bonus, budget, 0n, 2n ** 64n - 1n, decision);
      }
      expect((await issuance.programmeOf(1)).budget).to.equal(1n);
      expect((await issuance.programmeOf(2)).budget).to.equal(MAX_UINT128);
    });

    for (const budget of [0n, MAX_UINT128 + 1n, MaxUint256]) {
      it(`reverts for a budget of ${budget}`, async function () {
        const { issuance, council, opensAt, closesAt } = await loadFixture(deployed);
        await expect(issuance.connect(council).openProgramme(PURPOSE.bonus, budget, opensAt, closesAt, decision))
          .to.be.revertedWithCustomError(issuance, "ProgrammeInvalidBudget")
          .withArgs(budget);
      });
    }

    it("reverts when it would end as it starts, or before", async function () {
      const { issuance, council, opensAt } = await loadFixture(deployed);
      for (const closesAt of [opensAt, opensAt - 1n]) {
        await expect(issuance.connect(council).openProgramme(PURPOSE.bonus, BUDGET, opensAt, closesAt, decision))
          .to.be.revertedWithCustomError(issuance, "ProgrammeInvalidDates")
          .withArgs(opensAt, closesAt);
      }
      await issuance.connect(council).openProgramme(PURPOSE.bonus, BUDGET, opensAt, opensAt + 1n, decision);
    });

    it("reverts when it has ended already, to the second", async function () {
      const { issuance, council } = await loadFixture(deployed);
      const now = BigInt(await time.latest()) + 100n;
      await time.setNextBlockTimestamp(now);
      await expect(issuance.connect(council).openProgramme(PURPOSE.bonus, BUDGET, 0n, now, decision))
        .to.be.revertedWithCustomError(issuance, "ProgrammeInvalidDates")
        .withArgs(0n, now);
      await time.setNextBlockTimestamp(now + 10n);
      await issuance.connect(council).openProgramme(PURPOSE.bonus, BUDGET, 0n, now + 11n, decision);
    });

    it("reverts without the council's decision", async function () {
      const { issuance, council, opensAt, closesAt } = await loadFixture(deployed);
      await expect(
        issuance.connect(council).openProgramme(PURPOSE.bonus, BUDGET, opensAt, closesAt, ZeroHash),
      ).to.be.revertedWithCustomError(issuance, "ProgrammeMissingDecision");
    });
  });

  describe("attest", function () {
    it("adds euros to a programme before it opens", async function () {
      const { issuance, treasurer } = await loadFixture(attested);
      const second = id("mandat 2026-4712");
      await expect(issuance.connect(treasurer).attest(1, 1n, second))
        .to.emit(issuance, "EurosAttested")
        .withArgs(1n, second, treasurer.address, 1n);
      expect((await issuance.programmeOf(1)).attested).to.equal(ATTESTED + 1n);
      expect(await issuance.isOrderUsed(second)).to.equal(true);
      expect(await issuance.isOrderUsed(id("mandat 2026-4713"))).to.equal(false);
    });

    it("takes the whole budget and not a cent more", async function () {
      const { issuance, treasurer } = await loadFixture(attested);
      const available = BUDGET - ATTESTED;
      const second = id("mandat 2026-4712");
      await expect(issuance.connect(treasurer).attest(1, available + 1n, second))
        .to.be.revertedWithCustomError(issuance, "ProgrammeBudgetExceeded")
        .withArgs(1n, available + 1n, available);
      await expect(issuance.connect(treasurer).attest(1, MaxUint256, second))
        .to.be.revertedWithCustomError(issuance, "ProgrammeBudgetExceeded")
        .withArgs(1n, MaxUint256, available);
      await issuance.connect(treasurer).attest(1, available, second);
      expect((await issuance.programmeOf(1)).attested).to.equal(BUDGET);
    });

    it("works while issuing is closed", async function () {
      const { issuance, treasurer } = await loadFixture(closed);
      await expect(issuance.connect(treasurer).attest(1, 1n, id("mandat 2026-4712"))).to.emit(
        issuance,
        "EurosAttested",
      );
    });

    it("works until the last second of the programme", async function () {
      const { issuance, treasurer, opensAt, closesAt } = await loadFixture(attested);
      await time.setNextBlockTimestamp(closesAt - 1n);
      await issuance.connect(treasurer).attest(1, 1n, id("mandat 2026-4712"));
      await time.setNextBlockTimestamp(closesAt);
      await expect(issuance.connect(treasurer).attest(1, 1n, id("mandat 2026-4713")))
        .to.be.revertedWithCustomError(issuance, "ProgrammeNotOpen")
        .withArgs(1n, opensAt, closesAt);
    });

    it("counts a payment order once, in whichever programme", async function () {
      const { issuance, council, treasurer, opensAt, closesAt } = await loadFixture(attested);
      await issuance.connect(council).openProgramme(PURPOSE.reward, BUDGET, opensAt, closesAt, decision);
      for (const programmeId of [1n, 2n]) {
        await expect(issuance.connect(treasurer).attest(programmeId, 1n, order))
          .to.be.revertedWithCustomError(issuance, "AttestationOrderUsed")
          .withArgs(order);
      }
    });

    it("reverts for nothing", async function () {
      const { issuance, treasurer } = await loadFixture(attested);
      await expect(issuance.connect(treasurer).attest(1, 0n, id("mandat 2026-4712")))
        .to.be.revertedWithCustomError(issuance, "AttestationInvalidAmount")
        .withArgs(0n);
    });

    it("reverts without the payment order", async function () {
      const { issuance, treasurer } = await loadFixture(attested);
      await expect(issuance.connect(treasurer).attest(1, 1n, ZeroHash)).to.be.revertedWithCustomError(
        issuance,
        "AttestationMissingOrder",
      );
    });

    for (const programmeId of [0n, 2n]) {
      it(`reverts for the programme ${programmeId} when there is one programme`, async function () {
        const { issuance, treasurer } = await loadFixture(attested);
        await expect(issuance.connect(treasurer).attest(programmeId, 1n, id("mandat 2026-4712")))
          .to.be.revertedWithCustomError(issuance, "ProgrammeNotFound")
          .withArgs(programmeId);
      });
    }
  });

  describe("proposeRun", function () {
    it("writes the run down and sets nothing aside", async function () {
      const { issuance, bonusOfficer, run } = await loadFixture(opened);
      const args = [1n, run.tree.root, run.planHash, run.paymentCount, run.total] as const;
      expect(await issuance.connect(bonusOfficer).proposeRun.staticCall(...args)).to.equal(1n);
      await expect(issuance.connect(bonusOfficer).proposeRun(...args))
        .to.emit(issuance, "RunProposed")
        .withArgs(1n, 1n, bonusOfficer.address, run.tree.root, run.planHash, run.paymentCount, run.total);
      expect(await issuance.runOf(1)).to.deep.equal([
        1n,
        STATE.proposed,
        bonusOfficer.address,
        ZeroAddress,
        run.tree.root,
        run.planHash,
        run.total,
        0n,
        run.paymentCount,
        0n,
        0n,
      ]);
      expect(await issuance.runCount()).to.equal(1n);
      expect((await issuance.programmeOf(1)).committed).to.equal(0n);
    });

    it("accepts more than is attested so far", async function () {
      const { issuance, propose, run } = await loadFixture(opened);
      await expect(propose({ ...run, total: MAX_UINT128 })).to.emit(issuance, "RunProposed");
    });

    it("works from the first second of the programme to its last", async function () {
      const { issuance, bonusOfficer, opensAt, closesAt } = await loadFixture(attested);
      let plans = 0;
      const propose = async () =>
        await issuance.connect(bonusOfficer).proposeRun(1, id("root"), id(`plan ${++plans}`), 1, 1);
      await time.setNextBlockTimestamp(opensAt - 1n);
      await expect(propose())
        .to.be.revertedWithCustomError(issuance, "ProgrammeNotOpen")
        .withArgs(1n, opensAt, closesAt);
      await time.setNextBlockTimestamp(opensAt);
      await propose();
      await time.setNextBlockTimestamp(closesAt - 1n);
      await propose();
      await time.setNextBlockTimestamp(closesAt);
      await expect(propose())
        .to.be.revertedWithCustomError(issuance, "ProgrammeNotOpen")
        .withArgs(1n, opensAt, closesAt);
    });

    for (const missing of ["root", "planHash", "paymentCount", "total"] as const) {
      it(`reverts without ${missing}`, async function () {
        const { issuance, bonusOfficer, run } = await loadFixture(opened);
        const complete = { ...run, root: run.tree.root };
        const args = { ...complete, [missing]: typeof complete[missing] === "bigint" ? 0n : ZeroHash };
        await expect(
          issuance.connect(bonusOfficer).proposeRun(1, args.root, args.planHash, args.paymentCount, args.total),
        ).to.be.revertedWithCustomError(issuance, "RunIncomplete");
      });
    }

    it("takes each plan once", async function () {
      const { issuance, propose, run } = await loadFixture(proposed);
      expect(await issuance.runOfPlan(run.planHash)).to.equal(1n);
      await expect(propose(run)).to.be.revertedWithCustomError(issuance, "RunPlanUsed").withArgs(run.planHash, 1n);
    });

    it("takes a plan again after its run was cancelled with nothing paid", async function () {
      const { issuance, bonusOfficer, propose, run } = await loadFixture(approved);
      await issuance.connect(bonusOfficer).cancelRun(1);
      expect(await issuance.runOfPlan(run.planHash)).to.equal(0n);
      await propose(run);
      expect(await issuance.runOfPlan(run.planHash)).to.equal(2n);
    });

    it("never takes a plan again of which a chunk was paid", async function () {
      const { issuance, bonusOfficer, propose, run } = await loadFixture(approved);
      await issuance.connect(bonusOfficer).payChunk(...chunkArgs(1n, run, 0));
      await issuance.connect(bonusOfficer).cancelRun(1);
      await expect(propose(run)).to.be.revertedWithCustomError(issuance, "RunPlanUsed").withArgs(run.planHash, 1n);
    });

    it("reverts for a programme that does not exist", async function () {
      const { issuance, propose, run } = await loadFixture(opened);
      await expect(propose(run, 2n)).to.be.revertedWithCustomError(issuance, "ProgrammeNotFound").withArgs(2n);
    });

    it("reverts while issuing is closed", async function () {
      const { issuance, propose, run } = await loadFixture(closed);
      await expect(propose(run)).to.be.revertedWithCustomError(issuance, "IssuingIsClosed");
    });
  });

  describe("approveRun", function () {
    it("sets the total aside and remembers who approved", async function () {
      const { issuance, approver, run } = await loadFixture(proposed);
      await expect(issuance.connect(approver).approveRun(1))
        .to.emit(issuance, "RunApproved")
        .withArgs(1n, 1n, approver.address);
      const stored = await issuance.runOf(1);
      expect(stored.state).to.equal(STATE.approved);
      expect(stored.approver).to.equal(approver.address);
      const programme = await issuance.programmeOf(1);
      expect(programme.committed).to.equal(run.total);
      expect(programme.issued).to.equal(0n);
    });

    it("takes all the attested euros and not a cent more, over all runs", async function () {
      const { issuance, approver, propose, run } = await loadFixture(approved);
      const available = ATTESTED - run.total;
      await propose({ ...run, planHash: id("too much"), total: available + 1n });
      await propose({ ...run, planHash: id("just enough"), total: available });
      await propose({ ...run, planHash: id("one cent more"), total: 1n });
      await expect(issuance.connect(approver).approveRun(2))
        .to.be.revertedWithCustomError(issuance, "ProgrammeAttestedExceeded")
        .withArgs(1n, available + 1n, available);
      await issuance.connect(approver).approveRun(3);
      expect((await issuance.programmeOf(1)).committed).to.equal(ATTESTED);
      await expect(issuance.connect(approver).approveRun(4))
        .to.be.revertedWithCustomError(issuance, "ProgrammeAttestedExceeded")
        .withArgs(1n, 1n, 0n);
    });

    it("cannot use another programme's euros", async function () {
      const { issuance, council, approver, propose, run, closesAt } = await loadFixture(opened);
      await issuance.connect(council).openProgramme(PURPOSE.bonus, BUDGET, 0n, closesAt, decision);
      await propose(run, 2n);
      await expect(issuance.connect(approver).approveRun(1))
        .to.be.revertedWithCustomError(issuance, "ProgrammeAttestedExceeded")
        .withArgs(2n, run.total, 0n);
    });

    it("reverts for the person who proposed", async function () {
      const { issuance, bonusOfficer, grant } = await loadFixture(proposed);
      await grant(ROLES.APPROVER, bonusOfficer);
      await expect(issuance.connect(bonusOfficer).approveRun(1))
        .to.be.revertedWithCustomError(issuance, "RunSelfApproval")
        .withArgs(1n, bonusOfficer.address);
    });

    it("reverts through the manager, behind which the proposer could hide", async function () {
      const { issuance, manager, bonusOfficer, grant } = await loadFixture(proposed);
      await grant(ROLES.APPROVER, bonusOfficer);
      const data = issuance.interface.encodeFunctionData("approveRun", [1]);
      await expect(manager.connect(bonusOfficer).execute(await issuance.getAddress(), data))
        .to.be.revertedWithCustomError(issuance, "AccessManagedUnauthorized")
        .withArgs(await manager.getAddress());
    });

    it("works from the first second of the programme to its last", async function () {
      const { issuance, approver, opensAt, closesAt, propose, run } = await loadFixture(proposed);
      await propose({ ...run, planHash: id("another plan") });
      await time.setNextBlockTimestamp(closesAt - 1n);
      await issuance.connect(approver).approveRun(1);
      await time.setNextBlockTimestamp(closesAt);
      await expect(issuance.connect(approver).approveRun(2))
        .to.be.revertedWithCustomError(issuance, "ProgrammeNotOpen")
        .withArgs(1n, opensAt, closesAt);
    });

    it("reverts for a run that was approved or cancelled", async function () {
      const { issuance, approver, bonusOfficer } = await loadFixture(approved);
      await expect(issuance.connect(approver).approveRun(1))
        .to.be.revertedWithCustomError(issuance, "RunUnexpectedState")
        .withArgs(1n, STATE.approved);
      await issuance.connect(bonusOfficer).cancelRun(1);
      await expect(issuance.connect(approver).approveRun(1))
        .to.be.revertedWithCustomError(issuance, "RunUnexpectedState")
        .withArgs(1n, STATE.cancelled);
    });

    it("reverts for a run that does not exist", async function () {
      const { issuance, approver } = await loadFixture(proposed);
      for (const runId of [0n, 2n]) {
        await expect(issuance.connect(approver).approveRun(runId))
          .to.be.revertedWithCustomError(issuance, "RunNotFound")
          .withArgs(runId);
      }
    });

    it("reverts while issuing is closed", async function () {
      const { issuance, approver, guardian } = await loadFixture(proposed);
      await issuance.connect(guardian).close();
      await expect(issuance.connect(approver).approveRun(1)).to.be.revertedWithCustomError(issuance, "IssuingIsClosed");
    });
  });

  describe("cancelRun", function () {
    it("drops a proposed run, which held nothing", async function () {
      const { issuance, bonusOfficer } = await loadFixture(proposed);
      await expect(issuance.connect(bonusOfficer).cancelRun(1))
        .to.emit(issuance, "RunCancelled")
        .withArgs(1n, 1n, bonusOfficer.address, 0n);
      expect((await issuance.runOf(1)).state).to.equal(STATE.cancelled);
      expect((await issuance.programmeOf(1)).committed).to.equal(0n);
    });

    it("frees the whole total of an approved run that paid nothing", async function () {
      const { issuance, bonusOfficer, run } = await loadFixture(approved);
      await expect(issuance.connect(bonusOfficer).cancelRun(1))
        .to.emit(issuance, "RunCancelled")
        .withArgs(1n, 1n, bonusOfficer.address, run.total);
      expect((await issuance.programmeOf(1)).committed).to.equal(0n);
    });

    it("frees what a run has not paid yet, and keeps what it has", async function () {
      const { issuance, approver, bonusOfficer, propose, run } = await loadFixture(approved);
      await issuance.connect(bonusOfficer).payChunk(...chunkArgs(1n, run, 0));
      await expect(issuance.connect(bonusOfficer).cancelRun(1))
        .to.emit(issuance, "RunCancelled")
        .withArgs(1n, 1n, bonusOfficer.address, 100_00n);
      const programme = await issuance.programmeOf(1);
      expect(programme.committed).to.equal(200_00n);
      expect(programme.issued).to.equal(200_00n);
      await propose({ ...run, planHash: id("the rest"), total: ATTESTED - 200_00n });
      await issuance.connect(approver).approveRun(2);
    });

    it("reverts for a run that has paid its total", async function () {
      const { issuance, bonusOfficer, run } = await loadFixture(approved);
      await issuance.connect(bonusOfficer).payChunk(...chunkArgs(1n, run, 0));
      await issuance.connect(bonusOfficer).payChunk(...chunkArgs(1n, run, 1));
      await expect(issuance.connect(bonusOfficer).cancelRun(1))
        .to.be.revertedWithCustomError(issuance, "RunUnexpectedState")
        .withArgs(1n, STATE.approved);
    });

    it("works while issuing is closed, and after the programme's end", async function () {
      const { issuance, bonusOfficer, closesAt } = await loadFixture(closed);
      await time.increaseTo(closesAt + DAY);
      await expect(issuance.connect(bonusOfficer).cancelRun(1)).to.emit(issuance, "RunCancelled");
    });

    it("reverts for a run that was cancelled already", async function () {
      const { issuance, bonusOfficer } = await loadFixture(proposed);
      await issuance.connect(bonusOfficer).cancelRun(1);
      await expect(issuance.connect(bonusOfficer).cancelRun(1))
        .to.be.revertedWithCustomError(issuance, "RunUnexpectedState")
        .withArgs(1n, STATE.cancelled);
    });

    it("reverts for a run that does not exist", async function () {
      const { issuance, bonusOfficer } = await loadFixture(proposed);
      await expect(issuance.connect(bonusOfficer).cancelRun(2))
        .to.be.revertedWithCustomError(issuance, "RunNotFound")
        .withArgs(2n);
    });
  });

  describe("payChunk", function () {
    it("creates what each payee gets, and tells the whole story", async function () {
      const { issuance, token, bonusOfficer, approver, camille, naima, run, manager } = await loadFixture(approved);
      const officer = issuance.connect(bonusOfficer);
      expect(await officer.payChunk.staticCall(...chunkArgs(1n, run, 0))).to.equal(200_00n);
      await expect(officer.payChunk(...chunkArgs(1n, run, 0)))
        .to.emit(issuance, "ChunkPaid")
        .withArgs(1n, 1n, decision, 0n, 2n, 200_00n, bonusOfficer.address, approver.address)
        .and.to.emit(token, "Transfer")
        .withArgs(ZeroAddress, camille.address, 120_50n)
        .and.to.emit(token, "Transfer")
        .withArgs(ZeroAddress, naima.address, 79_50n);
      expect(await token.balanceOf(camille.address)).to.equal(120_50n);
      expect(await token.balanceOf(naima.address)).to.equal(79_50n);
      expect(await token.totalSupply()).to.equal(200_00n);
      for (const contract of [issuance, manager]) {
        expect(await token.balanceOf(await contract.getAddress())).to.equal(0n);
      }
      const stored = await issuance.runOf(1);
      expect(stored.paid).to.equal(200_00n);
      expect(stored.paidCount).to.equal(2n);
      expect((await issuance.programmeOf(1)).issued).to.equal(200_00n);
      expect(await issuance.isChunkPaid(1, 0)).to.equal(true);
      expect(await issuance.isChunkPaid(1, 1)).to.equal(false);
      expect(await issuance.isChunkPaid(2, 0)).to.equal(false);
    });

    it("pays the chunks in any order, up to the total", async function () {
      const { issuance, token, bonusOfficer, third, run } = await loadFixture(approved);
      await issuance.connect(bonusOfficer).payChunk(...chunkArgs(1n, run, 1));
      expect(await token.balanceOf(third.address)).to.equal(100_00n);
      await issuance.connect(bonusOfficer).payChunk(...chunkArgs(1n, run, 0));
      const stored = await issuance.runOf(1);
      expect(stored.paid).to.equal(stored.total);
      expect(stored.paidCount).to.equal(stored.paymentCount);
      const programme = await issuance.programmeOf(1);
      expect(programme.issued).to.equal(programme.committed);
    });

    it("takes any officer of the purpose, not only the proposer", async function () {
      const { issuance, bonusOfficer, outsider, approver, run, grant } = await loadFixture(approved);
      await grant(ROLES.BONUS_OFFICER, outsider);
      await expect(issuance.connect(outsider).payChunk(...chunkArgs(1n, run, 0)))
        .to.emit(issuance, "ChunkPaid")
        .withArgs(1n, 1n, decision, 0n, 2n, 200_00n, bonusOfficer.address, approver.address);
    });

    it("pays 300 chunks, each once", async function () {
      const { issuance, approver, bonusOfficer, camille, propose } = await loadFixture(opened);
      const run = prepareRun(Array.from({ length: 300 }, (_, index) => [payment(camille, BigInt(index % 3))]));
      await propose(run);
      await issuance.connect(approver).approveRun(1);
      for (const chunkIndex of [0, 255, 256, 299]) {
        await issuance.connect(bonusOfficer).payChunk(...chunkArgs(1n, run, chunkIndex));
        expect(await issuance.isChunkPaid(1, chunkIndex)).to.equal(true);
      }
      expect(await issuance.isChunkPaid(1, 1)).to.equal(false);
      expect(await issuance.isChunkPaid(1, 257)).to.equal(false);
    });

    it("reverts for a chunk that was paid", async function () {
      const { issuance, token, bonusOfficer, run } = await loadFixture(approved);
      await issuance.connect(bonusOfficer).payChunk(...chunkArgs(1n, run, 0));
      await expect(issuance.connect(bonusOfficer).payChunk(...chunkArgs(1n, run, 0)))
        .to.be.revertedWithCustomError(issuance, "ChunkAlreadyPaid")
        .withArgs(1n, 0n);
      expect(await token.totalSupply()).to.equal(200_00n);
    });

    it("reverts when payee, amount, order, index or proof is another", async function () {
      const { issuance, bonusOfficer, outsider, camille, naima, run } = await loadFixture(approved);
      const [runId, , payments, proof] = chunkArgs(1n, run, 0);
      const officer = issuance.connect(bonusOfficer);
      for (const [chunkIndex, others, path] of [
        [0n, [payment(outsider, 120_50n), payment(naima, 79_50n)], proof],
        [0n, [payment(camille, 120_51n), payment(naima, 79_50n)], proof],
        [0n, [payment(naima, 79_50n), payment(camille, 120_50n)], proof],
        [0n, payments.slice(1), proof],
        [0n, [...payments, payment(outsider, 0n)], proof],
        [0n, [], proof],
        [1n, payments, proof],
        [0n, payments, []],
        [0n, payments, run.tree.proof(1)],
      ] as const) {
        await expect(officer.payChunk(runId, chunkIndex, [...others], [...path]))
          .to.be.revertedWithCustomError(issuance, "ChunkNotInRun")
          .withArgs(runId, chunkIndex);
      }
    });

    it("reverts for a chunk of another run", async function () {
      const { issuance, approver, bonusOfficer, camille, propose, run } = await loadFixture(approved);
      const second = prepareRun([[payment(camille, 1n)]]);
      await propose(second);
      await issuance.connect(approver).approveRun(2);
      await expect(issuance.connect(bonusOfficer).payChunk(...chunkArgs(2n, run, 0)))
        .to.be.revertedWithCustomError(issuance, "ChunkNotInRun")
        .withArgs(2n, 0n);
    });

    it("reverts when the chunks hold more cents than declared", async function () {
      const { issuance, token, approver, bonusOfficer, propose, run } = await loadFixture(opened);
      await propose({ ...run, total: run.total - 1n });
      await issuance.connect(approver).approveRun(1);
      await issuance.connect(bonusOfficer).payChunk(...chunkArgs(1n, run, 0));
      await expect(issuance.connect(bonusOfficer).payChunk(...chunkArgs(1n, run, 1)))
        .to.be.revertedWithCustomError(issuance, "RunTotalExceeded")
        .withArgs(1n, 100_00n, 99_99n);
      expect(await token.totalSupply()).to.equal(200_00n);
      expect(await issuance.isChunkPaid(1, 1)).to.equal(false);
    });

    it("reverts when the chunks hold more payments than declared", async function () {
      const { issuance, approver, bonusOfficer, propose, run } = await loadFixture(opened);
      await propose({ ...run, paymentCount: 2n });
      await issuance.connect(approver).approveRun(1);
      await issuance.connect(bonusOfficer).payChunk(...chunkArgs(1n, run, 1));
      await expect(issuance.connect(bonusOfficer).payChunk(...chunkArgs(1n, run, 0)))
        .to.be.revertedWithCustomError(issuance, "RunCountExceeded")
        .withArgs(1n, 2n, 1n);
    });

    it("reverts when the token's cap is reached", async function () {
      const { issuance, token, council, treasurer, approver, bonusOfficer, camille, propose } =
        await loadFixture(opened);
      const cap = await token.cap();
      await issuance.connect(council).openProgramme(PURPOSE.bonus, cap + 1n, 0n, 2n ** 63n, decision);
      await issuance.connect(treasurer).attest(2, cap + 1n, id("mandat 2026-9999"));
      const run = prepareRun([[payment(camille, cap)], [payment(camille, 1n)]]);
      await propose(run, 2n);
      await issuance.connect(approver).approveRun(1);
      await issuance.connect(bonusOfficer).payChunk(...chunkArgs(1n, run, 0));
      await expect(issuance.connect(bonusOfficer).payChunk(...chunkArgs(1n, run, 1)))
        .to.be.revertedWithCustomError(token, "ERC20ExceededCap")
        .withArgs(cap + 1n, cap);
    });

    it("pays all of a chunk or none", async function () {
      const { issuance, token, approver, bonusOfficer, camille, propose } = await loadFixture(opened);
      const till = { address: await token.getAddress() };
      const run = prepareRun([[payment(camille, 1n), payment(till, 1n)]]);
      await propose(run);
      await issuance.connect(approver).approveRun(1);
      await expect(issuance.connect(bonusOfficer).payChunk(...chunkArgs(1n, run, 0)))
        .to.be.revertedWithCustomError(token, "ERC20InvalidReceiver")
        .withArgs(till.address);
      expect(await token.balanceOf(camille.address)).to.equal(0n);
      expect(await issuance.isChunkPaid(1, 0)).to.equal(false);
    });

    it("works until the last second of the programme", async function () {
      const { issuance, bonusOfficer, opensAt, closesAt, run } = await loadFixture(approved);
      await time.setNextBlockTimestamp(closesAt - 1n);
      await issuance.connect(bonusOfficer).payChunk(...chunkArgs(1n, run, 0));
      await time.setNextBlockTimestamp(closesAt);
      await expect(issuance.connect(bonusOfficer).payChunk(...chunkArgs(1n, run, 1)))
        .to.be.revertedWithCustomError(issuance, "ProgrammeNotOpen")
        .withArgs(1n, opensAt, closesAt);
    });

    it("reverts for a run that is not approved", async function () {
      const { issuance, bonusOfficer, run } = await loadFixture(proposed);
      const officer = issuance.connect(bonusOfficer);
      await expect(officer.payChunk(...chunkArgs(1n, run, 0)))
        .to.be.revertedWithCustomError(issuance, "RunUnexpectedState")
        .withArgs(1n, STATE.proposed);
      await officer.cancelRun(1);
      await expect(officer.payChunk(...chunkArgs(1n, run, 0)))
        .to.be.revertedWithCustomError(issuance, "RunUnexpectedState")
        .withArgs(1n, STATE.cancelled);
      await expect(officer.payChunk(...chunkArgs(2n, run, 0)))
        .to.be.revertedWithCustomError(issuance, "RunNotFound")
        .withArgs(2n);
    });

    it("reverts while issuing is closed, and pays again once it is open", async function () {
      const { issuance, token, council, bonusOfficer, run } = await loadFixture(closed);
      await expect(issuance.connect(bonusOfficer).payChunk(...chunkArgs(1n, run, 0))).to.be.revertedWithCustomError(
        issuance,
        "IssuingIsClosed",
      );
      expect(await token.totalSupply()).to.equal(0n);
      await issuance.connect(council).reopen();
      await expect(issuance.connect(bonusOfficer).payChunk(...chunkArgs(1n, run, 0))).to.emit(issuance, "ChunkPaid");
    });
  });

  describe("officers", function () {
    async function bothPurposes() {
      const context = await opened();
      const { issuance, council, treasurer, closesAt } = context;
      await issuance.connect(council).openProgramme(PURPOSE.reward, BUDGET, 0n, closesAt, decision);
      await issuance.connect(council).openProgramme(PURPOSE.subsidy, BUDGET, 0n, closesAt, decision);
      await issuance.connect(council).openProgramme(PURPOSE.voucherBacking, BUDGET, 0n, closesAt, decision);
      for (const programmeId of [2n, 3n, 4n]) {
        await issuance.connect(treasurer).attest(programmeId, BUDGET, id(`mandat ${programmeId}`));
      }
      return context;
    }

    for (const [name, programmeId, own, stranger, role] of [
      ["bonus", 1n, "bonusOfficer", "rewardOfficer", ROLES.BONUS_OFFICER],
      ["reward", 2n, "rewardOfficer", "bonusOfficer", ROLES.REWARD_OFFICER],
      ["subsidy", 3n, "rewardOfficer", "bonusOfficer", ROLES.REWARD_OFFICER],
      ["voucher backing", 4n, "rewardOfficer", "bonusOfficer", ROLES.REWARD_OFFICER],
    ] as const) {
      it(`act for ${name} with the ${own}'s role alone`, async function () {
        const context = await loadFixture(bothPurposes);
        const { issuance, approver, run, propose } = context;
        const officer = context[own];
        const other = context[stranger];
        await expect(propose(run, programmeId, other))
          .to.be.revertedWithCustomError(issuance, "RunUnauthorizedOfficer")
          .withArgs(other.address, role);
        await propose(run, programmeId, officer);
        await issuance.connect(approver).approveRun(1);
        await expect(issuance.connect(other).payChunk(...chunkArgs(1n, run, 0)))
          .to.be.revertedWithCustomError(issuance, "RunUnauthorizedOfficer")
          .withArgs(other.address, role);
        await issuance.connect(officer).payChunk(...chunkArgs(1n, run, 0));
        await expect(issuance.connect(other).cancelRun(1))
          .to.be.revertedWithCustomError(issuance, "RunUnauthorizedOfficer")
          .withArgs(other.address, role);
        await issuance.connect(officer).cancelRun(1);
      });
    }

    it("are refused when their role has an execution delay", async function () {
      const { issuance, outsider, run, propose, grant } = await loadFixture(opened);
      await grant(ROLES.BONUS_OFFICER, outsider, 3_600);
      await expect(propose(run, 1n, outsider))
        .to.be.revertedWithCustomError(issuance, "RunUnauthorizedOfficer")
        .withArgs(outsider.address, ROLES.BONUS_OFFICER);
    });

    it("are refused once their role was taken away", async function () {
      const { issuance, manager, council, bonusOfficer, run } = await loadFixture(approved);
      await manager.connect(council).revokeRole(ROLES.BONUS_OFFICER, bonusOfficer.address);
      await expect(issuance.connect(bonusOfficer).payChunk(...chunkArgs(1n, run, 0)))
        .to.be.revertedWithCustomError(issuance, "RunUnauthorizedOfficer")
        .withArgs(bonusOfficer.address, ROLES.BONUS_OFFICER);
    });
  });

  describe("close and reopen", function () {
    it("close issuing at once, by the guardian", async function () {
      const { issuance, guardian } = await loadFixture(approved);
      await expect(issuance.connect(guardian).close()).to.emit(issuance, "IssuingClosed").withArgs(guardian.address);
      expect(await issuance.isClosed()).to.equal(true);
    });

    it("close once", async function () {
      const { issuance, guardian } = await loadFixture(closed);
      await expect(issuance.connect(guardian).close()).to.be.revertedWithCustomError(issuance, "IssuingIsClosed");
    });

    it("reopen issuing, by the council", async function () {
      const { issuance, council } = await loadFixture(closed);
      await expect(issuance.connect(council).reopen()).to.emit(issuance, "IssuingReopened").withArgs(council.address);
      expect(await issuance.isClosed()).to.equal(false);
    });

    it("reopen only what is closed", async function () {
      const { issuance, council } = await loadFixture(approved);
      await expect(issuance.connect(council).reopen()).to.be.revertedWithCustomError(issuance, "IssuingIsOpen");
    });

    it("leave payments between people alone", async function () {
      const { issuance, token, bonusOfficer, guardian, camille, naima, run } = await loadFixture(approved);
      await issuance.connect(bonusOfficer).payChunk(...chunkArgs(1n, run, 0));
      await issuance.connect(guardian).close();
      await token.connect(camille).transfer(naima.address, 20_50n);
      expect(await token.balanceOf(camille.address)).to.equal(100_00n);
      expect(await token.balanceOf(naima.address)).to.equal(100_00n);
    });

    it("count issuing as closed when the manager closed the contract", async function () {
      const { issuance, manager, council, bonusOfficer, propose, run } = await loadFixture(approved);
      const admin = manager.connect(council);
      const target = await issuance.getAddress();
      await admin.schedule(manager, manager.interface.encodeFunctionData("setTargetClosed", [target, true]), 0);
      await time.increase(await manager.getTargetAdminDelay(target));
      await admin.setTargetClosed(target, true);
      expect(await issuance.isClosed()).to.equal(true);
      await expect(propose(run)).to.be.revertedWithCustomError(issuance, "IssuingIsClosed");
      await expect(issuance.connect(bonusOfficer).payChunk(...chunkArgs(1n, run, 0))).to.be.revertedWithCustomError(
        issuance,
        "IssuingIsClosed",
      );
    });
  });

  describe("access", function () {
    it("reserves each restricted function for its role", async function () {
      const { issuance, outsider, opensAt, closesAt } = await loadFixture(proposed);
      const asOutsider = issuance.connect(outsider);
      for (const call of [
        () => asOutsider.openProgramme(PURPOSE.bonus, BUDGET, opensAt, closesAt, decision),
        () => asOutsider.attest(1, 1, id("mandat 2026-4712")),
        () => asOutsider.approveRun(1),
        () => asOutsider.close(),
        () => asOutsider.reopen(),
      ]) {
        await expect(call())
          .to.be.revertedWithCustomError(issuance, "AccessManagedUnauthorized")
          .withArgs(outsider.address);
      }
    });
  });

  describe("programmeOf and runOf", function () {
    it("revert for numbers that were not given yet", async function () {
      const { issuance } = await loadFixture(proposed);
      for (const number of [0n, 2n]) {
        await expect(issuance.programmeOf(number))
          .to.be.revertedWithCustomError(issuance, "ProgrammeNotFound")
          .withArgs(number);
        await expect(issuance.runOf(number)).to.be.revertedWithCustomError(issuance, "RunNotFound").withArgs(number);
      }
    });
  });
});
