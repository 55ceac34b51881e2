// SPDX-License-Identifier: EUPL-1.2
import { expect } from "chai";
import { encodeBytes32String, id, toUtf8Bytes, hexlify, ZeroAddress, ZeroHash } from "ethers";
import { ROLES } from "@monnaie-commune/sdk/generated/roles";
import type { IMerchantRegistry } from "../../types/ethers-contracts/contracts/interfaces/IMerchantRegistry.js";
import { deployedRegion, loadFixture, time } from "../helpers/fixtures.ts";
import { threeOf } from "../helpers/people.ts";

type Details = IMerchantRegistry.DetailsStruct;

const STATUS = { none: 0n, applied: 1n, approved: 2n, suspended: 3n, left: 4n, refused: 5n };
const CLASS = { ordinary: 0n, merchant: 1n, exempt: 2n };
const REASON = 3n;
const MAX_UINT256 = 2n ** 256n - 1n;

const commune = (code: string): string => hexlify(toUtf8Bytes(code));

const bakery: Details = {
  category: 3n,
  commune: commune("45234"),
  recordHash: id("La Fournée du Mail"),
  recordURI: "records/fournee.json",
};
const bookshop: Details = {
  category: 7n,
  commune: commune("37261"),
  recordHash: id("Librairie des Halles"),
  recordURI: "records/librairie.json",
};
const appliedArgs = (account: { address: string }, details: Details) =>
  [account.address, details.category, details.commune, details.recordHash, details.recordURI] as const;

