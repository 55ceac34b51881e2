// SPDX-License-Identifier: EUPL-1.2
import { expect } from "chai";
import { hexlify, id, toUtf8Bytes, Wallet, ZeroAddress, ZeroHash } from "ethers";
import type { Hex } from "viem";
import {
  applicationTypedData,
  departureTypedData,
  type MerchantDetails,
  type MerchantMessage,
  updateTypedData,
} from "@monnaie-commune/sdk/merchants/messages";
import { deployedRegion, ethers, loadFixture, time } from "../helpers/fixtures.ts";

const STATUS = { none: 0n, applied: 1n, approved: 2n, suspended: 3n, left: 4n };
const HOUR = 3_600;

const commune = (code: string): Hex => hexlify(toUtf8Bytes(code)) as Hex;

const bakery: MerchantDetails = {
  category: 3,
  commune: commune("45234"),
  recordHash: id("La Fournée du Mail") as Hex,
  recordURI: "/records/fournee.json",
};
const bookshop: MerchantDetails = {
  category: 7,
  commune: commune("2A004"),
  recordHash: id("Librairie des Halles") as Hex,
  recordURI: "/records/librairie.json",
};

type TypedData =
  ReturnType<typeof applicationTypedData> | ReturnType<typeof updateTypedData> | ReturnType<typeof departureTypedData>;

async function sign(wallet: Pick<Wallet, "signTypedData">, { domain, types, message }: TypedData): Promise<string> {
  return await wallet.signTypedData(
    domain,
    Object.fromEntries(Object.entries(types).map(([name, fields]) => [name, [...fields]])),
    message,
  );
}

