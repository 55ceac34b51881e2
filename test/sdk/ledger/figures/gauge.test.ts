// SPDX-License-Identifier: EUPL-1.2
import { gaugeOn, levelOf, paidInYear, type PaidOn } from "@monnaie-commune/sdk/ledger/figures/gauge";
import { expect } from "chai";
import fc from "fast-check";
import { JANUARY } from "./made-up-world.ts";

const MILLION = 1_000_000_00n;

describe("The gauge", function () {
  it("changes at 80 % and at the whole amount, to the cent", function () {
    expect([0n, 799_999_99n, 800_000_00n, MILLION - 1n, MILLION].map(levelOf)).to.deep.equal([
      "below",
      "below",
      "near",
      "near",
      "reached",
    ]);
  });

  it("forgets a day when twelve months are over", function () {
    const days = [{ day: JANUARY, cents: MILLION }];
    // 2026 has 365 days: what was paid on 1 January 2026 counts until 31 December.
    expect(gaugeOn(days, JANUARY + 364)).to.include({ cents: MILLION, level: "reached" });
    const after = gaugeOn(days, JANUARY + 365);
    expect(after).to.include({ cents: 0n, level: "below", highest: MILLION, highestDay: JANUARY });
    expect(after).to.include({ nearSince: JANUARY, reachedSince: JANUARY });
  });

  it("says since when, though no single month came to it", function () {
    const days = Array.from({ length: 10 }, (_, i) => ({ day: JANUARY + i * 30, cents: 100_000_00n }));
    const gauge = gaugeOn(days, JANUARY + 300);
    expect(gauge).to.include({ nearSince: JANUARY + 210, reachedSince: JANUARY + 270, highest: MILLION });
  });

  it("has never stood higher than the most of its days, whatever was paid", function () {
    const someDays = fc
      .array(fc.record({ gap: fc.integer({ min: 1, max: 200 }), cents: fc.bigInt(1n, MILLION) }), { maxLength: 40 })
      .map((gaps) => {
        let day = JANUARY;
        return gaps.map(({ gap, cents }): PaidOn => ({ day: (day += gap), cents }));
      });
    fc.assert(
      fc.property(someDays, (days) => {
        const last = days.at(-1)?.day ?? JANUARY;
        const sums = days.map(({ day }) => ({ day, cents: paidInYear(days, day) }));
        const gauge = gaugeOn(days, last);
        expect(gauge.cents).to.equal(sums.at(-1)?.cents ?? 0n);
        expect(gauge.highest).to.equal(sums.reduce((most, { cents }) => (cents > most ? cents : most), 0n));
        expect(gauge.reachedSince).to.equal(sums.find(({ cents }) => cents >= MILLION)?.day);
      }),
    );
  });
});
