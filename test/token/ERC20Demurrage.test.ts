// SPDX-License-Identifier: EUPL-1.2
import { balanceOn } from "@monnaie-commune/sdk/demurrage";
import { expect } from "chai";
import {
  CEILING_BPS,
  deployToken,
  ethers,
  EXEMPT,
  funded,
  loadFixture,
  MERCHANT,
  MERCHANT_BPS,
  ORDINARY,
  ORDINARY_BPS,
  PARAMETERS,
  passDays,
  time,
} from "./token-fixture.ts";

const NOBODY = ethers.ZeroAddress;

describe("ERC20Demurrage", function () {
  describe("constructor", function () {
    it("puts the till in the exempt class", async function () {
      const { token, till } = await loadFixture(deployToken);
      await expect(token.deploymentTransaction()).to.emit(token, "RateClassSet").withArgs(till, ORDINARY, EXEMPT);
      expect((await token.accountOf(till)).rateClass).to.equal(EXEMPT);
    });

    it("accepts rates up to the ceiling and a ceiling up to 50 %", async function () {
      const { manager } = await loadFixture(deployToken);
      const parameters = { ...PARAMETERS, ordinaryRateBps: 5_000n, merchantRateBps: 5_000n, rateCeilingBps: 5_000n };
      const token = await ethers.deployContract("RegionalToken", [parameters, await manager.getAddress()]);
      expect(await token.rateCeilingBps()).to.equal(5_000n);
    });

    for (const [what, change, args] of [
      ["a ceiling above 50 %", { rateCeilingBps: 5_001n }, [5_001n, 5_000n]],
      ["an ordinary rate above the ceiling", { ordinaryRateBps: 2_001n }, [2_001n, CEILING_BPS]],
      ["a merchant rate above the ceiling", { merchantRateBps: 2_001n }, [2_001n, CEILING_BPS]],
    ] as const) {
      it(`refuses ${what}`, async function () {
        const { manager, token } = await loadFixture(deployToken);
        const authority = await manager.getAddress();
        await expect(ethers.deployContract("RegionalToken", [{ ...PARAMETERS, ...change }, authority]))
          .to.be.revertedWithCustomError(token, "ERC20DemurrageRateAboveCeiling")
          .withArgs(...args);
      });
    }
  });

  describe("balanceOf", function () {
    it("stands still until midnight UTC and melts at it", async function () {
      const { token, ana } = await loadFixture(funded);
      const midnight = (BigInt(await time.latest()) / 86_400n + 1n) * 86_400n;
      await time.increaseTo(midnight - 1n);
      expect(await token.balanceOf(ana.address)).to.equal(10_000n);
      await time.increaseTo(midnight);
      expect(await token.balanceOf(ana.address)).to.equal(9_998n);
    });

    it("shows 94,00 of 100,00 after 365 days, and 88,36 after 730", async function () {
      const { token, ana } = await loadFixture(funded);
      await passDays(365);
      expect(await token.balanceOf(ana.address)).to.equal(9_400n);
      await passDays(365);
      expect(await token.balanceOf(ana.address)).to.equal(8_836n);
    });

    it("shows 94,00 after 365 days when the account was touched on each of them", async function () {
      const { token, ana } = await loadFixture(funded);
      for (let day = 0; day < 365; day++) {
        await passDays(1);
        await token.settle([ana.address]);
      }
      expect(await token.balanceOf(ana.address)).to.equal(9_400n);
    });

    it("is 0 for an account never seen, whatever the day", async function () {
      const { token, outsider } = await loadFixture(funded);
      await passDays(36_500);
      expect(await token.balanceOf(outsider.address)).to.equal(0n);
    });
  });

  describe("totalSupply", function () {
    it("does not change by melting or settling", async function () {
      const { token, ana, ben } = await loadFixture(funded);
      await passDays(400);
      await token.settle([ana.address, ben.address]);
      expect(await token.totalSupply()).to.equal(15_000n);
    });
  });

  describe("transfer", function () {
    it("takes exactly the amount and gives exactly the amount", async function () {
      const { token, ana, ben } = await loadFixture(funded);
      await expect(token.connect(ana).transfer(ben.address, 1_250n)).to.emit(token, "Transfer");
      expect(await token.balanceOf(ana.address)).to.equal(8_750n);
      expect(await token.balanceOf(ben.address)).to.equal(6_250n);
    });

    it("settles both sides first, in events that lead to the till", async function () {
      const { token, ana, ben, till } = await loadFixture(funded);
      await passDays(365);
      const transfer = token.connect(ana).transfer(ben.address, 1_250n);
      await expect(transfer).to.emit(token, "Transfer").withArgs(ana.address, till, 600n);
      await expect(transfer).to.emit(token, "Transfer").withArgs(ben.address, till, 300n);
      await expect(transfer).to.emit(token, "Transfer").withArgs(ana.address, ben.address, 1_250n);
      expect((await (await transfer).wait())?.logs).to.have.length(3);
      expect(await token.balanceOf(ana.address)).to.equal(8_150n);
      expect(await token.balanceOf(ben.address)).to.equal(5_950n);
      expect(await token.balanceOf(till)).to.equal(900n);
    });

    it("emits nothing but itself when nothing whole has melted", async function () {
      const { token, ana, ben, cleo } = await loadFixture(funded);
      await token.connect(ana).transfer(cleo.address, 10n);
      await passDays(1);
      await token.settle([ana.address, ben.address]);
      const receipt = await (await token.connect(cleo).transfer(ben.address, 0n)).wait();
      expect(receipt?.logs).to.have.length(2);
    });

    it("changes nothing when sent to oneself", async function () {
      const { token, ana } = await loadFixture(funded);
      await expect(token.connect(ana).transfer(ana.address, 10_000n))
        .to.emit(token, "Transfer")
        .withArgs(ana.address, ana.address, 10_000n);
      expect(await token.balanceOf(ana.address)).to.equal(10_000n);
    });

    it("settles once when sent to oneself on a later day", async function () {
      const { token, ana, till } = await loadFixture(funded);
      await passDays(365);
      await token.connect(ana).transfer(ana.address, 9_400n);
      expect(await token.balanceOf(ana.address)).to.equal(9_400n);
      expect(await token.balanceOf(till)).to.equal(600n);
    });

    it("sends everything that is shown", async function () {
      const { token, ana, cleo } = await loadFixture(funded);
      await passDays(100);
      const all = await token.balanceOf(ana.address);
      await token.connect(ana).transfer(cleo.address, all);
      expect(await token.balanceOf(ana.address)).to.equal(0n);
      expect(await token.balanceOf(cleo.address)).to.equal(all);
    });

    it("accepts 0, also from an account that has nothing", async function () {
      const { token, outsider, ana } = await loadFixture(funded);
      await expect(token.connect(outsider).transfer(ana.address, 0n))
        .to.emit(token, "Transfer")
        .withArgs(outsider.address, ana.address, 0n);
    });

    it("refuses more than today's balance, naming it", async function () {
      const { token, ana, ben } = await loadFixture(funded);
      await passDays(365);
      await expect(token.connect(ana).transfer(ben.address, 9_401n))
        .to.be.revertedWithCustomError(token, "ERC20InsufficientBalance")
        .withArgs(ana.address, 9_400n, 9_401n);
    });

    it("refuses the till and the zero address", async function () {
      const { token, ana, till } = await loadFixture(funded);
      for (const receiver of [till, NOBODY]) {
        await expect(token.connect(ana).transfer(receiver, 1n))
          .to.be.revertedWithCustomError(token, "ERC20InvalidReceiver")
          .withArgs(receiver);
      }
    });

    it("loses no fraction of a cent by many small transfers", async function () {
      const { token, ana, ben } = await loadFixture(funded);
      await passDays(30);
      const before = (await token.balanceOf(ana.address)) + (await token.balanceOf(ben.address));
      for (let i = 0; i < 20; i++) await token.connect(ana).transfer(ben.address, 1n);
      expect((await token.balanceOf(ana.address)) + (await token.balanceOf(ben.address))).to.equal(before);
    });
  });

  describe("settle", function () {
    it("moves what has melted to the till, for anybody who asks", async function () {
      const { token, ana, ben, outsider, till } = await loadFixture(funded);
      await passDays(365);
      expect(await token.connect(outsider).settle.staticCall([ana.address, ben.address])).to.equal(900n);
      const settling = token.connect(outsider).settle([ana.address, ben.address]);
      await expect(settling).to.emit(token, "Transfer").withArgs(ana.address, till, 600n);
      await expect(settling).to.emit(token, "Transfer").withArgs(ben.address, till, 300n);
      expect(await token.settledBalanceOf(ana.address)).to.equal(9_400n);
      expect(await token.balanceOf(till)).to.equal(900n);
    });

    it("counts an account named twice once", async function () {
      const { token, ana } = await loadFixture(funded);
      await passDays(365);
      expect(await token.settle.staticCall([ana.address, ana.address])).to.equal(600n);
    });

    it("leaves alone the till, the zero address, empty accounts and accounts touched today", async function () {
      const { token, ana, outsider, till } = await loadFixture(funded);
      await token.settle([ana.address]);
      const receipt = await (await token.settle([till, NOBODY, outsider.address, ana.address])).wait();
      expect(receipt?.logs).to.have.length(0);
      expect((await token.accountOf(outsider.address)).settledDay).to.equal(0n);
    });

    it("accepts an empty list", async function () {
      const { token } = await loadFixture(funded);
      expect(await token.settle.staticCall([])).to.equal(0n);
    });

    it("takes the time of a hundred years at once", async function () {
      const { token, ana } = await loadFixture(funded);
      await passDays(36_500);
      await token.settle([ana.address]);
      expect(await token.balanceOf(ana.address)).to.equal(20n); // 10000 x 0.94^100 = 20.5
    });
  });

  describe("demurrageDueOf and settledBalanceOf", function () {
    it("add up: settled = balance + due", async function () {
      const { token, ana } = await loadFixture(funded);
      await passDays(365);
      expect(await token.settledBalanceOf(ana.address)).to.equal(10_000n);
      expect(await token.demurrageDueOf(ana.address)).to.equal(600n);
      await token.settle([ana.address]);
      expect(await token.demurrageDueOf(ana.address)).to.equal(0n);
    });
  });

  describe("balanceOfOn", function () {
    it("foretells what balanceOf shows on that day", async function () {
      const { token, ana } = await loadFixture(funded);
      const today = await token.today();
      for (const days of [0n, 1n, 30n, 365n, 730n]) {
        const foretold = await token.balanceOfOn(ana.address, today + days);
        if (days > 0n) await passDays(Number(today + days - (await token.today())));
        expect(foretold).to.equal(await token.balanceOf(ana.address));
      }
    });

    it("counts announced rate changes in", async function () {
      const { token, ana } = await loadFixture(funded);
      const today = await token.today();
      await token.announceRate(ORDINARY, 1_200n, today + 365n);
      expect(await token.balanceOfOn(ana.address, today + 365n)).to.equal(9_400n);
      expect(await token.balanceOfOn(ana.address, today + 730n)).to.equal(8_272n);
    });

    it("refuses days that have passed", async function () {
      const { token, ana } = await loadFixture(funded);
      const today = await token.today();
      await expect(token.balanceOfOn(ana.address, today - 1n))
        .to.be.revertedWithCustomError(token, "ERC20DemurrageDayPassed")
        .withArgs(today - 1n, today);
    });
  });

  describe("accountOf", function () {
    it("gives the state from which the sdk finds the same balance on any day", async function () {
      const { token, ana, ben } = await loadFixture(funded);
      await passDays(17);
      await token.connect(ana).transfer(ben.address, 123n);
      const state = await token.accountOf(ana.address);
      const rates = (await token.ratesOf(ORDINARY)).map((rate) => ({
        fromDay: Number(rate.fromDay),
        yearlyRateBps: Number(rate.yearlyRateBps),
        dailyExponent: rate.dailyExponent,
      }));
      const account = { worth: state.worth, settledDay: Number(state.settledDay), rateClass: 0 };
      for (const days of [0, 1, 40, 365, 4_000]) {
        const day = account.settledDay + days;
        expect(balanceOn(account, rates, day)).to.equal(await token.balanceOfOn(ana.address, day));
      }
    });
  });

  describe("setRateClass", function () {
    it("settles at the old rate, then melts at the new one", async function () {
      const { token, ana, till } = await loadFixture(funded);
      await passDays(365);
      const change = token.setRateClass(ana.address, MERCHANT);
      await expect(change).to.emit(token, "Transfer").withArgs(ana.address, till, 600n);
      await expect(change).to.emit(token, "RateClassSet").withArgs(ana.address, ORDINARY, MERCHANT);
      expect(await token.balanceOf(ana.address)).to.equal(9_400n);
      await passDays(365);
      expect(await token.balanceOf(ana.address)).to.equal(9_212n);
    });

    it("stops the melting of an exempt account and of nobody else", async function () {
      const { token, ana, ben } = await loadFixture(funded);
      await token.setRateClass(ana.address, EXEMPT);
      await passDays(365);
      expect(await token.balanceOf(ana.address)).to.equal(10_000n);
      expect(await token.balanceOf(ben.address)).to.equal(4_700n);
      await token.connect(ana).transfer(ben.address, 10_000n);
      expect(await token.balanceOf(ana.address)).to.equal(0n);
    });

    it("charges nothing for exempt days after the exemption has ended", async function () {
      const { token, ana } = await loadFixture(funded);
      await token.setRateClass(ana.address, EXEMPT);
      await passDays(365);
      await token.setRateClass(ana.address, ORDINARY);
      expect(await token.balanceOf(ana.address)).to.equal(10_000n);
      await passDays(365);
      expect(await token.balanceOf(ana.address)).to.equal(9_400n);
    });

    it("is kept by an account that is emptied and filled again", async function () {
      const { token, cleo } = await loadFixture(funded);
      await token.setRateClass(cleo.address, MERCHANT);
      await token.mint(cleo.address, 10_000n);
      await passDays(365);
      expect(await token.balanceOf(cleo.address)).to.equal(9_800n);
    });

    it("says nothing when the class stays the same", async function () {
      const { token, ana } = await loadFixture(funded);
      await expect(token.setRateClass(ana.address, ORDINARY)).to.not.emit(token, "RateClassSet");
    });

    it("refuses classes above 2 and the till", async function () {
      const { token, ana, till } = await loadFixture(funded);
      await expect(token.setRateClass(ana.address, 3n))
        .to.be.revertedWithCustomError(token, "ERC20DemurrageInvalidRateClass")
        .withArgs(3n);
      await expect(token.setRateClass(till, ORDINARY)).to.be.revertedWithCustomError(
        token,
        "ERC20DemurrageTillClassFixed",
      );
    });
  });

  describe("announceRate", function () {
    it("changes the rate from its first day on, and no day before", async function () {
      const { token, ana } = await loadFixture(funded);
      const today = await token.today();
      await expect(token.announceRate(ORDINARY, 1_200n, today + 365n))
        .to.emit(token, "RateAnnounced")
        .withArgs(ORDINARY, 1_200n, today + 365n);
      await passDays(365);
      expect(await token.balanceOf(ana.address)).to.equal(9_400n);
      await passDays(365);
      expect(await token.balanceOf(ana.address)).to.equal(8_272n);
      await token.settle([ana.address]);
      expect(await token.balanceOf(ana.address)).to.equal(8_272n);
    });

    it("charges an account settled after the change at the new rate alone", async function () {
      const { token, ana } = await loadFixture(funded);
      await token.announceRate(ORDINARY, 1_200n, (await token.today()) + 30n);
      await passDays(30);
      await token.mint(ana.address, 0n);
      const settled = await token.balanceOf(ana.address);
      await passDays(365);
      expect(await token.balanceOf(ana.address)).to.equal((settled * 88n) / 100n);
    });

    it("knows several changes in a row", async function () {
      const { token, ana } = await loadFixture(funded);
      await token.announceRate(ORDINARY, 0n, (await token.today()) + 365n);
      await passDays(365);
      await token.announceRate(ORDINARY, 1_000n, (await token.today()) + 365n);
      await passDays(730);
      expect(await token.balanceOf(ana.address)).to.equal(8_460n);
      const rates = await token.ratesOf(ORDINARY);
      expect(rates.map((rate) => rate.yearlyRateBps)).to.deep.equal([ORDINARY_BPS, 0n, 1_000n]);
    });

    it("leaves the other class as it was", async function () {
      const { token, ana, ben } = await loadFixture(funded);
      await token.setRateClass(ben.address, MERCHANT);
      await token.announceRate(MERCHANT, 0n, (await token.today()) + 30n);
      await passDays(365 + 30);
      expect(await token.balanceOf(ana.address)).to.equal(9_352n); // 10000 x 0.94^(395/365)
      expect((await token.ratesOf(ORDINARY)).length).to.equal(1);
      expect((await token.ratesOf(MERCHANT)).map((rate) => rate.yearlyRateBps)).to.deep.equal([MERCHANT_BPS, 0n]);
      await passDays(365);
      expect(await token.balanceOf(ben.address)).to.equal(4_991n); // thirty days at 2 %
    });

    it("behaves as a plain ERC-20 at a rate of 0", async function () {
      const { token, ana } = await loadFixture(deployToken);
      await token.announceRate(ORDINARY, 0n, (await token.today()) + 30n);
      await passDays(30);
      await token.mint(ana.address, 12_345n);
      await passDays(36_500);
      expect(await token.balanceOf(ana.address)).to.equal(12_345n);
      expect(await token.settle.staticCall([ana.address])).to.equal(0n);
    });

    it("accepts the ceiling and exactly 30 days", async function () {
      const { token } = await loadFixture(deployToken);
      await expect(token.announceRate(MERCHANT, CEILING_BPS, (await token.today()) + 30n)).to.emit(
        token,
        "RateAnnounced",
      );
    });

    it("refuses a rate above the ceiling", async function () {
      const { token } = await loadFixture(deployToken);
      await expect(token.announceRate(ORDINARY, CEILING_BPS + 1n, (await token.today()) + 30n))
        .to.be.revertedWithCustomError(token, "ERC20DemurrageRateAboveCeiling")
        .withArgs(CEILING_BPS + 1n, CEILING_BPS);
    });

    it("refuses less than 30 days", async function () {
      const { token } = await loadFixture(deployToken);
      const today = await token.today();
      await expect(token.announceRate(ORDINARY, 0n, today + 29n))
        .to.be.revertedWithCustomError(token, "ERC20DemurrageNoticeTooShort")
        .withArgs(today + 29n, today + 30n);
    });

    it("refuses a second change while one is announced, and takes it once the first is in force", async function () {
      const { token } = await loadFixture(deployToken);
      const today = await token.today();
      await token.announceRate(ORDINARY, 500n, today + 30n);
      await expect(token.announceRate(ORDINARY, 400n, today + 60n))
        .to.be.revertedWithCustomError(token, "ERC20DemurrageRatePending")
        .withArgs(ORDINARY, today + 30n);
      await passDays(30);
      await expect(token.announceRate(ORDINARY, 400n, today + 60n)).to.emit(token, "RateAnnounced");
    });

    it("refuses the exempt class", async function () {
      const { token } = await loadFixture(deployToken);
      await expect(token.announceRate(EXEMPT, 0n, (await token.today()) + 30n))
        .to.be.revertedWithCustomError(token, "ERC20DemurrageInvalidRateClass")
        .withArgs(EXEMPT);
    });
  });

  describe("withdrawRate", function () {
    it("takes an announced rate back as if it had never been", async function () {
      const { token, ana } = await loadFixture(funded);
      const today = await token.today();
      await token.announceRate(ORDINARY, 2_000n, today + 30n);
      await expect(token.withdrawRate(ORDINARY))
        .to.emit(token, "RateWithdrawn")
        .withArgs(ORDINARY, 2_000n, today + 30n);
      expect(await token.ratesOf(ORDINARY)).to.have.length(1);
      await passDays(365);
      expect(await token.balanceOf(ana.address)).to.equal(9_400n);
    });

    it("keeps earlier changes", async function () {
      const { token } = await loadFixture(funded);
      await token.announceRate(ORDINARY, 500n, (await token.today()) + 30n);
      await passDays(30);
      await token.announceRate(ORDINARY, 400n, (await token.today()) + 30n);
      await token.withdrawRate(ORDINARY);
      expect((await token.ratesOf(ORDINARY)).map((rate) => rate.yearlyRateBps)).to.deep.equal([ORDINARY_BPS, 500n]);
    });

    it("refuses when nothing is announced, or it is in force already", async function () {
      const { token } = await loadFixture(funded);
      await expect(token.withdrawRate(ORDINARY))
        .to.be.revertedWithCustomError(token, "ERC20DemurrageNoRatePending")
        .withArgs(ORDINARY);
      await token.announceRate(ORDINARY, 500n, (await token.today()) + 30n);
      await passDays(30);
      await expect(token.withdrawRate(ORDINARY))
        .to.be.revertedWithCustomError(token, "ERC20DemurrageNoRatePending")
        .withArgs(ORDINARY);
    });

    it("refuses the exempt class", async function () {
      const { token } = await loadFixture(funded);
      await expect(token.withdrawRate(EXEMPT))
        .to.be.revertedWithCustomError(token, "ERC20DemurrageInvalidRateClass")
        .withArgs(EXEMPT);
    });
  });

  describe("ratesOf", function () {
    it("begins with the rates of the deployment", async function () {
      const { token } = await loadFixture(deployToken);
      const [ordinary] = await token.ratesOf(ORDINARY);
      const [merchant] = await token.ratesOf(MERCHANT);
      expect([ordinary?.fromDay, ordinary?.yearlyRateBps]).to.deep.equal([0n, ORDINARY_BPS]);
      expect([merchant?.fromDay, merchant?.yearlyRateBps]).to.deep.equal([0n, MERCHANT_BPS]);
    });

    it("refuses the exempt class", async function () {
      const { token } = await loadFixture(deployToken);
      await expect(token.ratesOf(EXEMPT))
        .to.be.revertedWithCustomError(token, "ERC20DemurrageInvalidRateClass")
        .withArgs(EXEMPT);
    });
  });
});
