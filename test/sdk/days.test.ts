// SPDX-License-Identifier: EUPL-1.2
import { addMonths, dayOf, isoDateOf, SECONDS_PER_DAY, startOfDay } from "@monnaie-commune/sdk/days";
import { expect } from "chai";

const day = (isoDate: string) => dayOf(Date.parse(`${isoDate}T00:00:00Z`) / 1000);

describe("dayOf", () => {
  it("changes at midnight UTC, not a second before", () => {
    const midnight = Date.parse("2026-12-24T00:00:00Z") / 1000;
    expect(dayOf(midnight) - dayOf(midnight - 1)).to.equal(1);
    expect(dayOf(midnight + 86_399)).to.equal(dayOf(midnight));
  });

  it("takes bigint and number alike, before 1970 too", () => {
    for (const seconds of [-86_401, -86_400, -86_399, -1, 0, 86_399, 86_400, 2_147_483_648, 4_294_967_296]) {
      expect(dayOf(BigInt(seconds)), String(seconds)).to.equal(dayOf(seconds));
    }
    expect(dayOf(-1n)).to.equal(-1);
  });
});

describe("startOfDay", () => {
  it("is the first second of the day", () => {
    expect(startOfDay(20_000)).to.equal(20_000 * Number(SECONDS_PER_DAY));
    expect(dayOf(startOfDay(20_000))).to.equal(20_000);
  });
});

describe("isoDateOf", () => {
  it("writes the UTC date", () => {
    for (const date of ["1970-01-01", "2024-02-29", "2026-03-29", "2026-10-25", "2038-01-20", "2106-02-08"]) {
      expect(isoDateOf(day(date))).to.equal(date);
    }
  });

  it("refuses a day without a four-digit year", () => {
    expect(() => isoDateOf(3_000_000)).to.throw(RangeError);
  });
});

describe("addMonths", () => {
  const cases: [string, number, string][] = [
    ["2026-01-15", 1, "2026-02-15"],
    ["2026-01-31", 1, "2026-02-28"],
    ["2028-01-31", 1, "2028-02-29"],
    ["2026-01-31", 2, "2026-03-31"],
    ["2026-12-31", 2, "2027-02-28"],
    ["2024-02-29", 12, "2025-02-28"],
    ["2026-03-31", -1, "2026-02-28"],
    ["2026-08-31", 24, "2028-08-31"],
    ["2026-05-05", 0, "2026-05-05"],
  ];
  for (const [from, months, to] of cases) {
    it(`goes from ${from} by ${months} to ${to}`, () => {
      expect(isoDateOf(addMonths(day(from), months))).to.equal(to);
    });
  }
});
