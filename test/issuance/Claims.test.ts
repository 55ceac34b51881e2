// SPDX-License-Identifier: EUPL-1.2
import { expect } from "chai";
import { id, MaxUint256, N, Signature, toBeHex, Wallet, ZeroAddress, ZeroHash } from "ethers";
import { ROLES } from "@monnaie-commune/sdk/generated/roles";
import {
  cancelArgs,
  claimArgs,
  claimAt,
  keyedClaims,
  prepareClaims,
  prepareSheets,
  sheetArgs,
} from "../helpers/claims.ts";
import { ethers, loadFixture, networkHelpers, time } from "../helpers/fixtures.ts";
import { openProgrammes, PURPOSE, STATE } from "../helpers/issuing.ts";
import { threeOf } from "../helpers/people.ts";
import { chunkArgs, payment, prepareRun } from "../helpers/runs.ts";
import { days } from "../helpers/time.ts";

const BUDGET = 5_000_00n;
const SHEET_AMOUNT = 180_00n;
const EXEMPT = 2n;
const decision = id("délibération 2026-11-042");

describe("Claims", function () {
  /** An approved run of a chunk (number 0), a sheet of three claims (1) and a sheet of one (2). */
  async function approved() {
    const context = await openProgrammes(BUDGET, decision);
    const [camille, naima, third] = threeOf(context.people);
    const deadline = Number(context.opensAt) + days(30);
    const run = prepareClaims(
      [[payment(camille, 120_00n)]],
      [keyedClaims("letter", [100_00n, 50_00n, 30_00n]), keyedClaims("another letter", [7_00n])],
      deadline,
    );
    const runId = await context.approve(run);
    const escrow = await context.issuance.getAddress();
    return { ...context, camille, naima, third, deadline, run, runId, escrow };
  }

  /** The same, and its sheets are open. Claims 128 to 130 stand on the first, 256 on the second. */
  async function opened() {
    const context = await approved();
    const officer = context.issuance.connect(context.bonusOfficer);
    for (const chunkIndex of [1, 2]) await officer.openClaims(...sheetArgs(1n, context.run, chunkIndex));
    const claim = async (claimNumber: number, payee: { address: string }) =>
      await context.issuance
        .connect(context.outsider)
        .claim(...(await claimArgs(context.issuance, 1n, context.run, claimNumber, payee)));
    return { ...context, officer, claim };
  }

  describe("openClaims", function () {
    it("creates the sheet's amount in the contract's own account, and tells the whole story", async function () {
      const { issuance, token, bonusOfficer, approver, run, escrow, deadline } = await loadFixture(approved);
      const { sheet } = run.sheets[0] ?? {};
      await expect(issuance.connect(bonusOfficer).openClaims(...sheetArgs(1n, run, 1)))
        .to.emit(issuance, "ClaimsOpened")
        .withArgs(1n, 1n, decision, 1n, sheet?.root, 3n, SHEET_AMOUNT, deadline, bonusOfficer.address, approver.address)
        .and.to.emit(token, "Transfer")
        .withArgs(ZeroAddress, escrow, SHEET_AMOUNT);
      expect(await token.balanceOf(escrow)).to.equal(SHEET_AMOUNT);
      expect(await token.totalSupply()).to.equal(SHEET_AMOUNT);
      expect(await issuance.claimSheetOf(1, 1)).to.deep.equal([sheet?.root, 0n, BigInt(deadline), SHEET_AMOUNT]);
      expect(await issuance.isChunkPaid(1, 1)).to.equal(true);
      expect(await issuance.isChunkPaid(1, 2)).to.equal(false);
      const stored = await issuance.runOf(1);
      expect(stored.paid).to.equal(SHEET_AMOUNT);
      expect(stored.paidCount).to.equal(3n);
      expect(stored.returned).to.equal(0n);
      const programme = await issuance.programmeOf(1);
      expect(programme.issued).to.equal(SHEET_AMOUNT);
      expect(programme.committed).to.equal(run.total);
    });

    it("keeps what waits whole over the years", async function () {
      const { token, escrow } = await loadFixture(opened);
      await time.increase(days(3_650));
      expect(await token.balanceOf(escrow)).to.equal(187_00n);
      await token.settle([escrow]);
      expect(await token.settledBalanceOf(escrow)).to.equal(187_00n);
    });

    it("goes with chunks in any order, up to the total", async function () {
      const { issuance, bonusOfficer, run } = await loadFixture(approved);
      const officer = issuance.connect(bonusOfficer);
      await officer.openClaims(...sheetArgs(1n, run, 2));
      await officer.payChunk(...chunkArgs(1n, run, 0));
      await officer.openClaims(...sheetArgs(1n, run, 1));
      const stored = await issuance.runOf(1);
      expect(stored.paid).to.equal(stored.total);
      expect(stored.paidCount).to.equal(stored.paymentCount);
    });

    it("opens a sheet once, also after it was closed", async function () {
      const { issuance, officer, run } = await loadFixture(opened);
      const open = async () => await officer.openClaims(...sheetArgs(1n, run, 1));
      await expect(open()).to.be.revertedWithCustomError(issuance, "ChunkAlreadyPaid").withArgs(1n, 1n);
      await officer.closeClaims(1, 1);
      await expect(open()).to.be.revertedWithCustomError(issuance, "ChunkAlreadyPaid").withArgs(1n, 1n);
    });

    it("reverts when root, count, amount, deadline, number or proof is another", async function () {
      const { issuance, bonusOfficer, run } = await loadFixture(approved);
      const officer = issuance.connect(bonusOfficer);
      const [runId, chunkIndex, sheet, proof] = sheetArgs(1n, run, 1);
      for (const [number, changed, path] of [
        [chunkIndex, { ...sheet, root: id("another root") }, proof],
        [chunkIndex, { ...sheet, claimCount: 2 }, proof],
        [chunkIndex, { ...sheet, amount: sheet.amount + 1n }, proof],
        [chunkIndex, { ...sheet, deadline: sheet.deadline + 1 }, proof],
        [2n, sheet, proof],
        [chunkIndex, sheet, []],
        [chunkIndex, sheet, run.tree.proof(2)],
      ] as const) {
        await expect(officer.openClaims(runId, number, changed, [...path]))
          .to.be.revertedWithCustomError(issuance, "ChunkNotInRun")
          .withArgs(runId, number);
      }
    });

    it("reverts for a chunk of payments, as payChunk does for a sheet", async function () {
      const { issuance, bonusOfficer, run } = await loadFixture(approved);
      const officer = issuance.connect(bonusOfficer);
      const [, , sheet] = sheetArgs(1n, run, 1);
      await expect(officer.openClaims(1, 0, sheet, run.tree.proof(0)))
        .to.be.revertedWithCustomError(issuance, "ChunkNotInRun")
        .withArgs(1n, 0n);
      await expect(officer.payChunk(1, 1, [], run.tree.proof(1)))
        .to.be.revertedWithCustomError(issuance, "ChunkNotInRun")
        .withArgs(1n, 1n);
    });

    it("takes a deadline from this second on, and reverts for one that is over", async function () {
      const { issuance, bonusOfficer, deadline, run } = await loadFixture(approved);
      const officer = issuance.connect(bonusOfficer);
      await time.setNextBlockTimestamp(deadline);
      await officer.openClaims(...sheetArgs(1n, run, 1));
      await time.setNextBlockTimestamp(deadline + 1);
      await expect(officer.openClaims(...sheetArgs(1n, run, 2)))
        .to.be.revertedWithCustomError(issuance, "ClaimSheetInvalid")
        .withArgs(1n, 2n);
    });

    for (const [what, change] of [
      ["no root", { root: ZeroHash as `0x${string}` }],
      ["no claims", { claimCount: 0 }],
      ["129 claims", { claimCount: 129 }],
      ["a deadline beyond all time", { deadline: 2 ** 48 }],
    ] as const) {
      it(`reverts for a sheet with ${what}`, async function () {
        const { issuance, bonusOfficer, run, approve } = await loadFixture(approved);
        const [first, second] = run.sheets;
        if (first === undefined || second === undefined) throw new Error("The run has two sheets");
        const odd = { ...first, sheet: { ...first.sheet, chunkIndex: 0, ...change } };
        const prepared = prepareSheets([], [odd, { ...second, sheet: { ...second.sheet, chunkIndex: 1 } }]);
        const runId = await approve(prepared);
        await expect(issuance.connect(bonusOfficer).openClaims(...sheetArgs(runId, prepared, 0)))
          .to.be.revertedWithCustomError(issuance, "ClaimSheetInvalid")
          .withArgs(runId, 0n);
      });
    }

    it("reverts when the sheets hold more cents or claims than the run declared", async function () {
      const { issuance, token, bonusOfficer, run, approve } = await loadFixture(approved);
      const officer = issuance.connect(bonusOfficer);
      const dear = await approve({ ...run, planHash: id("dear"), total: SHEET_AMOUNT - 1n });
      await expect(officer.openClaims(...sheetArgs(dear, run, 1)))
        .to.be.revertedWithCustomError(issuance, "RunTotalExceeded")
        .withArgs(dear, SHEET_AMOUNT, SHEET_AMOUNT - 1n);
      const many = await approve({ ...run, planHash: id("many"), paymentCount: 2n });
      await expect(officer.openClaims(...sheetArgs(many, run, 1)))
        .to.be.revertedWithCustomError(issuance, "RunCountExceeded")
        .withArgs(many, 3n, 2n);
      expect(await token.totalSupply()).to.equal(0n);
    });

    it("reverts when the token's cap is reached", async function () {
      const { issuance, token, council, treasurer, rewardOfficer, approve, deadline } = await loadFixture(approved);
      const beyond = (await token.cap()) + 1n;
      await issuance.connect(council).openProgramme(PURPOSE.reward, beyond, 0n, 2n ** 63n, decision);
      await issuance.connect(treasurer).attest(5, beyond, id("mandat 2026-9999"));
      const run = prepareClaims([], [keyedClaims("large", [beyond])], deadline);
      const runId = await approve(run, 5n);
      await expect(issuance.connect(rewardOfficer).openClaims(...sheetArgs(runId, run, 0)))
        .to.be.revertedWithCustomError(token, "ERC20ExceededCap")
        .withArgs(beyond, beyond - 1n);
    });

    it("reverts for a run that is not approved", async function () {
      const { issuance, bonusOfficer, run, propose } = await loadFixture(approved);
      const officer = issuance.connect(bonusOfficer);
      const runId = await propose({ ...run, planHash: id("another plan") });
      await expect(officer.openClaims(...sheetArgs(runId, run, 1)))
        .to.be.revertedWithCustomError(issuance, "RunUnexpectedState")
        .withArgs(runId, STATE.proposed);
      await officer.cancelRun(1);
      await expect(officer.openClaims(...sheetArgs(1n, run, 1)))
        .to.be.revertedWithCustomError(issuance, "RunUnexpectedState")
        .withArgs(1n, STATE.cancelled);
      await expect(officer.openClaims(...sheetArgs(9n, run, 1)))
        .to.be.revertedWithCustomError(issuance, "RunNotFound")
        .withArgs(9n);
    });

    it("reverts while issuing is closed and after the programme's end", async function () {
      const { issuance, bonusOfficer, council, guardian, opensAt, closesAt, approve } = await loadFixture(approved);
      const run = prepareClaims([], [keyedClaims("late", [1_00n])], Number(closesAt) + days(30));
      const runId = await approve(run);
      await issuance.connect(guardian).close();
      const open = async () => await issuance.connect(bonusOfficer).openClaims(...sheetArgs(runId, run, 0));
      await expect(open()).to.be.revertedWithCustomError(issuance, "IssuingIsClosed");
      await issuance.connect(council).reopen();
      await time.setNextBlockTimestamp(closesAt);
      await expect(open()).to.be.revertedWithCustomError(issuance, "ProgrammeNotOpen").withArgs(1n, opensAt, closesAt);
    });

    it("reverts when the contract's own account would melt", async function () {
      const { issuance, token, registry, bonusOfficer, run, escrow } = await loadFixture(approved);
      await networkHelpers.impersonateAccount(await registry.getAddress());
      await networkHelpers.setBalance(await registry.getAddress(), 10n ** 18n);
      const classifier = token.connect(await ethers.getSigner(await registry.getAddress()));
      for (const rateClass of [0n, 1n]) {
        await classifier.setRateClass(escrow, rateClass);
        await expect(issuance.connect(bonusOfficer).openClaims(...sheetArgs(1n, run, 1))).to.be.revertedWithCustomError(
          issuance,
          "ClaimEscrowMelts",
        );
      }
      await classifier.setRateClass(escrow, EXEMPT);
      await issuance.connect(bonusOfficer).openClaims(...sheetArgs(1n, run, 1));
    });
  });

  describe("claim", function () {
    it("pays whom the key signed, whoever sends it", async function () {
      const { issuance, token, run, escrow, camille, outsider } = await loadFixture(opened);
      const supply = await token.totalSupply();
      await expect(issuance.connect(outsider).claim(...(await claimArgs(issuance, 1n, run, 129, camille))))
        .to.emit(token, "Transfer")
        .withArgs(escrow, camille.address, 50_00n)
        .and.to.emit(issuance, "Claimed")
        .withArgs(1n, 129n);
      expect(await token.balanceOf(camille.address)).to.equal(50_00n);
      expect(await token.balanceOf(escrow)).to.equal(137_00n);
      expect(await token.totalSupply()).to.equal(supply);
      const sheet = await issuance.claimSheetOf(1, 1);
      expect(sheet.used).to.equal(0b010n);
      expect(sheet.remaining).to.equal(130_00n);
      expect((await issuance.claimSheetOf(1, 2)).used).to.equal(0n);
      const stored = await issuance.runOf(1);
      expect([stored.paid, stored.returned]).to.deep.equal([187_00n, 0n]);
      expect((await issuance.programmeOf(1)).issued).to.equal(187_00n);
    });

    it("tells of it right after the payment", async function () {
      const { issuance, token, naima, claim } = await loadFixture(opened);
      await claim(128, naima);
      await time.increase(days(20));
      const receipt = await (await claim(129, naima)).wait(); // naima's account settles first
      const ofToken = token.interface.getEvent("Transfer").topicHash;
      const ofClaim = issuance.interface.getEvent("Claimed").topicHash;
      expect(receipt?.logs.map(({ topics }) => topics[0])).to.deep.equal([ofToken, ofToken, ofClaim]);
    });

    it("takes what any wallet signs for the typed data", async function () {
      const { issuance, token, run, escrow, naima } = await loadFixture(opened);
      const { amount, privateKey, proof } = claimAt(run, 128);
      const domain = { name: "Issuance", version: "1", chainId: 31337, verifyingContract: escrow };
      const fields = [
        { name: "runId", type: "uint256" },
        { name: "claimNumber", type: "uint256" },
        { name: "payee", type: "address" },
      ];
      const message = { runId: 1, claimNumber: 128, payee: naima.address };
      const signed = await new Wallet(privateKey).signTypedData(domain, { Claim: fields }, message);
      const { r, yParityAndS } = Signature.from(signed);
      const args = [1n, 128n, amount, naima.address, r, yParityAndS, proof] as const;
      expect(await claimArgs(issuance, 1n, run, 128, naima)).to.deep.equal(args);
      await issuance.claim(...args);
      expect(await token.balanceOf(naima.address)).to.equal(100_00n);
    });

    it("pays a claim that is alone on its sheet, without any proof", async function () {
      const { token, run, naima, claim } = await loadFixture(opened);
      expect(claimAt(run, 256).proof).to.deep.equal([]);
      await claim(256, naima);
      expect(await token.balanceOf(naima.address)).to.equal(7_00n);
    });

    it("tells the ends of whole sheets apart", async function () {
      const { issuance, token, bonusOfficer, naima, deadline, approve } = await loadFixture(approved);
      const cents = (from: bigint) => Array.from({ length: 128 }, (_, place) => from + BigInt(place));
      const run = prepareClaims([], [keyedClaims("a", cents(1n)), keyedClaims("b", cents(1_000n))], deadline);
      const runId = await approve(run);
      for (const chunkIndex of [0, 1]) {
        await issuance.connect(bonusOfficer).openClaims(...sheetArgs(runId, run, chunkIndex));
      }
      let expected = 0n;
      for (const [claimNumber, amount] of [
        [127, 128n],
        [128, 1_000n],
        [0, 1n],
        [255, 1_127n],
      ] as const) {
        await issuance.claim(...(await claimArgs(issuance, runId, run, claimNumber, naima)));
        expected += amount;
        expect(await token.balanceOf(naima.address)).to.equal(expected);
      }
      const ends = (1n << 127n) | 1n;
      for (const chunkIndex of [0, 1]) expect((await issuance.claimSheetOf(runId, chunkIndex)).used).to.equal(ends);
    });

    it("pays each claim once, to whomever", async function () {
      const { issuance, token, naima, third, claim } = await loadFixture(opened);
      await claim(128, naima);
      for (const payee of [naima, third]) {
        await expect(claim(128, payee)).to.be.revertedWithCustomError(issuance, "ClaimAlreadyUsed").withArgs(1n, 128n);
      }
      expect(await token.balanceOf(third.address)).to.equal(0n);
      await claim(129, third);
    });

    it("pays until the last second, and not after it", async function () {
      const { issuance, naima, deadline, claim } = await loadFixture(opened);
      await time.setNextBlockTimestamp(deadline);
      await claim(128, naima);
      await time.setNextBlockTimestamp(deadline + 1);
      await expect(claim(129, naima))
        .to.be.revertedWithCustomError(issuance, "ClaimExpired")
        .withArgs(1n, 129n, deadline);
    });

    it("pays while issuing is closed, after the run was cancelled and after the programme's end", async function () {
      const { issuance, token, bonusOfficer, guardian, closesAt, naima, approve } = await loadFixture(approved);
      const run = prepareClaims([], [keyedClaims("lasting", [1_00n, 2_00n, 4_00n])], Number(closesAt) + days(30));
      const runId = await approve({ ...run, total: run.total + 1n });
      await issuance.connect(bonusOfficer).openClaims(...sheetArgs(runId, run, 0));
      const claim = async (claimNumber: number) =>
        await issuance.claim(...(await claimArgs(issuance, runId, run, claimNumber, naima)));
      await issuance.connect(guardian).close();
      await claim(0);
      await issuance.connect(bonusOfficer).cancelRun(runId);
      await claim(1);
      await time.increaseTo(closesAt);
      const before = await token.balanceOf(naima.address);
      await claim(2);
      expect((await token.balanceOf(naima.address)) - before).to.equal(4_00n);
      expect((await issuance.claimSheetOf(runId, 0)).remaining).to.equal(0n);
    });

    it("reverts for a sheet that is not open", async function () {
      const { issuance, bonusOfficer, run, naima } = await loadFixture(approved);
      const officer = issuance.connect(bonusOfficer);
      const args = await claimArgs(issuance, 1n, run, 128, naima);
      const attempt = async (runId: bigint, claimNumber: bigint) =>
        await issuance.claim(runId, claimNumber, args[2], args[3], args[4], args[5], args[6]);
      const notOpen = async (runId: bigint, claimNumber: bigint) =>
        await expect(attempt(runId, claimNumber))
          .to.be.revertedWithCustomError(issuance, "ClaimsNotOpen")
          .withArgs(runId, claimNumber / 128n);
      await notOpen(1n, 128n);
      await officer.payChunk(...chunkArgs(1n, run, 0));
      await officer.openClaims(...sheetArgs(1n, run, 1));
      await notOpen(1n, 0n); // a chunk of payments
      await notOpen(1n, 256n);
      await notOpen(2n, 128n);
      await notOpen(1n, MaxUint256);
      await officer.closeClaims(1, 1);
      await notOpen(1n, 128n);
    });

    it("reverts when number, amount, payee, proof or run is another than what was signed and approved", async function () {
      const { issuance, officer, run, naima, outsider, approve, escrow, token } = await loadFixture(opened);
      const twin = await approve({ ...run, planHash: id("twin") });
      await officer.openClaims(...sheetArgs(twin, run, 1));
      const [runId, number, amount, payee, r, vs, proof] = await claimArgs(issuance, 1n, run, 128, naima);
      const other = claimAt(run, 129).proof;
      for (const [thisRun, thisNumber, thisAmount, thisPayee, path] of [
        [runId, 129n, amount, payee, proof],
        [runId, 130n, amount, payee, other],
        [runId, 256n, amount, payee, proof],
        [runId, number, amount - 1n, payee, proof],
        [runId, number, amount + 1n, payee, proof],
        [runId, number, MaxUint256, payee, proof],
        [runId, number, amount, outsider.address, proof],
        [runId, number, amount, payee, other],
        [runId, number, amount, payee, []],
        [twin, number, amount, payee, proof],
      ] as const) {
        await expect(issuance.claim(thisRun, thisNumber, thisAmount, thisPayee, r, vs, [...path]))
          .to.be.revertedWithCustomError(issuance, "ClaimNotInRun")
          .withArgs(thisRun, thisNumber);
      }
      expect(await token.balanceOf(escrow)).to.equal(187_00n + SHEET_AMOUNT);
    });

    it("reverts for a signature of another key, chain, contract, version or name", async function () {
      const { issuance, run, escrow, naima } = await loadFixture(opened);
      const { amount, privateKey, proof } = claimAt(run, 128);
      const right = { name: "Issuance", version: "1", chainId: 31337, verifyingContract: escrow };
      const fields = [
        { name: "runId", type: "uint256" },
        { name: "claimNumber", type: "uint256" },
        { name: "payee", type: "address" },
      ];
      const attempt = async (domain: Partial<typeof right>, key = privateKey) => {
        const message = { runId: 1, claimNumber: 128, payee: naima.address };
        const signed = await new Wallet(key).signTypedData({ ...right, ...domain }, { Claim: fields }, message);
        const { r, yParityAndS } = Signature.from(signed);
        return await issuance.claim(1, 128, amount, naima.address, r, yParityAndS, proof);
      };
      for (const attempted of [
        () => attempt({}, claimAt(run, 129).privateKey),
        () => attempt({ chainId: 1 }),
        () => attempt({ verifyingContract: naima.address }),
        () => attempt({ version: "2" }),
        () => attempt({ name: "Monnaie commune Centre-Val" }),
      ]) {
        await expect(attempted()).to.be.revertedWithCustomError(issuance, "ClaimNotInRun").withArgs(1n, 128n);
      }
      await attempt({});
    });

    it("reverts for a signature of nobody, and for one in another form", async function () {
      const { issuance, bonusOfficer, naima, deadline, approve } = await loadFixture(approved);
      // Where a broken signature would recover to the zero address, it must not pass for the key of this claim.
      const [keyed] = keyedClaims("signed", [1_00n]);
      if (keyed === undefined) throw new Error("One claim was asked for");
      const run = prepareClaims([], [[{ ...keyed, claimKey: ZeroAddress as `0x${string}` }, keyed]], deadline);
      const runId = await approve(run);
      await issuance.connect(bonusOfficer).openClaims(...sheetArgs(runId, run, 0));
      for (const vs of [ZeroHash, toBeHex(1, 32)]) {
        await expect(
          issuance.claim(runId, 0, 1_00n, naima.address, ZeroHash, vs, claimAt(run, 0).proof),
        ).to.be.revertedWithCustomError(issuance, "ECDSAInvalidSignature");
      }
      // The upper half of s, which would make a second form of each signature, hardly fits the short form at all.
      const upper = toBeHex(N / 2n + 1n, 32);
      const [, number, amount, payee, r, , proof] = await claimArgs(issuance, runId, run, 1, naima);
      await expect(issuance.claim(runId, number, amount, payee, r, upper, proof))
        .to.be.revertedWithCustomError(issuance, "ECDSAInvalidSignatureS")
        .withArgs(upper);
    });

    it("pays nobody where nobody can be paid, and leaves the claim open", async function () {
      const { issuance, token, escrow, naima, claim } = await loadFixture(opened);
      await expect(claim(128, { address: escrow }))
        .to.be.revertedWithCustomError(issuance, "ClaimInvalidPayee")
        .withArgs(escrow);
      for (const address of [ZeroAddress, await token.getAddress()]) {
        await expect(claim(128, { address }))
          .to.be.revertedWithCustomError(token, "ERC20InvalidReceiver")
          .withArgs(address);
      }
      expect((await issuance.claimSheetOf(1, 1)).used).to.equal(0n);
      await claim(128, naima);
    });

    it("never pays more than the sheet declared", async function () {
      const { issuance, token, officer, run, naima, third, escrow, approve } = await loadFixture(opened);
      const [first] = run.sheets;
      if (first === undefined) throw new Error("The run has a sheet");
      const meagre = { ...first, sheet: { ...first.sheet, amount: 149_99n } };
      const short = prepareSheets(run.chunks, [meagre]);
      const runId = await approve(short);
      await officer.openClaims(...sheetArgs(runId, short, 1));
      const claim = async (claimNumber: number) =>
        await issuance.claim(...(await claimArgs(issuance, runId, short, claimNumber, naima)));
      await claim(128);
      await expect(claim(129)).to.be.revertedWithCustomError(issuance, "ClaimNotInRun").withArgs(runId, 129n);
      await claim(130);
      expect(await token.balanceOf(naima.address)).to.equal(130_00n);
      expect(await token.balanceOf(escrow)).to.equal(187_00n + 19_99n);
      await officer.closeClaims(runId, 1);
      expect(await token.balanceOf(escrow)).to.equal(187_00n);
      await issuance.claim(...(await claimArgs(issuance, 1n, run, 128, third)));
    });
  });

  describe("cancelClaim", function () {
    it("destroys the amount and frees it for the programme", async function () {
      const { issuance, token, officer, bonusOfficer, run, escrow } = await loadFixture(opened);
      await expect(officer.cancelClaim(...cancelArgs(1n, run, 129)))
        .to.emit(issuance, "ClaimCancelled")
        .withArgs(1n, 129n, bonusOfficer.address, 50_00n)
        .and.to.emit(token, "Transfer")
        .withArgs(escrow, ZeroAddress, 50_00n);
      expect(await token.balanceOf(escrow)).to.equal(137_00n);
      expect(await token.totalSupply()).to.equal(137_00n);
      const sheet = await issuance.claimSheetOf(1, 1);
      expect([sheet.used, sheet.remaining]).to.deep.equal([0b010n, 130_00n]);
      const stored = await issuance.runOf(1);
      expect([stored.paid, stored.returned]).to.deep.equal([187_00n, 50_00n]);
      const programme = await issuance.programmeOf(1);
      expect(programme.issued).to.equal(137_00n);
      expect(programme.committed).to.equal(run.total - 50_00n);
    });

    it("lets another run have what it freed", async function () {
      const { issuance, officer, run, naima, approver, propose, approve } = await loadFixture(opened);
      const { attested, committed } = await issuance.programmeOf(1);
      await approve(prepareRun([[payment(naima, attested - committed)]]));
      const again = prepareRun([[payment(naima, 50_00n)]], "the lost letter");
      const runId = await propose(again);
      await expect(issuance.connect(approver).approveRun(runId))
        .to.be.revertedWithCustomError(issuance, "ProgrammeAttestedExceeded")
        .withArgs(1n, 50_00n, 0n);
      await officer.cancelClaim(...cancelArgs(1n, run, 129));
      await issuance.connect(approver).approveRun(runId);
      await officer.payChunk(...chunkArgs(runId, again, 0));
    });

    it("leaves nothing to claim, nor to cancel again", async function () {
      const { issuance, officer, run, naima, claim } = await loadFixture(opened);
      await officer.cancelClaim(...cancelArgs(1n, run, 129));
      await claim(128, naima);
      for (const [claimNumber, attempt] of [
        [129n, () => claim(129, naima)],
        [129n, () => officer.cancelClaim(...cancelArgs(1n, run, 129))],
        [128n, () => officer.cancelClaim(...cancelArgs(1n, run, 128))],
      ] as const) {
        await expect(attempt()).to.be.revertedWithCustomError(issuance, "ClaimAlreadyUsed").withArgs(1n, claimNumber);
      }
    });

    it("works while issuing is closed, after the run was cancelled, the deadline and the programme's end", async function () {
      const { issuance, officer, guardian, run, closesAt } = await loadFixture(opened);
      await issuance.connect(guardian).close();
      await officer.cancelClaim(...cancelArgs(1n, run, 128));
      await officer.cancelRun(1);
      await officer.cancelClaim(...cancelArgs(1n, run, 129));
      await time.increaseTo(closesAt);
      await officer.cancelClaim(...cancelArgs(1n, run, 130));
      const programme = await issuance.programmeOf(1);
      expect([programme.issued, programme.committed]).to.deep.equal([7_00n, 7_00n]);
    });

    it("reverts when number, key, amount or proof is another", async function () {
      const { issuance, officer, run } = await loadFixture(opened);
      const [, number, key, amount, proof] = cancelArgs(1n, run, 128);
      const other = claimAt(run, 129);
      for (const [thisNumber, thisKey, thisAmount, path] of [
        [129n, key, amount, proof],
        [number, other.claimKey, amount, proof],
        [number, key, amount + 1n, proof],
        [number, key, amount, other.proof],
      ] as const) {
        await expect(officer.cancelClaim(1, thisNumber, thisKey, thisAmount, path))
          .to.be.revertedWithCustomError(issuance, "ClaimNotInRun")
          .withArgs(1n, thisNumber);
      }
    });

    it("reverts for a sheet that is not open", async function () {
      const { issuance, officer, run } = await loadFixture(opened);
      await officer.closeClaims(1, 1);
      await expect(officer.cancelClaim(...cancelArgs(1n, run, 128)))
        .to.be.revertedWithCustomError(issuance, "ClaimsNotOpen")
        .withArgs(1n, 1n);
      await expect(officer.cancelClaim(...cancelArgs(9n, run, 128)))
        .to.be.revertedWithCustomError(issuance, "ClaimsNotOpen")
        .withArgs(9n, 1n);
    });
  });

  describe("closeClaims", function () {
    it("gives back what nobody has claimed, and forgets the sheet", async function () {
      const { issuance, token, officer, outsider, run, escrow, naima, deadline, claim } = await loadFixture(opened);
      await claim(128, naima);
      await officer.cancelClaim(...cancelArgs(1n, run, 129));
      await time.increaseTo(deadline + 1);
      const anybody = issuance.connect(outsider);
      expect(await anybody.closeClaims.staticCall(1, 1)).to.equal(30_00n);
      await expect(anybody.closeClaims(1, 1))
        .to.emit(issuance, "ClaimsClosed")
        .withArgs(1n, 1n, outsider.address, 30_00n)
        .and.to.emit(token, "Transfer")
        .withArgs(escrow, ZeroAddress, 30_00n);
      expect(await issuance.claimSheetOf(1, 1)).to.deep.equal([ZeroHash, 0n, 0n, 0n]);
      expect((await issuance.claimSheetOf(1, 2)).remaining).to.equal(7_00n);
      expect(await token.balanceOf(escrow)).to.equal(7_00n);
      const stored = await issuance.runOf(1);
      expect([stored.paid, stored.returned]).to.deep.equal([187_00n, 80_00n]);
      const programme = await issuance.programmeOf(1);
      expect(programme.issued).to.equal(107_00n);
      expect(programme.committed).to.equal(run.total - 80_00n);
    });

    it("is the officer's until the last second, and anybody's after it", async function () {
      const { issuance, officer, outsider, deadline } = await loadFixture(opened);
      await time.setNextBlockTimestamp(deadline);
      await expect(issuance.connect(outsider).closeClaims(1, 1))
        .to.be.revertedWithCustomError(issuance, "RunUnauthorizedOfficer")
        .withArgs(outsider.address, ROLES.BONUS_OFFICER);
      await time.setNextBlockTimestamp(deadline + 1);
      await issuance.connect(outsider).closeClaims(1, 1);
      await officer.closeClaims(1, 2);
    });

    it("leaves nothing to claim, nor to close again", async function () {
      const { issuance, officer, naima, claim } = await loadFixture(opened);
      await officer.closeClaims(1, 1);
      for (const attempt of [() => claim(128, naima), () => officer.closeClaims(1, 1)]) {
        await expect(attempt()).to.be.revertedWithCustomError(issuance, "ClaimsNotOpen").withArgs(1n, 1n);
      }
      await claim(256, naima);
    });

    it("gives back nothing when everything was claimed", async function () {
      const { issuance, officer, bonusOfficer, naima, claim } = await loadFixture(opened);
      await claim(256, naima);
      await expect(officer.closeClaims(1, 2))
        .to.emit(issuance, "ClaimsClosed")
        .withArgs(1n, 2n, bonusOfficer.address, 0n);
    });

    it("works while issuing is closed, after the run was cancelled and after the programme's end", async function () {
      const { issuance, officer, guardian, closesAt } = await loadFixture(opened);
      await issuance.connect(guardian).close();
      await officer.cancelRun(1);
      await officer.closeClaims(1, 1);
      await time.increaseTo(closesAt);
      await officer.closeClaims(1, 2);
      const programme = await issuance.programmeOf(1);
      expect([programme.issued, programme.committed]).to.deep.equal([0n, 0n]);
    });

    it("does not touch what somebody gave to the contract", async function () {
      const { token, officer, run, naima, escrow, claim } = await loadFixture(opened);
      await officer.payChunk(...chunkArgs(1n, run, 0));
      await claim(128, naima);
      await token.connect(naima).transfer(escrow, 9_00n);
      await officer.closeClaims(1, 1);
      await officer.closeClaims(1, 2);
      expect(await token.balanceOf(escrow)).to.equal(9_00n);
    });

    it("reverts for a chunk of payments, and for a run that does not exist", async function () {
      const { issuance, officer, run } = await loadFixture(opened);
      await officer.payChunk(...chunkArgs(1n, run, 0));
      for (const [runId, chunkIndex] of [
        [1n, 0n],
        [9n, 1n],
      ] as const) {
        await expect(officer.closeClaims(runId, chunkIndex))
          .to.be.revertedWithCustomError(issuance, "ClaimsNotOpen")
          .withArgs(runId, chunkIndex);
      }
    });
  });

  describe("officers", function () {
    for (const [name, programmeId, own, stranger, role] of [
      ["bonus", 1n, "bonusOfficer", "rewardOfficer", ROLES.BONUS_OFFICER],
      ["reward", 2n, "rewardOfficer", "bonusOfficer", ROLES.REWARD_OFFICER],
      ["subsidy", 3n, "rewardOfficer", "bonusOfficer", ROLES.REWARD_OFFICER],
      ["voucher backing", 4n, "rewardOfficer", "bonusOfficer", ROLES.REWARD_OFFICER],
    ] as const) {
      it(`act for ${name} with the ${own}'s role alone`, async function () {
        const context = await loadFixture(approved);
        const { issuance, deadline, approve } = context;
        const run = prepareClaims([], [keyedClaims(name, [1_00n, 2_00n])], deadline);
        const runId = await approve(run, programmeId);
        const officer = issuance.connect(context[own]);
        const other = issuance.connect(context[stranger]);
        for (const act of [
          async (by: typeof issuance) => await by.openClaims(...sheetArgs(runId, run, 0)),
          async (by: typeof issuance) => await by.cancelClaim(...cancelArgs(runId, run, 0)),
          async (by: typeof issuance) => await by.closeClaims(runId, 0),
        ]) {
          await expect(act(other))
            .to.be.revertedWithCustomError(issuance, "RunUnauthorizedOfficer")
            .withArgs(context[stranger].address, role);
          await act(officer);
        }
      });
    }
  });

  describe("claimSheetOf", function () {
    it("is all zero for what is not open", async function () {
      const { issuance } = await loadFixture(opened);
      for (const [runId, chunkIndex] of [
        [1, 0],
        [1, 3],
        [2, 1],
      ] as const) {
        expect(await issuance.claimSheetOf(runId, chunkIndex)).to.deep.equal([ZeroHash, 0n, 0n, 0n]);
      }
    });
  });
});
