// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from "node:fs";
import { balanceOn, dailyExponentOf, worthOn, type Rate } from "@monnaie-commune/sdk/demurrage";
import { IndependentDecay } from "@monnaie-commune/sdk/ledger/independent-decay";
import { expect } from "chai";
import fc from "fast-check";

const DAY = 20_000;
const ratesOf = (yearlyRateBps: number): Rate[] => [
  { fromDay: 0, yearlyRateBps, dailyExponent: dailyExponentOf(yearlyRateBps) },
];

describe("the independent decay", () => {
  it("gives the figures of docs/demurrage.md", () => {
    const decay = new IndependentDecay(600, 200);
    decay.add("ana", 100_00n, DAY);
    const shown = [0, 1, 30, 365, 730].map((days) => decay.on("ana", DAY + days));
    expect(shown.map(({ least }) => least)).to.deep.equal([100_00n, 99_98n, 99_49n, 94_00n, 88_36n]);
    expect(shown.every(({ least, most }) => least === most)).to.equal(true);
  });

  it("melts by class, by the rates announced, and not at all when exempt", () => {
    const decay = new IndependentDecay(600, 200);
    for (const [name, rateClass] of Object.entries({ ana: 0, shop: 1, till: 2 })) {
      decay.setClass(name, rateClass, DAY);
      decay.add(name, 100_00n, DAY);
    }
    decay.announce(0, { fromDay: DAY + 365, yearlyRateBps: 1_000 });
    const after = (days: number) => ["ana", "shop", "till"].map((name) => decay.on(name, DAY + days).least);
    expect(after(365)).to.deep.equal([94_00n, 98_00n, 100_00n]);
    expect(after(730)).to.deep.equal([84_60n, 96_04n, 100_00n]);
    decay.withdraw(0);
    expect(after(730)).to.deep.equal([88_36n, 96_04n, 100_00n]);
  });

  it("lets a day that is past change nothing", () => {
    const decay = new IndependentDecay(600, 200);
    decay.add("ana", 100_00n, DAY);
    decay.add("ana", 1n, DAY - 10);
    expect(decay.on("ana", DAY).least).to.equal(100_01n);
    expect(decay.on("ana", DAY + 365).least).to.equal(94_00n);
  });

  it("agrees with the contract's arithmetic on any account, however often it is touched", function () {
    this.timeout(60_000);
    const touches = fc.array(fc.tuple(fc.nat(900), fc.bigInt(-2_000n, 90_000n)), { maxLength: 12 });
    const rate = fc.constantFrom(1, 200, 600, 2_000, 5_000);
    fc.assert(
      fc.property(rate, fc.bigInt(1n, 10n ** 9n), touches, (bps, cents, moves) => {
        const rates = ratesOf(bps);
        const decay = new IndependentDecay(bps, 0);
        let account = { worth: cents << 48n, settledDay: DAY, rateClass: 0 };
        decay.add("ana", cents, DAY);
        for (const [pause, added] of moves) {
          const day = account.settledDay + pause;
          const shown = balanceOn(account, rates, day);
          const { least, most } = decay.on("ana", day);
          expect(shown >= least && shown <= most, `${shown} in ${least}…${most}`).to.equal(true);
          const change = shown + added < 0n ? -shown : added;
          account = { ...account, worth: worthOn(account, rates, day) + (change << 48n), settledDay: day };
          decay.add("ana", change, day);
        }
      }),
      { numRuns: 400 },
    );
  });

  it("leaves room for a second answer only where a whole cent is within the contract's inexactness", () => {
    const decay = new IndependentDecay(600, 200);
    let wide = 0;
    for (let i = 1; i <= 3_000; i++) {
      decay.add(`${i}`, BigInt(i * 37), DAY);
      const { least, most } = decay.on(`${i}`, DAY + (i % 500));
      if (least !== most) wide++;
    }
    expect(wide).to.equal(0);
  });

  it("shares nothing with the arithmetic it checks", () => {
    const source = readFileSync(new URL("../../../sdk/ledger/independent-decay.ts", import.meta.url), "utf8");
    expect([...source.matchAll(/ from "(.+)"/gu)].map(([, name]) => name)).to.deep.equal(["decimal.js"]);
  });
});
