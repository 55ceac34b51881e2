// SPDX-License-Identifier: EUPL-1.2
import { expect } from "chai";
import { killed, play } from "../../../scripts/bench/relay/phases.ts";
import { makeRequests } from "../../../scripts/bench/relay/requests.ts";
import { createWorld } from "../../../scripts/bench/relay/world.ts";

const PAYERS = 60;
const BLOCK_SECONDS = 1;

/** A few seconds of `npm run bench:relay`, whose figures are those of a machine that does nothing else. */
describe("relay under load", function () {
  this.timeout(240_000);

  it("loses nothing and pays nothing twice or in vain when it is killed midway", async function () {
    const world = await createWorld(PAYERS, BLOCK_SECONDS);
    try {
      const phase = { title: "kill -9", rate: 20, seconds: 4, fault: killed };
      const { proof, acceptance, drained, unexpected } = await play(world, makeRequests(world), phase);
      const { double, lost, unannounced, badTaken, wasted, payments } = proof;
      expect({ double, lost, unannounced, badTaken, wasted }).to.deep.equal({
        double: 0,
        lost: 0,
        unannounced: 0,
        badTaken: 0,
        wasted: 0,
      });
      expect([...unexpected]).to.deep.equal([]);
      expect(payments).to.equal(acceptance.length).and.to.be.greaterThan(60);
      expect(drained).to.be.lessThan(60_000);
    } finally {
      await world.close();
    }
  });
});