describe("MerchantsBySignature", function () {
  /** A shop that holds nothing, not even a coin of the network; others send what it signs. */
  async function deployed() {
    const region = await deployedRegion();
    const shop = Wallet.createRandom(ethers.provider);
    const message: MerchantMessage = {
      chainId: Number((await ethers.provider.getNetwork()).chainId),
      registry: (await region.registry.getAddress()) as Hex,
      account: shop.address as Hex,
      nonce: 0n,
      deadline: (await time.latest()) + HOUR,
    };
    const statusOf = async (account: string) => (await region.registry.merchantOf(account)).status;
    return { ...region, relay: region.registry.connect(region.outsider), shop, message, statusOf };
  }

  async function applied() {
    const context = await deployed();
    const { relay, shop, message } = context;
    const signature = await sign(shop, applicationTypedData(message, bakery));
    await relay.applyBySignature(shop.address, bakery, 0, message.deadline, signature);
    return { ...context, message: { ...message, nonce: 1n } };
  }

  async function approved() {
    const context = await applied();
    await context.registry.connect(context.registrar).approve([context.shop.address]);
    return context;
  }

  async function contractAccount() {
    const context = await deployed();
    const account = await ethers.deployContract("ContractAccount", [context.shop.address]);
    const message = { ...context.message, account: (await account.getAddress()) as Hex };
    return { ...context, message };
  }

  describe("applyBySignature", function () {
    it("lists the shop that signed, whoever sends it", async function () {
      const { registry, relay, shop, message, statusOf } = await loadFixture(deployed);
      const signature = await sign(shop, applicationTypedData(message, bakery));
      await expect(relay.applyBySignature(shop.address, bakery, 0, message.deadline, signature))
        .to.emit(registry, "MerchantApplied")
        .withArgs(shop.address, bakery.category, bakery.commune, bakery.recordHash, bakery.recordURI);
      expect(await statusOf(shop.address)).to.equal(STATUS.applied);
      expect(await registry.nonces(shop.address)).to.equal(1n);
      const { details } = await registry.merchantOf(shop.address);
      expect(details).to.deep.equal([3n, bakery.commune, bakery.recordHash, bakery.recordURI]);
    });

    it("holds until the second of the deadline, and not after", async function () {
      const { registry, relay, shop, message } = await loadFixture(deployed);
      const signature = await sign(shop, applicationTypedData(message, bakery));
      const send = relay.applyBySignature.bind(relay, shop.address, bakery, 0, message.deadline, signature);
      await time.setNextBlockTimestamp(message.deadline + 1);
      await expect(send())
        .to.be.revertedWithCustomError(registry, "MerchantSignatureExpired")
        .withArgs(shop.address, message.deadline);
    });

    it("is good in the very second of the deadline", async function () {
      const { registry, relay, shop, message } = await loadFixture(deployed);
      const signature = await sign(shop, applicationTypedData(message, bakery));
      await time.setNextBlockTimestamp(message.deadline);
      await expect(relay.applyBySignature(shop.address, bakery, 0, message.deadline, signature)).to.emit(
        registry,
        "MerchantApplied",
      );
    });

    it("has its effect once", async function () {
      const { registry, relay, shop, message } = await loadFixture(applied);
      const first = { ...message, nonce: 0n };
      const signature = await sign(shop, applicationTypedData(first, bakery));
      await fund(shop.address);
      await registry.connect(shop).leave();
      await expect(relay.applyBySignature(shop.address, bakery, 0, message.deadline, signature))
        .to.be.revertedWithCustomError(registry, "InvalidAccountNonce")
        .withArgs(shop.address, 1n);
    });

    it("takes no number before its turn", async function () {
      const { registry, relay, shop, message } = await loadFixture(deployed);
      const signature = await sign(shop, applicationTypedData({ ...message, nonce: 1n }, bakery));
      await expect(relay.applyBySignature(shop.address, bakery, 1, message.deadline, signature))
        .to.be.revertedWithCustomError(registry, "InvalidAccountNonce")
        .withArgs(shop.address, 0n);
    });

    for (const [what, change] of [
      ["another trade", { category: 4 }],
      ["another commune", { commune: commune("45235") }],
      ["another record", { recordHash: id("forged") as Hex }],
      ["another address of the record", { recordURI: "/records/forged.json" }],
    ] as const) {
      it(`reverts for ${what} than was signed`, async function () {
        const { registry, relay, shop, message } = await loadFixture(deployed);
        const signature = await sign(shop, applicationTypedData(message, bakery));
        const forged = { ...bakery, ...change };
        await expect(relay.applyBySignature(shop.address, forged, 0, message.deadline, signature))
          .to.be.revertedWithCustomError(registry, "MerchantInvalidSignature")
          .withArgs(shop.address);
      });
    }

    it("reverts for a later deadline than was signed", async function () {
      const { registry, relay, shop, message } = await loadFixture(deployed);
      const signature = await sign(shop, applicationTypedData(message, bakery));
      await expect(relay.applyBySignature(shop.address, bakery, 0, message.deadline + 1, signature))
        .to.be.revertedWithCustomError(registry, "MerchantInvalidSignature")
        .withArgs(shop.address);
    });

    it("reverts for another account, another chain, another registry, another message", async function () {
      const { registry, relay, shop, outsider, token, message } = await loadFixture(deployed);
      const send = async (account: string, data: TypedData) =>
        await relay.applyBySignature(account, bakery, 0, message.deadline, await sign(shop, data));
      for (const [account, data] of [
        [outsider.address, applicationTypedData({ ...message, account: outsider.address as Hex }, bakery)],
        [ZeroAddress, applicationTypedData({ ...message, account: ZeroAddress as Hex }, bakery)],
        [shop.address, applicationTypedData({ ...message, chainId: 1 }, bakery)],
        [shop.address, applicationTypedData({ ...message, registry: (await token.getAddress()) as Hex }, bakery)],
        [shop.address, updateTypedData(message, bakery)],
      ] as const) {
        await expect(send(account, data))
          .to.be.revertedWithCustomError(registry, "MerchantInvalidSignature")
          .withArgs(account);
      }
    });

    it("reverts for what is no signature", async function () {
      const { registry, relay, shop, message } = await loadFixture(deployed);
      for (const signature of ["0x", "0x1234", `0x${"00".repeat(65)}`]) {
        await expect(relay.applyBySignature(shop.address, bakery, 0, message.deadline, signature))
          .to.be.revertedWithCustomError(registry, "MerchantInvalidSignature")
          .withArgs(shop.address);
      }
    });

    it("takes what a contract's owner signed for it, and nobody else's signature", async function () {
      const { registry, relay, shop, message, statusOf } = await loadFixture(contractAccount);
      const data = applicationTypedData(message, bakery);
      const foreign = await sign(Wallet.createRandom(), data);
      await expect(relay.applyBySignature(message.account, bakery, 0, message.deadline, foreign))
        .to.be.revertedWithCustomError(registry, "MerchantInvalidSignature")
        .withArgs(message.account);
      await relay.applyBySignature(message.account, bakery, 0, message.deadline, await sign(shop, data));
      expect(await statusOf(message.account)).to.equal(STATUS.applied);
    });

    it("checks status and details as a direct application does, and keeps the number then", async function () {
      const { registry, relay, shop, message } = await loadFixture(applied);
      const again = await sign(shop, applicationTypedData(message, bookshop));
      await expect(relay.applyBySignature(shop.address, bookshop, 1, message.deadline, again))
        .to.be.revertedWithCustomError(registry, "MerchantUnexpectedStatus")
        .withArgs(shop.address, STATUS.applied);
      expect(await registry.nonces(shop.address)).to.equal(1n);
    });

    it("reverts without the hash of the record", async function () {
      const { registry, relay, shop, message } = await loadFixture(deployed);
      const nothing = { ...bakery, recordHash: ZeroHash as Hex };
      const signature = await sign(shop, applicationTypedData(message, nothing));
      await expect(relay.applyBySignature(shop.address, nothing, 0, message.deadline, signature))
        .to.be.revertedWithCustomError(registry, "MerchantMissingRecord")
        .withArgs(shop.address);
    });
  });

  describe("updateBySignature", function () {
    for (const [status, fixture] of [
      ["applied", applied],
      ["approved", approved],
    ] as const) {
      it(`replaces the details of a shop that is ${status}`, async function () {
        const { registry, relay, shop, message, statusOf } = await loadFixture(fixture);
        const signature = await sign(shop, updateTypedData(message, bookshop));
        await expect(relay.updateBySignature(shop.address, bookshop, 1, message.deadline, signature))
          .to.emit(registry, "MerchantUpdated")
          .withArgs(shop.address, bookshop.category, bookshop.commune, bookshop.recordHash, bookshop.recordURI);
        expect(await statusOf(shop.address)).to.equal(STATUS[status]);
        expect(await registry.nonces(shop.address)).to.equal(2n);
      });
    }

    it("reverts for a shop that is not listed", async function () {
      const { registry, relay, shop, message } = await loadFixture(deployed);
      const signature = await sign(shop, updateTypedData(message, bookshop));
      await expect(relay.updateBySignature(shop.address, bookshop, 0, message.deadline, signature))
        .to.be.revertedWithCustomError(registry, "MerchantUnexpectedStatus")
        .withArgs(shop.address, STATUS.none);
    });

    it("never takes the signature of an application for one", async function () {
      const { registry, relay, shop, message } = await loadFixture(applied);
      const signature = await sign(shop, applicationTypedData(message, bookshop));
      await expect(relay.updateBySignature(shop.address, bookshop, 1, message.deadline, signature))
        .to.be.revertedWithCustomError(registry, "MerchantInvalidSignature")
        .withArgs(shop.address);
    });

    it("reverts once the deadline is over", async function () {
      const { registry, relay, shop, message } = await loadFixture(applied);
      const signature = await sign(shop, updateTypedData(message, bookshop));
      await time.setNextBlockTimestamp(message.deadline + 1);
      await expect(relay.updateBySignature(shop.address, bookshop, 1, message.deadline, signature))
        .to.be.revertedWithCustomError(registry, "MerchantSignatureExpired")
        .withArgs(shop.address, message.deadline);
    });
  });

  describe("leaveBySignature", function () {
    it("lets the shop go that signed, to the ordinary rate", async function () {
      const { registry, token, relay, shop, message, statusOf } = await loadFixture(approved);
      const signature = await sign(shop, departureTypedData(message));
      await expect(relay.leaveBySignature(shop.address, 1, message.deadline, signature))
        .to.emit(registry, "MerchantLeft")
        .withArgs(shop.address);
      expect(await statusOf(shop.address)).to.equal(STATUS.left);
      expect((await token.accountOf(shop.address)).rateClass).to.equal(0n);
    });

    it("reverts for a shop that is not listed", async function () {
      const { registry, relay, shop, message } = await loadFixture(deployed);
      const signature = await sign(shop, departureTypedData(message));
      await expect(relay.leaveBySignature(shop.address, 0, message.deadline, signature))
        .to.be.revertedWithCustomError(registry, "MerchantUnexpectedStatus")
        .withArgs(shop.address, STATUS.none);
    });

    it("reverts for another's signature, and once the deadline is over", async function () {
      const { registry, relay, shop, message } = await loadFixture(approved);
      const data = departureTypedData(message);
      const foreign = await sign(Wallet.createRandom(), data);
      await expect(relay.leaveBySignature(shop.address, 1, message.deadline, foreign))
        .to.be.revertedWithCustomError(registry, "MerchantInvalidSignature")
        .withArgs(shop.address);
      const signature = await sign(shop, data);
      await time.setNextBlockTimestamp(message.deadline + 1);
      await expect(relay.leaveBySignature(shop.address, 1, message.deadline, signature))
        .to.be.revertedWithCustomError(registry, "MerchantSignatureExpired")
        .withArgs(shop.address, message.deadline);
    });
  });
});

/** Gives an account coins for a transaction of its own. */
async function fund(address: string): Promise<void> {
  const [rich] = await ethers.getSigners();
  await rich?.sendTransaction({ to: address, value: ethers.parseEther("1") });
}
