// SPDX-License-Identifier: EUPL-1.2
import { expect } from "chai";
import { type MerchantRecord, recordHash } from "@monnaie-commune/sdk/merchants";
import {
  detailsOf,
  fieldProblem,
  parsePublishedRecord,
  parseRecord,
  recordAddress,
} from "@monnaie-commune/sdk/merchants/record";
import { merchantCall } from "@monnaie-commune/sdk/merchants/signed";

const record: MerchantRecord = {
  name: "La Fournée du Mail",
  legalName: "La Fournée du Mail SARL",
  category: 3,
  commune: "45234",
  town: "Orléans",
  postcode: "45000",
};
const full = { ...record, street: "3 rue Haute", website: "https://fournee.example", hours: "mar.–sam. 7 h – 19 h" };

describe("sdk/merchants/record", () => {
  describe("fieldProblem", () => {
    it("finds nothing in a good record, whatever is left out that may be", () => {
      for (const field of ["street", "website", "hours"] as const) expect(fieldProblem(field, "")).to.equal(undefined);
      expect(parseRecord(record)).to.deep.equal(record);
      expect(parseRecord(full)).to.deep.equal(full);
    });

    for (const [field, text, problem] of [
      ["name", "", "empty"],
      ["name", "x".repeat(161), "tooLong"],
      ["name", "La\u202EFournée", "hidden"],
      ["street", "3\u0007rue", "hidden"],
      ["category", "99", "category"],
      ["commune", "4523", "commune"],
      ["postcode", "4500", "postcode"],
      ["website", "http://fournee.example", "website"],
      ["website", "fournee.example", "website"],
      ["website", "javascript:alert(1)", "website"],
    ] as const) {
      it(`finds ${problem} in ${field} "${text.slice(0, 20)}"`, () => {
        expect(fieldProblem(field, text)).to.equal(problem);
      });
    }
  });

  describe("parseRecord", () => {
    for (const [what, value] of [
      ["nothing", undefined],
      ["a list", [record]],
      ["a missing field", { ...record, town: undefined }],
      ["an empty field", { ...record, hours: "" }],
      ["a trade as text", { ...record, category: "3" }],
      ["a field of another name", { ...record, siret: "123" }],
      ["what only the region says", { ...record, fictitious: true }],
    ] as const) {
      it(`refuses ${what}`, () => {
        expect(parseRecord(value)).to.equal(undefined);
      });
    }
  });

  describe("parsePublishedRecord", () => {
    it("takes the region's mark of invented shops besides, and nothing else", () => {
      expect(parsePublishedRecord(record)).to.deep.equal(record);
      expect(parsePublishedRecord({ ...record, fictitious: true })).to.deep.equal({ ...record, fictitious: true });
      expect(parsePublishedRecord({ ...record, fictitious: "yes" })).to.equal(undefined);
      expect(parsePublishedRecord({ ...record, siret: "1" })).to.equal(undefined);
      expect(parsePublishedRecord(null)).to.equal(undefined);
    });
  });

  describe("recordAddress", () => {
    it("is the hash where the register leaves a place for it, and a file of the site otherwise", () => {
      const hash = recordHash(record);
      expect(recordAddress(detailsOf(record).recordURI, hash)).to.equal(`/records/${hash}.json`);
      expect(recordAddress("/records/merchants.json", hash)).to.equal("/records/merchants.json");
    });

    for (const uri of [
      "https://elsewhere.example/r.json",
      "//elsewhere.example/r.json",
      "/records/../config.json",
      "",
    ]) {
      it(`is none for "${uri}"`, () => {
        expect(recordAddress(uri, recordHash(record))).to.equal(undefined);
      });
    }
  });

  describe("merchantCall", () => {
    const signed = {
      chainId: 31337,
      registry: "0x0000000000000000000000000000000000000001",
      account: "0x0000000000000000000000000000000000000002",
      nonce: "7",
      deadline: 100,
      signature: "0x1234",
    } as const;

    it("passes on what was signed, and the details of the record", () => {
      expect(merchantCall({ ...signed, action: "apply", record })).to.deep.equal({
        functionName: "applyBySignature",
        args: [signed.account, detailsOf(record), 7n, 100n, "0x1234"],
      });
      expect(merchantCall({ ...signed, action: "update", record }).functionName).to.equal("updateBySignature");
      expect(merchantCall({ ...signed, action: "leave" })).to.deep.equal({
        functionName: "leaveBySignature",
        args: [signed.account, 7n, 100n, "0x1234"],
      });
    });
  });
});