describe("MerchantRegistry", function () {
  async function deployed() {
    const { registry, token, manager, council, registrar, outsider, people } = await deployedRegion();
    const [shop, other, third] = threeOf(people);
    const classOf = async (account: { address: string }) => (await token.accountOf(account.address)).rateClass;
    const statusOf = async (account: { address: string }) => (await registry.merchantOf(account.address)).status;
    const makeExempt = async (account: { address: string }) => {
      await manager.connect(council).grantRole(ROLES.CLASSIFIER, council.address, 0);
      await token.connect(council).setRateClass(account.address, CLASS.exempt);
    };
    return {
      registry,
      token,
      manager,
      council,
      registrar,
      outsider,
      shop,
      other,
      third,
      classOf,
      statusOf,
      makeExempt,
    };
  }

  async function applied() {
    const context = await deployed();
    await context.registry.connect(context.shop).applyAsMerchant(bakery);
    return context;
  }

  async function approved() {
    const context = await applied();
    await context.registry.connect(context.registrar).approve([context.shop.address]);
    return context;
  }

  async function suspended() {
    const context = await approved();
    await context.registry.connect(context.registrar).suspend(context.shop.address, REASON);
    return context;
  }

  async function refused() {
    const context = await applied();
    await context.registry.connect(context.registrar).refuse([context.shop.address], REASON);
    return context;
  }

  async function left() {
    const context = await approved();
    await context.registry.connect(context.shop).leave();
    return context;
  }

  describe("constructor", function () {
    it("keeps the manager and the token", async function () {
      const { registry, manager, token } = await loadFixture(deployed);
      expect(await registry.authority()).to.equal(await manager.getAddress());
      expect(await registry.token()).to.equal(await token.getAddress());
    });
  });

  describe("applyAsMerchant", function () {
    it("lists the caller as one that applied, and leaves its rate alone", async function () {
      const { registry, shop, classOf } = await loadFixture(deployed);
      await expect(registry.connect(shop).applyAsMerchant(bakery))
        .to.emit(registry, "MerchantApplied")
        .withArgs(...appliedArgs(shop, bakery));
      const merchant = await registry.merchantOf(shop.address);
      expect(merchant.account).to.equal(shop.address);
      expect(merchant.status).to.equal(STATUS.applied);
      expect(await registry.statusOf(shop.address)).to.equal(STATUS.applied);
      expect(merchant.since).to.equal(await time.latest());
      expect(merchant.reasonCode).to.equal(0n);
      expect(merchant.details.category).to.equal(bakery.category);
      expect(merchant.details.commune).to.equal(bakery.commune);
      expect(merchant.details.recordHash).to.equal(bakery.recordHash);
      expect(merchant.details.recordURI).to.equal(bakery.recordURI);
      expect(await registry.isApproved(shop.address)).to.equal(false);
      expect(await classOf(shop)).to.equal(CLASS.ordinary);
    });

    for (const [what, fixture] of [
      ["left", left],
      ["was refused", refused],
    ] as const) {
      it(`accepts a shop again after it ${what}, without listing it twice`, async function () {
        const { registry, shop } = await loadFixture(fixture);
        await expect(registry.connect(shop).applyAsMerchant(bookshop))
          .to.emit(registry, "MerchantApplied")
          .withArgs(...appliedArgs(shop, bookshop));
        const { status, reasonCode } = await registry.merchantOf(shop.address);
        expect([status, reasonCode]).to.deep.equal([STATUS.applied, 0n]);
        expect(await registry.merchantCount()).to.equal(1n);
      });
    }

    for (const [status, fixture] of [
      ["applied", applied],
      ["approved", approved],
      ["suspended", suspended],
    ] as const) {
      it(`reverts when the caller is ${status}`, async function () {
        const { registry, shop } = await loadFixture(fixture);
        await expect(registry.connect(shop).applyAsMerchant(bakery))
          .to.be.revertedWithCustomError(registry, "MerchantUnexpectedStatus")
          .withArgs(shop.address, STATUS[status]);
      });
    }

    it("reverts for an account that is exempt from demurrage", async function () {
      const { registry, shop, makeExempt } = await loadFixture(deployed);
      await makeExempt(shop);
      await expect(registry.connect(shop).applyAsMerchant(bakery))
        .to.be.revertedWithCustomError(registry, "MerchantInvalidAccount")
        .withArgs(shop.address);
    });

    it("reverts for category 0, and accepts 1 and 65535", async function () {
      const { registry, shop, other, third } = await loadFixture(deployed);
      await expect(registry.connect(shop).applyAsMerchant({ ...bakery, category: 0 }))
        .to.be.revertedWithCustomError(registry, "MerchantInvalidCategory")
        .withArgs(0);
      await registry.connect(other).applyAsMerchant({ ...bakery, category: 1 });
      await registry.connect(third).applyAsMerchant({ ...bakery, category: 65_535 });
      expect((await registry.merchantOf(third.address)).details.category).to.equal(65_535n);
    });

    for (const code of ["00000", "99999", "2A004", "2B033", "97411"]) {
      it(`accepts the commune ${code}`, async function () {
        const { registry, shop } = await loadFixture(deployed);
        await registry.connect(shop).applyAsMerchant({ ...bakery, commune: commune(code) });
        expect((await registry.merchantOf(shop.address)).details.commune).to.equal(commune(code));
      });
    }

    for (const code of ["2C004", "2a004", "1A004", "A5234", "4523A", "45 34", "4523/", "4523:", "2A0B4", "2AA04"]) {
      it(`reverts for the commune "${code}"`, async function () {
        const { registry, shop } = await loadFixture(deployed);
        await expect(registry.connect(shop).applyAsMerchant({ ...bakery, commune: commune(code) }))
          .to.be.revertedWithCustomError(registry, "MerchantInvalidCommune")
          .withArgs(commune(code));
      });
    }

    it("reverts for a commune of zero bytes", async function () {
      const { registry, shop } = await loadFixture(deployed);
      await expect(registry.connect(shop).applyAsMerchant({ ...bakery, commune: "0x0000000000" }))
        .to.be.revertedWithCustomError(registry, "MerchantInvalidCommune")
        .withArgs("0x0000000000");
    });

    it("reverts without the hash of the record", async function () {
      const { registry, shop } = await loadFixture(deployed);
      await expect(registry.connect(shop).applyAsMerchant({ ...bakery, recordHash: ZeroHash }))
        .to.be.revertedWithCustomError(registry, "MerchantMissingRecord")
        .withArgs(shop.address);
    });
  });

  describe("approve", function () {
    it("approves shops and gives them the merchant rate", async function () {
      const { registry, token, registrar, shop, other, statusOf, classOf } = await loadFixture(applied);
      await registry.connect(other).applyAsMerchant(bookshop);
      const approval = registry.connect(registrar).approve([shop.address, other.address]);
      for (const account of [shop, other]) {
        await expect(approval)
          .to.emit(registry, "MerchantApproved")
          .withArgs(account.address, registrar.address)
          .and.to.emit(token, "RateClassSet")
          .withArgs(account.address, CLASS.ordinary, CLASS.merchant);
        expect(await statusOf(account)).to.equal(STATUS.approved);
        expect(await registry.isApproved(account.address)).to.equal(true);
        expect(await classOf(account)).to.equal(CLASS.merchant);
      }
      expect((await registry.merchantOf(shop.address)).since).to.equal(await time.latest());
    });

    it("accepts an empty list", async function () {
      const { registry, registrar } = await loadFixture(applied);
      await expect(registry.connect(registrar).approve([])).not.to.emit(registry, "MerchantApproved");
    });

    it("approves all or none", async function () {
      const { registry, registrar, shop, other, statusOf } = await loadFixture(applied);
      await expect(registry.connect(registrar).approve([shop.address, other.address]))
        .to.be.revertedWithCustomError(registry, "MerchantUnexpectedStatus")
        .withArgs(other.address, STATUS.none);
      expect(await statusOf(shop)).to.equal(STATUS.applied);
    });

    for (const [status, fixture] of [
      ["approved", approved],
      ["suspended", suspended],
      ["left", left],
      ["refused", refused],
    ] as const) {
      it(`reverts for a shop that is ${status}`, async function () {
        const { registry, registrar, shop } = await loadFixture(fixture);
        await expect(registry.connect(registrar).approve([shop.address]))
          .to.be.revertedWithCustomError(registry, "MerchantUnexpectedStatus")
          .withArgs(shop.address, STATUS[status]);
      });
    }

    it("reverts for an account that became exempt since it applied", async function () {
      const { registry, registrar, shop, makeExempt } = await loadFixture(applied);
      await makeExempt(shop);
      await expect(registry.connect(registrar).approve([shop.address]))
        .to.be.revertedWithCustomError(registry, "MerchantInvalidAccount")
        .withArgs(shop.address);
    });
  });

  describe("refuse", function () {
    it("refuses applications with a reason, and leaves their rate alone", async function () {
      const { registry, registrar, shop, other, statusOf, classOf } = await loadFixture(applied);
      await registry.connect(other).applyAsMerchant(bookshop);
      const refusal = registry.connect(registrar).refuse([shop.address, other.address], REASON);
      for (const account of [shop, other]) {
        await expect(refusal).to.emit(registry, "MerchantRefused").withArgs(account.address, registrar.address, REASON);
        expect(await statusOf(account)).to.equal(STATUS.refused);
        expect(await classOf(account)).to.equal(CLASS.ordinary);
      }
      const { reasonCode, since } = await registry.merchantOf(shop.address);
      expect(reasonCode).to.equal(REASON);
      expect(since).to.equal(await time.latest());
    });

    it("refuses all or none", async function () {
      const { registry, registrar, shop, other, statusOf } = await loadFixture(applied);
      await expect(registry.connect(registrar).refuse([shop.address, other.address], REASON))
        .to.be.revertedWithCustomError(registry, "MerchantUnexpectedStatus")
        .withArgs(other.address, STATUS.none);
      expect(await statusOf(shop)).to.equal(STATUS.applied);
    });

    it("reverts without a reason", async function () {
      const { registry, registrar, shop } = await loadFixture(applied);
      await expect(registry.connect(registrar).refuse([shop.address], 0))
        .to.be.revertedWithCustomError(registry, "MerchantMissingReason")
        .withArgs(shop.address);
    });

    for (const [status, fixture] of [
      ["approved", approved],
      ["suspended", suspended],
      ["left", left],
      ["refused", refused],
    ] as const) {
      it(`reverts for a shop that is ${status}`, async function () {
        const { registry, registrar, shop } = await loadFixture(fixture);
        await expect(registry.connect(registrar).refuse([shop.address], REASON))
          .to.be.revertedWithCustomError(registry, "MerchantUnexpectedStatus")
          .withArgs(shop.address, STATUS[status]);
      });
    }
  });

  describe("register", function () {
    it("lists and approves a shop in one go", async function () {
      const { registry, token, registrar, shop, classOf } = await loadFixture(deployed);
      await expect(registry.connect(registrar).register(shop.address, bakery))
        .to.emit(registry, "MerchantApplied")
        .withArgs(...appliedArgs(shop, bakery))
        .and.to.emit(registry, "MerchantApproved")
        .withArgs(shop.address, registrar.address)
        .and.to.emit(token, "RateClassSet")
        .withArgs(shop.address, CLASS.ordinary, CLASS.merchant);
      expect(await registry.isApproved(shop.address)).to.equal(true);
      expect(await classOf(shop)).to.equal(CLASS.merchant);
    });

    it("takes the details of the written application over those of an earlier one", async function () {
      const { registry, registrar, shop } = await loadFixture(applied);
      await registry.connect(registrar).register(shop.address, bookshop);
      const merchant = await registry.merchantOf(shop.address);
      expect(merchant.status).to.equal(STATUS.approved);
      expect(merchant.details.recordHash).to.equal(bookshop.recordHash);
      expect(await registry.merchantCount()).to.equal(1n);
    });

    it("takes a shop back that had left", async function () {
      const { registry, registrar, shop, classOf } = await loadFixture(left);
      await registry.connect(registrar).register(shop.address, bakery);
      expect(await registry.isApproved(shop.address)).to.equal(true);
      expect(await classOf(shop)).to.equal(CLASS.merchant);
      expect(await registry.merchantCount()).to.equal(1n);
    });

    for (const [status, fixture] of [
      ["approved", approved],
      ["suspended", suspended],
    ] as const) {
      it(`reverts for a shop that is ${status}`, async function () {
        const { registry, registrar, shop } = await loadFixture(fixture);
        await expect(registry.connect(registrar).register(shop.address, bakery))
          .to.be.revertedWithCustomError(registry, "MerchantUnexpectedStatus")
          .withArgs(shop.address, STATUS[status]);
      });
    }

    it("reverts for the zero address, the token and exempt accounts", async function () {
      const { registry, token, registrar, shop, makeExempt } = await loadFixture(deployed);
      await makeExempt(shop);
      for (const account of [ZeroAddress, await token.getAddress(), shop.address]) {
        await expect(registry.connect(registrar).register(account, bakery))
          .to.be.revertedWithCustomError(registry, "MerchantInvalidAccount")
          .withArgs(account);
      }
    });

    it("checks the details", async function () {
      const { registry, registrar, shop } = await loadFixture(deployed);
      await expect(registry.connect(registrar).register(shop.address, { ...bakery, recordHash: ZeroHash }))
        .to.be.revertedWithCustomError(registry, "MerchantMissingRecord")
        .withArgs(shop.address);
    });
  });

  describe("suspend", function () {
    it("keeps the reason and puts the account back to the ordinary rate", async function () {
      const { registry, token, registrar, shop, classOf } = await loadFixture(approved);
      await expect(registry.connect(registrar).suspend(shop.address, REASON))
        .to.emit(registry, "MerchantSuspended")
        .withArgs(shop.address, registrar.address, REASON)
        .and.to.emit(token, "RateClassSet")
        .withArgs(shop.address, CLASS.merchant, CLASS.ordinary);
      const merchant = await registry.merchantOf(shop.address);
      expect(merchant.status).to.equal(STATUS.suspended);
      expect(merchant.reasonCode).to.equal(REASON);
      expect(merchant.since).to.equal(await time.latest());
      expect(await registry.isApproved(shop.address)).to.equal(false);
      expect(await classOf(shop)).to.equal(CLASS.ordinary);
    });

    it("leaves the class of an account alone that became exempt since", async function () {
      const { registry, token, registrar, shop, makeExempt, classOf } = await loadFixture(approved);
      await makeExempt(shop);
      await expect(registry.connect(registrar).suspend(shop.address, REASON)).not.to.emit(token, "RateClassSet");
      expect(await classOf(shop)).to.equal(CLASS.exempt);
    });

    it("reverts without a reason", async function () {
      const { registry, registrar, shop } = await loadFixture(approved);
      await expect(registry.connect(registrar).suspend(shop.address, 0))
        .to.be.revertedWithCustomError(registry, "MerchantMissingReason")
        .withArgs(shop.address);
    });

    for (const [status, fixture] of [
      ["none", deployed],
      ["applied", applied],
      ["suspended", suspended],
      ["left", left],
    ] as const) {
      it(`reverts when the status is ${status}`, async function () {
        const { registry, registrar, shop } = await loadFixture(fixture);
        await expect(registry.connect(registrar).suspend(shop.address, REASON))
          .to.be.revertedWithCustomError(registry, "MerchantUnexpectedStatus")
          .withArgs(shop.address, STATUS[status]);
      });
    }
  });

  describe("reinstate", function () {
    it("approves the shop again, at the merchant rate and without a reason", async function () {
      const { registry, token, registrar, shop, classOf } = await loadFixture(suspended);
      await expect(registry.connect(registrar).reinstate(shop.address))
        .to.emit(registry, "MerchantReinstated")
        .withArgs(shop.address, registrar.address)
        .and.to.emit(token, "RateClassSet")
        .withArgs(shop.address, CLASS.ordinary, CLASS.merchant);
      const merchant = await registry.merchantOf(shop.address);
      expect(merchant.status).to.equal(STATUS.approved);
      expect(merchant.reasonCode).to.equal(0n);
      expect(merchant.since).to.equal(await time.latest());
      expect(await classOf(shop)).to.equal(CLASS.merchant);
    });

    for (const [status, fixture] of [
      ["none", deployed],
      ["applied", applied],
      ["approved", approved],
      ["left", left],
    ] as const) {
      it(`reverts when the status is ${status}`, async function () {
        const { registry, registrar, shop } = await loadFixture(fixture);
        await expect(registry.connect(registrar).reinstate(shop.address))
          .to.be.revertedWithCustomError(registry, "MerchantUnexpectedStatus")
          .withArgs(shop.address, STATUS[status]);
      });
    }

    it("reverts for an account that became exempt since", async function () {
      const { registry, registrar, shop, makeExempt } = await loadFixture(suspended);
      await makeExempt(shop);
      await expect(registry.connect(registrar).reinstate(shop.address))
        .to.be.revertedWithCustomError(registry, "MerchantInvalidAccount")
        .withArgs(shop.address);
    });
  });

  describe("updateDetails", function () {
    for (const [status, fixture] of [
      ["applied", applied],
      ["approved", approved],
    ] as const) {
      it(`replaces the caller's details while it is ${status}`, async function () {
        const { registry, shop } = await loadFixture(fixture);
        const since = (await registry.merchantOf(shop.address)).since;
        await expect(registry.connect(shop).updateDetails(bookshop))
          .to.emit(registry, "MerchantUpdated")
          .withArgs(...appliedArgs(shop, bookshop));
        const merchant = await registry.merchantOf(shop.address);
        expect(merchant.status).to.equal(STATUS[status]);
        expect(merchant.since).to.equal(since);
        expect(merchant.details.category).to.equal(bookshop.category);
        expect(merchant.details.commune).to.equal(bookshop.commune);
        expect(merchant.details.recordHash).to.equal(bookshop.recordHash);
        expect(merchant.details.recordURI).to.equal(bookshop.recordURI);
      });
    }

    for (const [status, fixture] of [
      ["none", deployed],
      ["suspended", suspended],
      ["left", left],
    ] as const) {
      it(`reverts when the status is ${status}`, async function () {
        const { registry, shop } = await loadFixture(fixture);
        await expect(registry.connect(shop).updateDetails(bookshop))
          .to.be.revertedWithCustomError(registry, "MerchantUnexpectedStatus")
          .withArgs(shop.address, STATUS[status]);
      });
    }

    it("checks the details", async function () {
      const { registry, shop } = await loadFixture(applied);
      await expect(registry.connect(shop).updateDetails({ ...bakery, category: 0 }))
        .to.be.revertedWithCustomError(registry, "MerchantInvalidCategory")
        .withArgs(0);
    });
  });

  describe("correctDetails", function () {
    for (const [status, fixture] of [
      ["applied", applied],
      ["approved", approved],
      ["suspended", suspended],
    ] as const) {
      it(`replaces the details of a shop that is ${status}`, async function () {
        const { registry, registrar, shop, statusOf } = await loadFixture(fixture);
        await expect(registry.connect(registrar).correctDetails(shop.address, bookshop))
          .to.emit(registry, "MerchantUpdated")
          .withArgs(...appliedArgs(shop, bookshop));
        expect(await statusOf(shop)).to.equal(STATUS[status]);
      });
    }

    for (const [status, fixture] of [
      ["none", deployed],
      ["left", left],
      ["refused", refused],
    ] as const) {
      it(`reverts when the status is ${status}`, async function () {
        const { registry, registrar, shop } = await loadFixture(fixture);
        await expect(registry.connect(registrar).correctDetails(shop.address, bookshop))
          .to.be.revertedWithCustomError(registry, "MerchantUnexpectedStatus")
          .withArgs(shop.address, STATUS[status]);
      });
    }

    it("checks the details", async function () {
      const { registry, registrar, shop } = await loadFixture(applied);
      await expect(registry.connect(registrar).correctDetails(shop.address, { ...bakery, commune: commune("4523A") }))
        .to.be.revertedWithCustomError(registry, "MerchantInvalidCommune")
        .withArgs(commune("4523A"));
    });
  });

  describe("leave", function () {
    for (const [status, fixture] of [
      ["applied", applied],
      ["approved", approved],
      ["suspended", suspended],
      ["refused", refused],
    ] as const) {
      it(`lets a shop go that is ${status}, to the ordinary rate`, async function () {
        const { registry, shop, classOf } = await loadFixture(fixture);
        await expect(registry.connect(shop).leave()).to.emit(registry, "MerchantLeft").withArgs(shop.address);
        const merchant = await registry.merchantOf(shop.address);
        expect(merchant.status).to.equal(STATUS.left);
        expect(merchant.reasonCode).to.equal(0n);
        expect(merchant.since).to.equal(await time.latest());
        expect(await registry.isApproved(shop.address)).to.equal(false);
        expect(await classOf(shop)).to.equal(CLASS.ordinary);
      });
    }

    it("leaves the class of an account alone that became exempt since", async function () {
      const { registry, shop, makeExempt, classOf } = await loadFixture(approved);
      await makeExempt(shop);
      await registry.connect(shop).leave();
      expect(await classOf(shop)).to.equal(CLASS.exempt);
    });

    for (const [status, fixture] of [
      ["none", deployed],
      ["left", left],
    ] as const) {
      it(`reverts when the status is ${status}`, async function () {
        const { registry, shop } = await loadFixture(fixture);
        await expect(registry.connect(shop).leave())
          .to.be.revertedWithCustomError(registry, "MerchantUnexpectedStatus")
          .withArgs(shop.address, STATUS[status]);
      });
    }
  });

  describe("recordStructure", function () {
    const convention = id("convention 2026-118");

    for (const [share, since] of [
      [1n, 0n],
      [10_000n, 2n ** 64n - 1n],
    ] as const) {
      it(`records a share of ${share} basis points since ${since}`, async function () {
        const { registry, registrar, other } = await loadFixture(deployed);
        await expect(registry.connect(registrar).recordStructure(other.address, share, since, convention))
          .to.emit(registry, "StructureRecorded")
          .withArgs(other.address, share, since, convention);
        expect(await registry.structureOf(other.address)).to.deep.equal([other.address, share, since, 0n, convention]);
        expect(await registry.structureCount()).to.equal(1n);
      });
    }

    it("replaces an earlier commitment, ended or not, without listing the structure twice", async function () {
      const { registry, registrar, other } = await loadFixture(deployed);
      const keeper = registry.connect(registrar);
      const renewed = id("convention 2027-004");
      await keeper.recordStructure(other.address, 2_000, 1, convention);
      await keeper.endStructure(other.address);
      await keeper.recordStructure(other.address, 3_000, 2, renewed);
      expect(await registry.structureOf(other.address)).to.deep.equal([other.address, 3_000n, 2n, 0n, renewed]);
      await keeper.recordStructure(other.address, 4_000, 3, convention);
      expect(await registry.structureOf(other.address)).to.deep.equal([other.address, 4_000n, 3n, 0n, convention]);
      expect(await registry.structureCount()).to.equal(1n);
    });

    for (const share of [0n, 10_001n, 65_535n]) {
      it(`reverts for a share of ${share} basis points`, async function () {
        const { registry, registrar, other } = await loadFixture(deployed);
        await expect(registry.connect(registrar).recordStructure(other.address, share, 0, convention))
          .to.be.revertedWithCustomError(registry, "StructureInvalidShare")
          .withArgs(other.address, share);
      });
    }

    it("reverts for the zero address", async function () {
      const { registry, registrar } = await loadFixture(deployed);
      await expect(registry.connect(registrar).recordStructure(ZeroAddress, 1, 0, convention))
        .to.be.revertedWithCustomError(registry, "StructureInvalidAccount")
        .withArgs(ZeroAddress);
    });

    it("reverts without the hash of the convention", async function () {
      const { registry, registrar, other } = await loadFixture(deployed);
      await expect(registry.connect(registrar).recordStructure(other.address, 1, 0, ZeroHash))
        .to.be.revertedWithCustomError(registry, "StructureMissingConvention")
        .withArgs(other.address);
    });
  });

  describe("endStructure", function () {
    const convention = encodeBytes32String("convention");

    async function recorded() {
      const context = await deployed();
      await context.registry.connect(context.registrar).recordStructure(context.other.address, 2_500, 7, convention);
      return context;
    }

    it("ends the commitment now", async function () {
      const { registry, registrar, other } = await loadFixture(recorded);
      await expect(registry.connect(registrar).endStructure(other.address))
        .to.emit(registry, "StructureEnded")
        .withArgs(other.address, convention);
      const now = BigInt(await time.latest());
      expect(await registry.structureOf(other.address)).to.deep.equal([other.address, 2_500n, 7n, now, convention]);
    });

    it("reverts when it has ended already, or never began", async function () {
      const { registry, registrar, other, third } = await loadFixture(recorded);
      await registry.connect(registrar).endStructure(other.address);
      for (const account of [other.address, third.address]) {
        await expect(registry.connect(registrar).endStructure(account))
          .to.be.revertedWithCustomError(registry, "StructureNotFunded")
          .withArgs(account);
      }
    });
  });

  describe("merchantOf and structureOf", function () {
    it("show an account the registry never saw as empty", async function () {
      const { registry, outsider } = await loadFixture(deployed);
      const merchant = await registry.merchantOf(outsider.address);
      expect(merchant.account).to.equal(outsider.address);
      expect(merchant.status).to.equal(STATUS.none);
      expect(merchant.details).to.deep.equal([0n, "0x0000000000", ZeroHash, ""]);
      expect(await registry.isApproved(outsider.address)).to.equal(false);
      expect(await registry.structureOf(outsider.address)).to.deep.equal([outsider.address, 0n, 0n, 0n, ZeroHash]);
    });
  });

  describe("merchants and structures", function () {
    async function listed() {
      const context = await deployed();
      const { registry, registrar, shop, other, third } = context;
      for (const account of [shop, other, third]) {
        await registry.connect(registrar).register(account.address, bakery);
        await registry.connect(registrar).recordStructure(account.address, 100, 0, id(account.address));
      }
      await registry.connect(other).leave();
      return { ...context, addresses: [shop.address, other.address, third.address] };
    }

    it("give whole pages in the order of arrival, the departed included", async function () {
      const { registry, addresses } = await loadFixture(listed);
      expect(await registry.merchantCount()).to.equal(3n);
      expect(await registry.structureCount()).to.equal(3n);
      const merchants = await registry.merchants(0, 3);
      expect(merchants.map(({ account }) => account)).to.deep.equal(addresses);
      expect(merchants.map(({ status }) => status)).to.deep.equal([STATUS.approved, STATUS.left, STATUS.approved]);
      expect((await registry.structures(0, 3)).map(({ account }) => account)).to.deep.equal(addresses);
    });

    for (const [offset, limit, expected] of [
      [0n, 0n, []],
      [0n, 2n, [0, 1]],
      [1n, 1n, [1]],
      [2n, 2n, [2]],
      [3n, 1n, []],
      [MAX_UINT256, MAX_UINT256, []],
      [1n, MAX_UINT256, [1, 2]],
    ] as const) {
      it(`give the entries [${expected.join(", ")}] from ${offset}, at most ${limit}`, async function () {
        const { registry, addresses } = await loadFixture(listed);
        const accounts = expected.map((index) => addresses[index]);
        expect((await registry.merchants(offset, limit)).map(({ account }) => account)).to.deep.equal(accounts);
        expect((await registry.structures(offset, limit)).map(({ account }) => account)).to.deep.equal(accounts);
      });
    }
  });

  describe("access", function () {
    it("reserves the register's keeping for the registrar", async function () {
      const { registry, outsider, shop } = await loadFixture(applied);
      const asOutsider = registry.connect(outsider);
      for (const call of [
        asOutsider.approve([shop.address]),
        asOutsider.refuse([shop.address], REASON),
        asOutsider.register(shop.address, bakery),
        asOutsider.suspend(shop.address, REASON),
        asOutsider.reinstate(shop.address),
        asOutsider.correctDetails(shop.address, bookshop),
        asOutsider.recordStructure(shop.address, 1, 0, id("convention")),
        asOutsider.endStructure(shop.address),
      ]) {
        await expect(call)
          .to.be.revertedWithCustomError(registry, "AccessManagedUnauthorized")
          .withArgs(outsider.address);
      }
    });

    it("takes the registrar's calls directly, never through the manager", async function () {
      const { registry, manager, registrar, shop } = await loadFixture(applied);
      const data = registry.interface.encodeFunctionData("approve", [[shop.address]]);
      await expect(manager.connect(registrar).execute(await registry.getAddress(), data))
        .to.be.revertedWithCustomError(registry, "AccessManagedUnauthorized")
        .withArgs(await manager.getAddress());
    });

    it("takes a delayed registrar's call once it was scheduled and is due", async function () {
      const { registry, manager, council, outsider, shop, statusOf } = await loadFixture(applied);
      await manager.connect(council).grantRole(ROLES.REGISTRAR, outsider.address, 3_600);
      const data = registry.interface.encodeFunctionData("approve", [[shop.address]]);
      const due = (await time.latest()) + 3_601;
      await manager.connect(outsider).schedule(await registry.getAddress(), data, due);
      await expect(registry.connect(outsider).approve([shop.address])).to.be.revertedWithCustomError(
        manager,
        "AccessManagerNotReady",
      );
      await time.increaseTo(due);
      await expect(registry.connect(outsider).approve([shop.address]))
        .to.emit(registry, "MerchantApproved")
        .withArgs(shop.address, outsider.address);
      expect(await statusOf(shop)).to.equal(STATUS.approved);
    });
  });
});
