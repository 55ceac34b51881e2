// SPDX-License-Identifier: EUPL-1.2
import { expect } from "chai";
import type { ContractTransactionResponse } from "ethers";
import { deployBatch, Manner, type SignedPayment } from "./batch-fixture.ts";
import { ethers, loadFixture, passDays, time } from "./token-fixture.ts";

type Fixture = Awaited<ReturnType<typeof deployBatch>>;

const ENOUGH = 8_000_000n;

/** Sends payments in one transaction, with gas for many attempts. */
async function send({ batch, outsider }: Fixture, payments: readonly SignedPayment[], gasLimit = ENOUGH) {
  return await batch.connect(outsider).transferWithAuthorizations([...payments], { gasLimit });
}

/** What was skipped, in order: payer, number and name of the token's error (empty without one). */
async function skippedIn({ batch, token }: Fixture, sent: ContractTransactionResponse) {
  const receipt = await sent.wait();
  return (receipt?.logs ?? []).flatMap((log) => {
    if (log.address !== batch.target) return [];
    const { from, nonce, reason } = batch.interface.parseLog(log)?.args ?? raise();
    const error = reason === "0x" ? "" : token.interface.parseError(reason as string)?.name;
    return [{ from: from as string, nonce: nonce as string, error }];
  });
}

function raise(): never {
  throw new Error("The batch emitted an event that is not its own");
}

