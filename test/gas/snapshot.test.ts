// SPDX-License-Identifier: EUPL-1.2
import { expect } from "chai";
import { measureGas } from "../../scripts/bench/gas.ts";
import { driftOf, readSnapshot } from "../../scripts/bench/snapshot.ts";

describe("gas", function () {
  describe("measureGas", function () {
    it("stays within 2 % of the snapshot (npm run bench -- --update-snapshot renews it)", async function () {
      this.timeout(120_000);
      expect(driftOf(await measureGas(), readSnapshot())).to.deep.equal([]);
    });
  });

  describe("driftOf", function () {
    const figure = (gas: number) => [{ name: "Token.transfer", title: "transfer", gas }];

    it("accepts a figure that moved by 2 %", function () {
      expect(driftOf(figure(1_020), { "Token.transfer": 1_000 })).to.deep.equal([]);
      expect(driftOf(figure(980), { "Token.transfer": 1_000 })).to.deep.equal([]);
    });

    it("names a figure that moved further, either way", function () {
      expect(driftOf(figure(1_021), { "Token.transfer": 1_000 })).to.deep.equal([
        "Token.transfer moved from 1000 to 1021 (2.1 %)",
      ]);
      expect(driftOf(figure(979), { "Token.transfer": 1_000 })).to.have.lengthOf(1);
    });

    it("names a figure that is new or gone", function () {
      expect(driftOf(figure(1_000), {})).to.deep.equal(["Token.transfer is not in the snapshot"]);
      expect(driftOf([], { "Token.transfer": 1_000 })).to.deep.equal([
        "Token.transfer is in the snapshot and was not measured",
      ]);
    });
  });
});
