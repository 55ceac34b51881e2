// SPDX-License-Identifier: EUPL-1.2
import { expect } from "chai";
import { id, MaxUint256, ZeroAddress, ZeroHash } from "ethers";
import { ROLES } from "@monnaie-commune/sdk/generated/roles";
import { cancelSignature, exitArgs, exitNonce } from "../helpers/exits.ts";
import { ethers, loadFixture, networkHelpers, time } from "../helpers/fixtures.ts";
import { openProgrammes } from "../helpers/issuing.ts";
import { threeOf } from "../helpers/people.ts";
import { chunkArgs, payment, prepareRun } from "../helpers/runs.ts";
import { days } from "../helpers/time.ts";

const STATE = { none: 0n, waiting: 1n, paid: 2n, cancelled: 3n, refused: 4n };
const ALLOWANCE = 2_000_00n;
const FEE_BPS = 300n;
const BUDGET = 10_000_00n;
const HELD = 3_000_00n;
const EXIT = 100_00n;
const FEE = 3_00n;
const transfer = id("virement 2026-118");
const another = id("virement 2026-119");

describe("Redemptions", function () {
  /** Two shops and a citizen who hold 3,000.00 each, issued for attested euros; at the beginning of a month. */
  async function shops() {
    await networkHelpers.time.increaseTo(Date.UTC(2031, 4, 1, 12) / 1000);
    const context = await openProgrammes(BUDGET, id("délibération"));
    const { issuance, registry, registrar, redemptions, token } = context;
    const [shop, other, citizen] = threeOf(context.people);
    const run = prepareRun([[payment(shop, HELD), payment(other, HELD), payment(citizen, HELD)]]);
    await issuance.connect(context.bonusOfficer).payChunk(...chunkArgs(await context.approve(run), run, 0));
    const details = { category: 3, commune: "0x3435323334", recordHash: id("record"), recordURI: "r.json" };
    for (const { address } of [shop, other]) await registry.connect(registrar).register(address, details);
    for (const account of [shop, other, citizen]) await token.connect(account).approve(redemptions, MaxUint256);
    const escrow = await redemptions.getAddress();
    const till = await token.getAddress();
    const treasury = redemptions.connect(context.treasurer);
    const council = redemptions.connect(context.council);
    /** Euros attested less those transferred, less what circulates: what is attested and not issued yet. */
    const beyond = async () => {
      let attested = 0n;
      for (let programmeId = 1n; programmeId <= 4n; programmeId++) {
        attested += (await issuance.programmeOf(programmeId)).attested;
      }
      return attested - (await redemptions.redeemed()) - (await token.totalSupply());
    };
    return { ...context, shop, other, citizen, escrow, till, treasury, council, beyond };
  }

  /** The same, and the shop waits for 100.00: request 1. */
  async function waiting() {
    const context = await loadFixture(shops);
    await context.redemptions.connect(context.shop).request(EXIT, FEE_BPS);
    return context;
  }

  describe("deployment", function () {
    it("tells its terms by events, and refuses fees above the ceiling", async function () {
      const { manager, token, registry, redemptions } = await loadFixture(shops);
      expect(await redemptions.token()).to.equal(token.target);
      expect(await redemptions.registry()).to.equal(registry.target);
      expect(await redemptions.feeCeilingBps()).to.equal(500n);
      const fees = await redemptions.queryFilter(redemptions.filters.RedemptionFeeSet());
      expect(fees.map(({ args }) => args.feeBps)).to.deep.equal([FEE_BPS]);
      const allowances = await redemptions.queryFilter(redemptions.filters.MonthlyAllowanceSet());
      expect(allowances.map(({ args }) => args.monthlyAllowance)).to.deep.equal([ALLOWANCE]);
      const deploy = async (feeBps: bigint, feeCeilingBps: bigint) =>
        await ethers.deployContract("Redemptions", [
          manager,
          token,
          registry,
          { feeBps, feeCeilingBps, monthlyAllowance: 0n },
        ]);
      await expect(deploy(501n, 500n))
        .to.be.revertedWithCustomError(redemptions, "RedemptionFeeAboveCeiling")
        .withArgs(501n, 500n);
      await expect(deploy(0n, 2_001n))
        .to.be.revertedWithCustomError(redemptions, "RedemptionFeeAboveCeiling")
        .withArgs(2_001n, 2_000n);
      await deploy(2_000n, 2_000n);
    });
  });

  describe("request", function () {
    it("sets the money aside, and tells the amount and its fee", async function () {
      const { redemptions, token, shop, escrow } = await loadFixture(shops);
      await expect(redemptions.connect(shop).request(EXIT, FEE_BPS))
        .to.emit(redemptions, "RedemptionRequested")
        .withArgs(1n, shop.address, EXIT, FEE)
        .and.to.emit(token, "Transfer")
        .withArgs(shop.address, escrow, EXIT);
      expect(await token.balanceOf(shop)).to.equal(HELD - EXIT);
      expect(await token.balanceOf(escrow)).to.equal(EXIT);
      expect(await redemptions.waiting()).to.equal(EXIT);
      expect(await redemptions.requestCount()).to.equal(1n);
      const requestedAt = BigInt(await time.latest());
      const asked = await redemptions.requestOf(1);
      expect(asked).to.deep.equal([1n, shop.address, STATE.waiting, EXIT, FEE, requestedAt, 0n, 0n, ZeroHash]);
    });

    it("keeps what waits whole over the years", async function () {
      const { redemptions, token, escrow, treasury } = await loadFixture(waiting);
      await time.increase(days(3_650));
      await token.settle([escrow]);
      expect(await token.balanceOf(escrow)).to.equal(EXIT);
      await treasury.confirm(1, transfer);
      expect(await redemptions.redeemed()).to.equal(EXIT - FEE);
    });

    it("takes a fee of whole cents to the shop's advantage, and none at a fee of 0", async function () {
      const { redemptions, shop, council, treasury, token, till } = await loadFixture(shops);
      await redemptions.connect(shop).request(33n, FEE_BPS);
      expect((await redemptions.requestOf(1)).fee).to.equal(0n);
      await redemptions.connect(shop).request(67n, FEE_BPS);
      expect((await redemptions.requestOf(2)).fee).to.equal(2n);
      await council.setFee(0);
      await redemptions.connect(shop).request(EXIT, 0);
      const before = await token.balanceOf(till);
      await expect(treasury.confirm(3, transfer)).to.emit(redemptions, "RedemptionPaid");
      expect(await token.balanceOf(till)).to.equal(before);
      expect(await redemptions.redeemed()).to.equal(EXIT);
    });

    it("is open to a suspended shop, whose money it is, and to nobody else", async function () {
      const { redemptions, registry, registrar, shop, other, citizen } = await loadFixture(shops);
      await registry.connect(registrar).suspend(shop, 5);
      await redemptions.connect(shop).request(EXIT, FEE_BPS);
      await registry.connect(other).leave();
      for (const account of [citizen, other]) {
        await expect(redemptions.connect(account).request(EXIT, FEE_BPS))
          .to.be.revertedWithCustomError(redemptions, "RedemptionNotAShop")
          .withArgs(account.address);
      }
    });

    it("is open while issuing is closed: the guardian stops no exit", async function () {
      const { redemptions, issuance, guardian, shop, treasury } = await loadFixture(shops);
      await issuance.connect(guardian).close();
      await redemptions.connect(shop).request(EXIT, FEE_BPS);
      await treasury.confirm(1, transfer);
      expect((await redemptions.requestOf(1)).state).to.equal(STATE.paid);
    });

    it("refuses nothing, more than there is, and a fee that was not agreed", async function () {
      const { redemptions, token, shop, council } = await loadFixture(shops);
      const asShop = redemptions.connect(shop);
      await expect(asShop.request(0, FEE_BPS)).to.be.revertedWithCustomError(redemptions, "RedemptionInvalidAmount");
      await expect(asShop.request(EXIT, FEE_BPS - 1n))
        .to.be.revertedWithCustomError(redemptions, "RedemptionFeeNotAgreed")
        .withArgs(FEE_BPS, FEE_BPS - 1n);
      await council.setFee(400);
      await expect(asShop.request(EXIT, FEE_BPS)).to.be.revertedWithCustomError(redemptions, "RedemptionFeeNotAgreed");
      await asShop.request(EXIT, 500);
      expect((await redemptions.requestOf(1)).fee).to.equal(4_00n);
      await token.connect(shop).transfer(council.target, await token.balanceOf(shop));
      await expect(asShop.request(1n, 500)).to.be.revertedWithCustomError(token, "ERC20InsufficientBalance");
      await token.connect(shop).approve(redemptions, 0);
      await expect(asShop.request(1n, 500)).to.be.revertedWithCustomError(token, "ERC20InsufficientAllowance");
      expect(await redemptions.requestCount()).to.equal(1n);
    });

    it("refuses while its account would melt", async function () {
      const { redemptions, token, manager, council, shop } = await loadFixture(shops);
      await manager.connect(council.runner).grantRole(ROLES.CLASSIFIER, shop.address, 0);
      await token.connect(shop).setRateClass(redemptions, 0);
      await expect(redemptions.connect(shop).request(EXIT, FEE_BPS)).to.be.revertedWithCustomError(
        redemptions,
        "RedemptionEscrowMelts",
      );
    });
  });

  describe("monthly allowance", function () {
    it("counts what waits and what was paid, for each shop, to the cent", async function () {
      const { redemptions, shop, other, treasury } = await loadFixture(waiting);
      await treasury.confirm(1, transfer);
      const left = ALLOWANCE - EXIT;
      expect(await redemptions.leftThisMonth(shop)).to.equal(left);
      expect(await redemptions.leftThisMonth(other)).to.equal(ALLOWANCE);
      await expect(redemptions.connect(shop).request(left + 1n, FEE_BPS))
        .to.be.revertedWithCustomError(redemptions, "RedemptionAllowanceExceeded")
        .withArgs(shop.address, left + 1n, left);
      await redemptions.connect(shop).request(left, FEE_BPS);
      expect(await redemptions.leftThisMonth(shop)).to.equal(0n);
      await expect(redemptions.connect(shop).request(1n, FEE_BPS))
        .to.be.revertedWithCustomError(redemptions, "RedemptionAllowanceExceeded")
        .withArgs(shop.address, 1n, 0n);
      await redemptions.connect(other).request(ALLOWANCE, FEE_BPS);
    });

    it("begins anew in the first second of a UTC month, in leap years too", async function () {
      const { redemptions, shop } = await loadFixture(waiting);
      for (const [year, month] of [
        [2031, 6],
        [2032, 0],
        [2032, 2],
        [2100, 2],
      ] as const) {
        const first = Date.UTC(year, month, 1) / 1000;
        await time.setNextBlockTimestamp(first - 1);
        await redemptions.connect(shop).request(7n, FEE_BPS);
        expect(await redemptions.leftThisMonth(shop), `last second before ${year}-${month + 1}`).to.be.below(ALLOWANCE);
        await networkHelpers.time.increaseTo(first);
        expect(await redemptions.leftThisMonth(shop), `${year}-${month + 1}`).to.equal(ALLOWANCE);
      }
    });

    it("comes back with a cancellation or a refusal, to the month of the request", async function () {
      const { redemptions, shop, treasury } = await loadFixture(waiting);
      await redemptions.connect(shop).request(EXIT, FEE_BPS);
      await redemptions.connect(shop).cancel(1);
      expect(await redemptions.leftThisMonth(shop)).to.equal(ALLOWANCE - EXIT);
      await time.increaseTo(Date.UTC(2031, 5, 10) / 1000);
      await redemptions.connect(shop).request(50_00n, FEE_BPS);
      await treasury.refuse(2, 1); // of May: leaves June as it is
      expect(await redemptions.leftThisMonth(shop)).to.equal(ALLOWANCE - 50_00n);
      await treasury.refuse(3, 1);
      expect(await redemptions.leftThisMonth(shop)).to.equal(ALLOWANCE);
    });

    it("is changed by the council: what was asked for above a smaller one stays", async function () {
      const { redemptions, council, shop, treasury } = await loadFixture(waiting);
      await expect(council.setMonthlyAllowance(50_00n)).to.emit(redemptions, "MonthlyAllowanceSet").withArgs(50_00n);
      expect(await redemptions.monthlyAllowance()).to.equal(50_00n);
      expect(await redemptions.leftThisMonth(shop)).to.equal(0n);
      await treasury.confirm(1, transfer);
      await council.setMonthlyAllowance(2n ** 80n - 1n);
      expect(await redemptions.leftThisMonth(shop)).to.equal(2n ** 80n - 1n - EXIT);
    });
  });

  describe("requestWithAuthorization", function () {
    it("sets aside what the shop signed, whoever sends it, once", async function () {
      const context = await loadFixture(shops);
      const { redemptions, token, shop, outsider, escrow } = context;
      const args = await exitArgs(context, shop, { amount: EXIT, mostFeeBps: FEE_BPS });
      await expect(redemptions.connect(outsider).requestWithAuthorization(...args))
        .to.emit(redemptions, "RedemptionRequested")
        .withArgs(1n, shop.address, EXIT, FEE)
        .and.to.emit(token, "Transfer")
        .withArgs(shop.address, escrow, EXIT)
        .and.to.emit(token, "AuthorizationUsed")
        .withArgs(shop.address, exitNonce(id("salt"), FEE_BPS));
      expect(await redemptions.authorizationNonce(id("salt"), FEE_BPS)).to.equal(exitNonce(id("salt"), FEE_BPS));
      await expect(redemptions.requestWithAuthorization(...args)).to.be.revertedWithCustomError(
        token,
        "InvalidAccountNonce",
      );
      expect(await redemptions.requestCount()).to.equal(1n);
    });

    it("cannot be altered in any part, nor be sent to the token alone", async function () {
      const context = await loadFixture(shops);
      const { redemptions, token, shop, other, outsider } = context;
      const signed = await exitArgs(context, shop, { amount: EXIT, mostFeeBps: FEE_BPS });
      const [account, amount, mostFeeBps, validAfter, validBefore, salt, signature] = signed;
      const altered: Parameters<typeof redemptions.requestWithAuthorization>[] = [
        [other.address, amount, mostFeeBps, validAfter, validBefore, salt, signature],
        [account, amount + 1n, mostFeeBps, validAfter, validBefore, salt, signature],
        [account, amount, mostFeeBps + 1n, validAfter, validBefore, salt, signature],
        [account, amount, mostFeeBps, validAfter + 1n, validBefore, salt, signature],
        [account, amount, mostFeeBps, validAfter, validBefore + 1n, salt, signature],
        [account, amount, mostFeeBps, validAfter, validBefore, id("another salt"), signature],
      ];
      for (const args of altered) {
        await expect(redemptions.connect(outsider).requestWithAuthorization(...args)).to.be.revertedWithCustomError(
          token,
          "ERC3009InvalidSignature",
        );
      }
      const nonce = exitNonce(salt, mostFeeBps);
      const receive =
        token.connect(outsider)["receiveWithAuthorization(address,address,uint256,uint256,uint256,bytes32,bytes)"];
      await expect(receive(account, redemptions, amount, validAfter, validBefore, nonce, signature))
        .to.be.revertedWithCustomError(token, "ERC20InvalidReceiver")
        .withArgs(redemptions.target);
      await redemptions.connect(outsider).requestWithAuthorization(...signed);
    });

    it("holds in its time only, at the agreed fee, within the allowance, for shops", async function () {
      const context = await loadFixture(shops);
      const { redemptions, token, shop, citizen, council } = context;
      const now = BigInt(await time.latest());
      const late = await exitArgs(context, shop, { amount: EXIT, mostFeeBps: FEE_BPS, validBefore: now });
      await expect(redemptions.requestWithAuthorization(...late)).to.be.revertedWithCustomError(
        token,
        "ERC3009InvalidAuthorizationTime",
      );
      const much = await exitArgs(context, shop, { amount: ALLOWANCE + 1n, mostFeeBps: FEE_BPS });
      await expect(redemptions.requestWithAuthorization(...much))
        .to.be.revertedWithCustomError(redemptions, "RedemptionAllowanceExceeded")
        .withArgs(shop.address, ALLOWANCE + 1n, ALLOWANCE);
      const outside = await exitArgs(context, citizen, { amount: EXIT, mostFeeBps: FEE_BPS });
      await expect(redemptions.requestWithAuthorization(...outside)).to.be.revertedWithCustomError(
        redemptions,
        "RedemptionNotAShop",
      );
      const cheap = await exitArgs(context, shop, { amount: EXIT, mostFeeBps: FEE_BPS });
      await council.setFee(301);
      await expect(redemptions.requestWithAuthorization(...cheap)).to.be.revertedWithCustomError(
        redemptions,
        "RedemptionFeeNotAgreed",
      );
    });
  });

  describe("cancel", function () {
    it("gives the money back, which melts again from that day on", async function () {
      const { redemptions, token, shop, escrow, registry } = await loadFixture(waiting);
      await time.increase(days(365));
      await token.settle([shop.address]);
      const before = await token.balanceOf(shop);
      await expect(redemptions.connect(shop).cancel(1))
        .to.emit(redemptions, "RedemptionCancelled")
        .withArgs(1n, shop.address, EXIT)
        .and.to.emit(token, "Transfer")
        .withArgs(escrow, shop.address, EXIT);
      expect(await token.balanceOf(shop)).to.equal(before + EXIT);
      expect(await redemptions.waiting()).to.equal(0n);
      const asked = await redemptions.requestOf(1);
      expect([asked.state, asked.settledAt]).to.deep.equal([STATE.cancelled, BigInt(await time.latest())]);
      await registry.connect(shop).leave();
      const whole = await token.balanceOf(shop);
      await time.increase(days(365));
      expect(await token.balanceOf(shop)).to.be.closeTo((whole * 94n) / 100n, 1n);
    });

    it("is the shop's alone, also after it left, and works once", async function () {
      const { redemptions, registry, shop, other, treasury } = await loadFixture(waiting);
      for (const caller of [redemptions.connect(other), treasury]) {
        await expect(caller.cancel(1)).to.be.revertedWithCustomError(redemptions, "RedemptionOfAnotherShop");
      }
      await registry.connect(shop).leave();
      await redemptions.connect(shop).cancel(1);
      await expect(redemptions.connect(shop).cancel(1))
        .to.be.revertedWithCustomError(redemptions, "RedemptionUnexpectedState")
        .withArgs(1n, STATE.cancelled);
      for (const requestId of [0n, 2n]) {
        await expect(redemptions.connect(shop).cancel(requestId))
          .to.be.revertedWithCustomError(redemptions, "RedemptionNotFound")
          .withArgs(requestId);
      }
    });

    it("works by the shop's signature, whoever sends it, for this request alone", async function () {
      const { redemptions, shop, other, outsider, token } = await loadFixture(waiting);
      await redemptions.connect(shop).request(EXIT, FEE_BPS);
      const signature = await cancelSignature(redemptions, shop, 1n);
      await expect(redemptions.connect(outsider).cancelWithSignature(2, signature))
        .to.be.revertedWithCustomError(redemptions, "RedemptionInvalidSignature")
        .withArgs(2n);
      await expect(
        redemptions.cancelWithSignature(1, await cancelSignature(redemptions, other, 1n)),
      ).to.be.revertedWithCustomError(redemptions, "RedemptionInvalidSignature");
      await expect(redemptions.connect(outsider).cancelWithSignature(1, signature))
        .to.emit(redemptions, "RedemptionCancelled")
        .withArgs(1n, shop.address, EXIT);
      await expect(redemptions.cancelWithSignature(1, signature)).to.be.revertedWithCustomError(
        redemptions,
        "RedemptionUnexpectedState",
      );
      expect(await token.balanceOf(shop)).to.equal(HELD - EXIT);
    });
  });

  describe("confirm", function () {
    it("destroys the euros' worth, gives the fee to the commons, and tells the transfer", async function () {
      const { redemptions, token, treasurer, treasury, shop, escrow, till } = await loadFixture(waiting);
      const supply = await token.totalSupply();
      const inTill = await token.balanceOf(till);
      await expect(treasury.confirm(1, transfer))
        .to.emit(redemptions, "RedemptionPaid")
        .withArgs(1n, shop.address, transfer, treasurer.address, EXIT - FEE, FEE)
        .and.to.emit(token, "Transfer")
        .withArgs(escrow, ZeroAddress, EXIT - FEE)
        .and.to.emit(token, "Transfer")
        .withArgs(escrow, till, FEE);
      expect(await token.totalSupply()).to.equal(supply - EXIT + FEE);
      expect(await token.balanceOf(till)).to.equal(inTill + FEE);
      expect(await token.balanceOf(escrow)).to.equal(0n);
      expect([await redemptions.waiting(), await redemptions.redeemed()]).to.deep.equal([0n, EXIT - FEE]);
      expect(await redemptions.isOrderUsed(transfer)).to.equal(true);
      expect(await redemptions.isOrderUsed(another)).to.equal(false);
      const asked = await redemptions.requestOf(1);
      expect([asked.state, asked.orderHash]).to.deep.equal([STATE.paid, transfer]);
      expect(asked.settledAt).to.equal(await time.latest());
    });

    it("pays at most once: no request twice, no transfer for two", async function () {
      const { redemptions, shop, treasury } = await loadFixture(waiting);
      await redemptions.connect(shop).request(EXIT, FEE_BPS);
      await treasury.confirm(1, transfer);
      await expect(treasury.confirm(1, another))
        .to.be.revertedWithCustomError(redemptions, "RedemptionUnexpectedState")
        .withArgs(1n, STATE.paid);
      await expect(treasury.confirm(2, transfer))
        .to.be.revertedWithCustomError(redemptions, "RedemptionOrderUsed")
        .withArgs(transfer);
      await expect(treasury.confirm(2, ZeroHash))
        .to.be.revertedWithCustomError(redemptions, "RedemptionMissingOrder")
        .withArgs(2n);
      await expect(redemptions.connect(shop).cancel(1)).to.be.revertedWithCustomError(
        redemptions,
        "RedemptionUnexpectedState",
      );
      await expect(treasury.refuse(1, 1)).to.be.revertedWithCustomError(redemptions, "RedemptionUnexpectedState");
      await treasury.confirm(2, another);
    });

    it("is the treasurer's, in person", async function () {
      const { redemptions, manager, treasurer, shop, guardian, council } = await loadFixture(waiting);
      for (const caller of [redemptions.connect(shop), redemptions.connect(guardian), council]) {
        await expect(caller.confirm(1, transfer)).to.be.revertedWithCustomError(
          redemptions,
          "AccessManagedUnauthorized",
        );
      }
      const call = redemptions.interface.encodeFunctionData("confirm", [1n, transfer]);
      await expect(manager.connect(treasurer).execute(redemptions, call))
        .to.be.revertedWithCustomError(redemptions, "AccessManagedUnauthorized")
        .withArgs(manager.target);
    });

    it("leaves no way to create money", async function () {
      const { token, escrow } = await loadFixture(waiting);
      const asRedemptions = await ethers.getImpersonatedSigner(escrow);
      await networkHelpers.setBalance(escrow, 10n ** 18n);
      await expect(token.connect(asRedemptions).mint(escrow, 1n)).to.be.revertedWithCustomError(
        token,
        "AccessManagedUnauthorized",
      );
    });
  });

  describe("refuse", function () {
    it("gives the money back with a reason", async function () {
      const { redemptions, token, treasurer, treasury, shop } = await loadFixture(waiting);
      await expect(treasury.refuse(1, 4))
        .to.emit(redemptions, "RedemptionRefused")
        .withArgs(1n, shop.address, treasurer.address, 4n, EXIT);
      expect(await token.balanceOf(shop)).to.equal(HELD);
      const asked = await redemptions.requestOf(1);
      expect([asked.state, asked.reasonCode]).to.deep.equal([STATE.refused, 4n]);
      expect(await redemptions.waiting()).to.equal(0n);
    });

    it("needs a reason, and the treasurer", async function () {
      const { redemptions, treasury, shop } = await loadFixture(waiting);
      await expect(treasury.refuse(1, 0))
        .to.be.revertedWithCustomError(redemptions, "RedemptionMissingReason")
        .withArgs(1n);
      await expect(redemptions.connect(shop).refuse(1, 1)).to.be.revertedWithCustomError(
        redemptions,
        "AccessManagedUnauthorized",
      );
    });
  });

  describe("terms", function () {
    it("bind requests to come, not those that wait", async function () {
      const { redemptions, council, shop, treasury } = await loadFixture(waiting);
      await expect(council.setFee(500)).to.emit(redemptions, "RedemptionFeeSet").withArgs(500n);
      expect(await redemptions.feeBps()).to.equal(500n);
      await redemptions.connect(shop).request(EXIT, 500);
      await treasury.confirm(1, transfer);
      await treasury.confirm(2, another);
      expect(await redemptions.redeemed()).to.equal(97_00n + 95_00n);
      await expect(council.setFee(501))
        .to.be.revertedWithCustomError(redemptions, "RedemptionFeeAboveCeiling")
        .withArgs(501n, 500n);
    });
  });

  describe("requests", function () {
    it("are read by page", async function () {
      const { redemptions, shop, other } = await loadFixture(waiting);
      await redemptions.connect(other).request(5n, FEE_BPS);
      await redemptions.connect(shop).request(6n, FEE_BPS);
      const ids = async (offset: bigint, limit: bigint) =>
        (await redemptions.requests(offset, limit)).map(({ requestId, amount }) => [requestId, amount]);
      expect(await ids(0n, 2n)).to.deep.equal([
        [1n, EXIT],
        [2n, 5n],
      ]);
      expect(await ids(2n, 10n)).to.deep.equal([[3n, 6n]]);
      expect(await ids(3n, 10n)).to.deep.equal([]);
      expect(await ids(MaxUint256, MaxUint256)).to.deep.equal([]);
      await expect(redemptions.requestOf(4)).to.be.revertedWithCustomError(redemptions, "RedemptionNotFound");
    });
  });

  describe("reserve", function () {
    it("covers what circulates, whatever becomes of the requests; the fee stays with its euros", async function () {
      const { redemptions, issuance, approver, bonusOfficer, propose, shop, treasury, beyond } =
        await loadFixture(waiting);
      const unissued = 4n * BUDGET - 3n * HELD;
      expect(await beyond()).to.equal(unissued);
      await treasury.confirm(1, transfer);
      expect(await beyond()).to.equal(unissued);
      for (let i = 0; i < 2; i++) await redemptions.connect(shop).request(EXIT, FEE_BPS);
      await redemptions.connect(shop).cancel(2);
      await treasury.refuse(3, 1);
      expect(await beyond()).to.equal(unissued);
      const run = prepareRun([[payment(shop, 10_00n)]], "another");
      const runId = await propose(run);
      await issuance.connect(approver).approveRun(runId);
      await issuance.connect(bonusOfficer).payChunk(...chunkArgs(runId, run, 0));
      expect(await beyond()).to.equal(unissued - 10_00n);
    });
  });
});
