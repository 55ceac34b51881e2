// SPDX-License-Identifier: EUPL-1.2
import { expect } from "chai";
import { today } from "../../scripts/lib/today.ts";
import { failureOf } from "../helpers/failures.ts";
import { chain, time } from "../helpers/fixtures.ts";

const HOUR = 3_600;

describe("today", function () {
  const live = { ...chain, isLive: true };

  it("is the day of the chain's last block, where the clock agrees within hours", async function () {
    const now = await time.latest();
    const day = new Date(now * 1_000).toISOString().slice(0, 10);
    for (const off of [0, -6 * HOUR, 6 * HOUR]) expect(await today(live, (now + off) * 1_000)).to.equal(day);
  });

  it("is refused when clock and chain are further apart, with both", async function () {
    const now = await time.latest();
    for (const off of [-24 * HOUR, -6 * HOUR - 1, 6 * HOUR + 1, 24 * HOUR]) {
      const failure = await failureOf(today(live, (now + off) * 1_000));
      expect(failure).to.include({ key: "common.clockOff", exitCode: 3 });
      const minute = (seconds: number) => new Date(seconds * 1_000).toISOString().slice(0, 16).replace("T", " ");
      expect(failure.message)
        .to.include(minute(now))
        .and.include(minute(now + off));
    }
  });

  it("is the clock's on the development chain, whose last block may be old", async function () {
    expect(await today(chain, Date.UTC(2031, 0, 2))).to.equal("2031-01-02");
  });
});
