// SPDX-License-Identifier: EUPL-1.2
import {
  balanceOn,
  dailyExponentOf,
  exponentBetween,
  factorOf,
  forecast,
  ONE,
  worthOn,
  type AccountState,
  type Rate,
} from "@monnaie-commune/sdk/demurrage";
import { expect } from "chai";
import { Decimal } from "decimal.js";

const Exact = Decimal.clone({ precision: 90 });
const cents = (amount: bigint, settledDay = 0): AccountState => ({ worth: amount << 48n, settledDay, rateClass: 0 });
const rate = (yearlyRateBps: number, fromDay = 0): Rate => ({
  fromDay,
  yearlyRateBps,
  dailyExponent: dailyExponentOf(yearlyRateBps),
});

describe("dailyExponentOf", () => {
  it("is 0 for no rate", () => {
    expect(dailyExponentOf(0)).to.equal(0n);
  });

  it("is the 365th part of the logarithm, within a relative 1e-16", () => {
    for (const bps of [1, 200, 600, 2_000, 5_000]) {
      const exact = Exact.log2(new Exact(10_000 - bps).div(10_000))
        .neg()
        .div(365)
        .mul(new Exact(2).pow(128));
      const error = new Exact(dailyExponentOf(bps).toString()).sub(exact).div(exact);
      expect(error.abs().lt("1e-16"), `${bps}: ${error.toString()}`).to.equal(true);
    }
  });

  it("refuses what is no rate", () => {
    for (const bps of [-1, 5_001, 1.5, Number.NaN]) expect(() => dailyExponentOf(bps)).to.throw(RangeError);
  });
});

describe("factorOf", () => {
  it("is 1 for nothing", () => {
    expect(factorOf(0n)).to.equal(ONE);
  });

  it("is never below the exact power, and above it by a relative 1e-15 at most, up to a hundred years", () => {
    const exponent = dailyExponentOf(600);
    for (const days of [1, 2, 29, 30, 31, 364, 365, 366, 730, 3_650, 36_500]) {
      const power = new Exact((exponent * BigInt(days)).toString()).div(new Exact(2).pow(128));
      const exact = new Exact(2).pow(power.neg()).mul(new Exact(2).pow(127));
      const error = new Exact(factorOf(exponent * BigInt(days)).toString()).sub(exact).div(exact);
      expect(error.gte(0) && error.lt("1e-15"), `${days}: ${error.toString()}`).to.equal(true);
    }
  });

  it("never grows with the exponent, up to a million days", () => {
    const exponent = dailyExponentOf(600);
    let previous = ONE;
    for (let days = 1n; days < 1_000_000n; days += days / 7n + 1n) {
      const now = factorOf(exponent * days);
      expect(now <= previous).to.equal(true);
      previous = now;
    }
  });
});

describe("balanceOn", () => {
  it("shows 94,00 of 100,00 on day 365 at 6 %, and 88,36 on day 730", () => {
    expect(balanceOn(cents(10_000n), [rate(600)], 365)).to.equal(9_400n);
    expect(balanceOn(cents(10_000n), [rate(600)], 730)).to.equal(8_836n);
  });

  it("shows exactly 1 - rate of whole hundreds after 365 days, for every rate", () => {
    for (const bps of [1, 7, 150, 200, 333, 600, 1_000, 1_999, 2_000]) {
      expect(balanceOn(cents(1_000_000n), [rate(bps)], 365), `${bps}`).to.equal(100n * BigInt(10_000 - bps));
    }
  });

  it("stands still on the settled day, and on days before it", () => {
    const account = cents(10_000n, 20_000);
    expect(balanceOn(account, [rate(600)], 20_000)).to.equal(10_000n);
    expect(balanceOn(account, [rate(600)], 19_000)).to.equal(10_000n);
  });

  it("never melts an exempt account", () => {
    expect(balanceOn({ ...cents(10_000n), rateClass: 2 }, [], 1_000_000)).to.equal(10_000n);
  });

  it("charges each day at the rate in force on it", () => {
    const rates = [rate(600), rate(1_200, 100)];
    const split = worthOn(
      { ...cents(10_000n), worth: worthOn(cents(10_000n), [rate(600)], 100), settledDay: 100 },
      rates,
      200,
    );
    const whole = worthOn(cents(10_000n), rates, 200);
    expect(whole - split < 4n && split - whole < 4n).to.equal(true);
    expect(exponentBetween(rates, 0, 130)).to.equal(100n * dailyExponentOf(600) + 30n * dailyExponentOf(1_200));
    expect(balanceOn(cents(10_000n), rates, 100)).to.equal(balanceOn(cents(10_000n), [rate(600)], 100));
    expect(balanceOn(cents(10_000n), rates, 200)).to.be.lessThan(Number(balanceOn(cents(10_000n), [rate(600)], 200)));
  });

  it("leaves out a rate whose first day has not come", () => {
    expect(exponentBetween([rate(600), rate(0, 500)], 0, 400)).to.equal(400n * dailyExponentOf(600));
  });

  it("goes to nothing, not below", () => {
    expect(balanceOn(cents(1n), [rate(600)], 1)).to.equal(0n);
    expect(balanceOn(cents(2n ** 80n - 1n), [rate(2_000)], 1_000_000)).to.equal(0n);
  });
});

describe("forecast", () => {
  it("gives today and each month after it", () => {
    const points = forecast(cents(10_000n, 20_000), [rate(600)], 20_000, 24);
    expect(points).to.have.length(25);
    expect(points[0]).to.deep.equal({ day: 20_000, cents: 10_000n, melted: 0n });
    for (const point of points) {
      expect(point.cents).to.equal(balanceOn(cents(10_000n, 20_000), [rate(600)], point.day));
      expect(point.cents + point.melted).to.equal(10_000n);
    }
  });

  it("counts what melts from the first day shown, not from the settled one", () => {
    const points = forecast(cents(10_000n), [rate(600)], 365, 12);
    expect(points[0]).to.deep.equal({ day: 365, cents: 9_400n, melted: 0n });
    expect(points[12]?.melted).to.equal(564n);
  });
});
