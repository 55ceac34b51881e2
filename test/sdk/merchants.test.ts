// SPDX-License-Identifier: EUPL-1.2
import {
  canonicalRecord,
  CATEGORIES,
  decodeCommune,
  encodeCommune,
  recordHash,
  SUSPENSION_REASONS,
  type MerchantRecord,
} from "@monnaie-commune/sdk/merchants";
import { findCode } from "@monnaie-commune/sdk/public-list";
import { expect } from "chai";
import { keccak256, toUtf8Bytes } from "ethers";

const bakery: MerchantRecord = {
  name: "La Fournée du Mail",
  legalName: "La Fournée du Mail SARL",
  category: 3,
  commune: "45234",
  town: "Orléans",
  postcode: "45000",
};

for (const [name, list] of [
  ["CATEGORIES", CATEGORIES],
  ["SUSPENSION_REASONS", SUSPENSION_REASONS],
] as const) {
  describe(name, () => {
    it("has unique codes from 1 to 65535 and unique keys", () => {
      expect(new Set(list.map(({ code }) => code)).size).to.equal(list.length);
      expect(new Set(list.map(({ key }) => key)).size).to.equal(list.length);
      for (const { code } of list) expect(Number.isInteger(code) && code >= 1 && code <= 65_535).to.equal(true);
    });

    it("is named in both languages", () => {
      for (const { fr, en } of list) expect(fr !== "" && en !== "").to.equal(true);
    });
  });
}

describe("findCode", () => {
  it("takes a code or a key, and nothing else", () => {
    expect(findCode(CATEGORIES, "3")?.key).to.equal("bakery");
    expect(findCode(CATEGORIES, "bakery")?.code).to.equal(3);
    for (const text of ["", "0", "03", "Bakery", "999"]) expect(findCode(CATEGORIES, text), text).to.equal(undefined);
  });
});

describe("canonicalRecord", () => {
  it("does not depend on the order of the fields", () => {
    const reordered = Object.fromEntries(Object.entries(bakery).toReversed()) as MerchantRecord;
    expect(canonicalRecord(reordered)).to.equal(canonicalRecord(bakery));
  });

  it("is sorted JSON without spaces", () => {
    expect(canonicalRecord(bakery)).to.equal(
      '{"category":3,"commune":"45234","legalName":"La Fournée du Mail SARL","name":"La Fournée du Mail","postcode":"45000","town":"Orléans"}',
    );
  });
});

describe("recordHash", () => {
  it("is the keccak256 of the canonical bytes, as ethers computes it", () => {
    expect(recordHash(bakery)).to.equal(keccak256(toUtf8Bytes(canonicalRecord(bakery))));
  });

  it("changes with every fact", () => {
    expect(recordHash({ ...bakery, hours: "7 h - 19 h" })).to.not.equal(recordHash(bakery));
  });
});

describe("encodeCommune", () => {
  it("is five ASCII bytes, and comes back", () => {
    expect(encodeCommune("45234")).to.equal("0x3435323334");
    for (const insee of ["45234", "01001", "2A004", "2B033", "97411"]) {
      expect(decodeCommune(encodeCommune(insee))).to.equal(insee);
    }
  });

  it("refuses what is no commune code", () => {
    for (const text of ["", "4523", "452345", "2C001", "2a004", "４5234", "A5234", "45234 "]) {
      expect(() => encodeCommune(text), text).to.throw(RangeError);
    }
  });
});

describe("decodeCommune", () => {
  it("refuses other bytes", () => {
    for (const hex of ["0x", "0x0000000000", "0x34353233343", "3435323334", "0x3435323300"]) {
      expect(() => decodeCommune(hex), hex).to.throw(RangeError);
    }
  });
});