describe("AuthorizationBatch", function () {
  describe("transferWithAuthorizations", function () {
    it("makes each payment as it was signed, whoever sends it", async function () {
      const fixture = await loadFixture(deployBatch);
      const { batch, token, ana, ben, cleo, sign } = fixture;
      const payments = [
        await sign(ana, cleo, 1_250n),
        await sign(ben, cleo, 300n),
        await sign(ben, ana, 200n, [1n, 0n]),
      ];
      expect(await batch.transferWithAuthorizations.staticCall(payments, { gasLimit: ENOUGH })).to.equal(3n);
      const sent = await send(fixture, payments);
      expect(await skippedIn(fixture, sent)).to.deep.equal([]);
      await expect(sent).to.emit(token, "AuthorizationUsed").withArgs(ana.address, payments[0]?.nonce);
      expect(await token.balanceOf(ana.address)).to.equal(10_000n - 1_250n + 200n);
      expect(await token.balanceOf(ben.address)).to.equal(5_000n - 500n);
      expect(await token.balanceOf(cleo.address)).to.equal(1_550n);
      expect(await token.balanceOf(batch)).to.equal(0n);
    });

    it("makes payments of one payer in their sequence, each spending what the one before left", async function () {
      const fixture = await loadFixture(deployBatch);
      const { token, ben, cleo, sign } = fixture;
      const payments = [await sign(ben, cleo, 3_000n), await sign(ben, cleo, 2_000n, [0n, 1n])];
      expect(await skippedIn(fixture, await send(fixture, payments))).to.deep.equal([]);
      expect(await token.balanceOf(ben.address)).to.equal(0n);
    });

    it("settles both sides before it pays", async function () {
      const fixture = await loadFixture(deployBatch);
      const { token, ana, ben, till, sign } = fixture;
      await passDays(365);
      const sent = await send(fixture, [await sign(ana, ben, 1_250n)]);
      await expect(sent).to.emit(token, "Transfer").withArgs(ana.address, till, 600n);
      await expect(sent).to.emit(token, "Transfer").withArgs(ben.address, till, 300n);
      expect(await token.balanceOf(ben.address)).to.equal(4_700n + 1_250n);
    });

    it("does nothing for an empty list", async function () {
      const fixture = await loadFixture(deployBatch);
      expect(await fixture.batch.transferWithAuthorizations.staticCall([])).to.equal(0n);
      expect((await (await send(fixture, [])).wait())?.logs).to.deep.equal([]);
    });

    it("skips those that cannot be made, with the token's reason, and makes the others", async function () {
      const fixture = await loadFixture(deployBatch);
      const { batch, token, ana, ben, cleo, till, sign } = fixture;
      const now = await time.latest();
      const good = [await sign(ana, cleo, 100n), await sign(ben, cleo, 50n)] as const;
      const bad = [
        { payment: await sign(ana, ben, 10_001n, [1n, 0n]), error: "ERC20InsufficientBalance" },
        { payment: await sign(ana, till, 1n, [2n, 0n]), error: "ERC20InvalidReceiver" },
        { payment: await sign(ana, ben, 1n, [3n, 0n], { validBefore: now }), error: "ERC3009InvalidAuthorizationTime" },
        {
          payment: await sign(ana, ben, 1n, [3n, 0n], { validAfter: now + 60 }),
          error: "ERC3009InvalidAuthorizationTime",
        },
        { payment: { ...(await sign(ana, ben, 1n, [4n, 0n])), value: 2n }, error: "ERC3009InvalidSignature" },
        { payment: { ...(await sign(cleo, ben, 1n, [4n, 0n])), from: ana.address }, error: "ERC3009InvalidSignature" },
        { payment: { ...(await sign(ana, ben, 1n, [4n, 0n])), signature: "0x" }, error: "ERC3009InvalidSignature" },
        {
          payment: { ...(await sign(ana, ben, 1n, [4n, 0n])), signature: `0x${"ff".repeat(64)}` },
          error: "ERC3009InvalidSignature",
        },
        {
          payment: { ...(await sign(ana, ben, 1n, [4n, 0n])), signature: `0x${"00".repeat(65)}` },
          error: "ECDSAInvalidSignature",
        },
        { payment: await sign(ana, ben, 1n, [0n, 7n]), error: "InvalidAccountNonce" },
        { payment: good[0], error: "InvalidAccountNonce" },
      ];
      const payments = [good[0], ...bad.map(({ payment }) => payment), good[1]];
      expect(await batch.transferWithAuthorizations.staticCall(payments, { gasLimit: ENOUGH })).to.equal(2n);
      const skipped = await skippedIn(fixture, await send(fixture, payments));
      expect(skipped).to.deep.equal(
        bad.map(({ payment, error }) => ({ from: payment.from, nonce: payment.nonce, error })),
      );
      expect(await token.balanceOf(ana.address)).to.equal(9_900n);
      expect(await token.balanceOf(ben.address)).to.equal(4_950n);
      expect(await token.balanceOf(cleo.address)).to.equal(150n);
    });

    it("makes nothing twice when the list is sent again", async function () {
      const fixture = await loadFixture(deployBatch);
      const { token, ana, ben, cleo, sign } = fixture;
      const payments = [await sign(ana, cleo, 100n), await sign(ben, cleo, 50n, [9n, 0n])];
      await send(fixture, payments);
      const skipped = await skippedIn(fixture, await send(fixture, payments));
      expect(skipped.map(({ error }) => error)).to.deep.equal(["InvalidAccountNonce", "InvalidAccountNonce"]);
      expect(await token.balanceOf(cleo.address)).to.equal(150n);
    });
  });

  describe("a payer that is a contract", function () {
    for (const length of [65, 97]) {
      it(`pays when it says so of a signature of ${length} bytes`, async function () {
        const fixture = await loadFixture(deployBatch);
        const { token, ana, cleo, deployPayer, signFor } = fixture;
        const wallet = await deployPayer(ana, Manner.Owner);
        const payment = await signFor(wallet, ana, cleo.address, 200n);
        payment.signature += "00".repeat(length - 65);
        expect(await skippedIn(fixture, await send(fixture, [payment]))).to.deep.equal([]);
        expect(await token.balanceOf(cleo.address)).to.equal(200n);
      });
    }

    it("is skipped when it says no", async function () {
      const fixture = await loadFixture(deployBatch);
      const { ana, ben, cleo, deployPayer, signFor } = fixture;
      const wallet = await deployPayer(ana, Manner.Owner);
      const payment = await signFor(wallet, ben, cleo.address, 200n);
      const [skipped] = await skippedIn(fixture, await send(fixture, [payment]));
      expect(skipped).to.include({ from: wallet, error: "ERC3009InvalidSignature" });
    });

    for (const [name, manner] of [
      ["burns all gas it is given", Manner.Burner],
      ["reverts with a flood of data", Manner.Bomber],
    ] as const) {
      it(`that ${name} costs its attempts and nothing more, and holds back nobody`, async function () {
        const fixture = await loadFixture(deployBatch);
        const { batch, token, ana, ben, cleo, deployPayer, signFor, sign } = fixture;
        const wallet = await deployPayer(ana, manner);
        const [first, last] = [await sign(ana, cleo, 100n), await sign(ben, cleo, 50n)];
        const bad = await signFor(wallet, ana, cleo.address, 200n);
        const sent = await send(fixture, [first, bad, last]);
        const [skipped] = await skippedIn(fixture, sent);
        expect(skipped).to.include({ from: wallet, nonce: bad.nonce });
        expect(await token.balanceOf(cleo.address)).to.equal(150n);
        const without = await (await send(fixture, [await sign(ana, cleo, 100n, [0n, 1n])])).wait();
        const most = 3n * (without?.gasUsed ?? 0n) + (await batch.GAS_PER_ATTEMPT());
        expect(Number((await sent.wait())?.gasUsed)).to.be.lessThan(Number(most));
      });
    }

    it("that sends its payment again while it is asked pays once", async function () {
      const fixture = await loadFixture(deployBatch);
      const { token, ana, cleo, deployPayer, signFor } = fixture;
      const wallet = await deployPayer(ana, Manner.Reentrant);
      const payment = await signFor(wallet, ana, cleo.address, 200n);
      const contract = await ethers.getContractAt("ContractPayer", wallet);
      await contract.prepare(payment);
      expect(await skippedIn(fixture, await send(fixture, [payment]))).to.deep.equal([]);
      expect(await token.balanceOf(cleo.address)).to.equal(200n);
      expect(await token.balanceOf(wallet)).to.equal(800n);
    });
  });

  describe("with too little gas", function () {
    const COUNT = 6;

    async function sixPayments(fixture: Fixture): Promise<SignedPayment[]> {
      const { ana, ben, sign } = fixture;
      return await Promise.all(
        Array.from({ length: COUNT }, async (_, index) => await sign(ana, ben, 10n, [BigInt(index), 0n])),
      );
    }

    it("makes all of the payments or none, at any gas limit", async function () {
      this.timeout(60_000);
      const fixture = await loadFixture(deployBatch);
      const { batch, token, ben } = fixture;
      const payments = await sixPayments(fixture);
      let outcomes = { all: 0, none: 0 };
      for (let gasLimit = 90_000n; gasLimit < 700_000n; gasLimit += 7_919n) {
        const snapshot = (await ethers.provider.send("evm_snapshot")) as string;
        const sent = await send(fixture, payments, gasLimit).catch(() => undefined);
        const gained = (await token.balanceOf(ben.address)) - 5_000n;
        expect(gained === 0n || gained === 10n * BigInt(COUNT), `${gained} cents at ${gasLimit} gas`).to.equal(true);
        if (sent !== undefined) expect(await skippedIn(fixture, sent), `${gasLimit}`).to.deep.equal([]);
        outcomes = { all: outcomes.all + Number(gained > 0n), none: outcomes.none + Number(gained === 0n) };
        await ethers.provider.send("evm_revert", [snapshot]);
      }
      expect(outcomes.all).to.be.greaterThan(10);
      expect(outcomes.none).to.be.greaterThan(10);
      expect(await batch.GAS_PER_ATTEMPT()).to.equal(250_000n);
    });

    it("names the payment that could not be tried", async function () {
      const fixture = await loadFixture(deployBatch);
      await expect(send(fixture, await sixPayments(fixture), 322_000n))
        .to.be.revertedWithCustomError(fixture.batch, "AuthorizationBatchGasTooLow")
        .withArgs(1n, 258_968n);
    });

    it("is not where a node's estimate leaves it", async function () {
      const fixture = await loadFixture(deployBatch);
      const { batch, token, ben } = fixture;
      const payments = await sixPayments(fixture);
      const gasLimit = await batch.transferWithAuthorizations.estimateGas(payments);
      expect(await skippedIn(fixture, await send(fixture, payments, gasLimit))).to.deep.equal([]);
      expect(await token.balanceOf(ben.address)).to.equal(5_060n);
    });
  });
});
