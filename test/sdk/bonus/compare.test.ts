// SPDX-License-Identifier: EUPL-1.2
import { expect } from "chai";
import { comparePlans, compareTotals } from "@monnaie-commune/sdk/bonus/compare";
import { type PlanLine, totalsOf } from "@monnaie-commune/sdk/bonus/plan";
import { walletOf } from "./staff-file.ts";

/** A list of payees and their cents; 0 stays in euros. */
function planOf(payees: Record<string, number>, budgetLine = "930") {
  const lines = Object.entries(payees).map(([payeeId, cents], at): PlanLine => {
    const isPaid = cents > 0;
    return {
      line: at + 2,
      payeeId,
      wallet: isPaid ? walletOf(payeeId) : null,
      claimKey: null,
      cents: String(cents),
      eurosCents: isPaid ? "0" : "30000",
      budgetLine,
      consent: isPaid ? { reference: "M-1", date: "2026-10-12", share: 100 } : null,
      act: null,
    };
  });
  return { lines, totals: totalsOf(lines) };
}

describe("comparePlans", function () {
  const former = planOf({ kept: 10_000, raised: 10_000, doubled: 10_000, gone: 7_000, toEuros: 5_000, inEuros: 0 });
  const latter = planOf({ kept: 10_000, raised: 15_000, doubled: 20_001, joined: 9_000, toEuros: 0, inEuros: 0 });
  const comparison = comparePlans(former, latter);

  it("counts lines, payments and cents of both periods", function () {
    expect(comparison).to.deep.include({
      lines: { before: 6, after: 6 },
      payments: { before: 5, after: 4 },
      cents: { before: 42_000n, after: 54_001n },
      difference: 12_001n,
      percent: 28.57,
    });
  });

  it("counts who is paid in the currency now and was not, or was and is not, whether or not they are on both lists", function () {
    expect(comparison.joined).to.deep.equal({ people: 1, cents: 9_000n });
    expect(comparison.left).to.deep.equal({ people: 2, cents: 12_000n });
    expect(comparison.stayed).to.equal(3);
  });

  it("counts a change of more than half, and not one of half", function () {
    expect(comparison.muchChanged).to.equal(1);
    const halved = comparePlans(planOf({ a: 100, b: 100, c: 100 }), planOf({ a: 50, b: 49, c: 150 }));
    expect(halved.muchChanged).to.equal(1);
  });

  it("names the five largest changes, whichever way they go, those who are equal in the order of their names", function () {
    const equal = planOf({ a: 500, b: 500, c: 500, d: 500, e: 500, f: 500, same: 500 });
    const changed = planOf({ a: 490, b: 400, c: 900, d: 510, e: 501, f: 1, same: 500 });
    expect(comparePlans(equal, changed).largest).to.deep.equal([
      { payeeId: "f", before: 500n, after: 1n },
      { payeeId: "c", before: 500n, after: 900n },
      { payeeId: "b", before: 500n, after: 400n },
      { payeeId: "a", before: 500n, after: 490n },
      { payeeId: "d", before: 500n, after: 510n },
    ]);
  });

  it("adds up the lines of a payee who has several", function () {
    const [line] = planOf({ a: 100 }).lines;
    if (line === undefined) throw new Error("no line");
    const twice = [line, { ...line, act: "ecology" as const }];
    const { largest, stayed } = comparePlans({ lines: twice, totals: totalsOf(twice) }, planOf({ a: 300 }));
    expect({ largest, stayed }).to.deep.equal({ largest: [{ payeeId: "a", before: 200n, after: 300n }], stayed: 1 });
  });

  it("sets the budget lines of both side by side, with nothing where one of them has none", function () {
    const both = planOf({ a: 100 }).lines.concat(planOf({ b: 50 }, "932").lines);
    const { budgetLines } = comparePlans({ lines: both, totals: totalsOf(both) }, planOf({ a: 70 }, "938"));
    expect(budgetLines).to.deep.equal([
      { budgetLine: "930", before: 100n, after: 0n },
      { budgetLine: "932", before: 50n, after: 0n },
      { budgetLine: "938", before: 0n, after: 70n },
    ]);
  });

  it("finds nothing between a list and itself", function () {
    const { difference, percent, joined, left, muchChanged, largest } = comparePlans(latter, latter);
    expect({ difference, percent, muchChanged, largest }).to.deep.equal({
      difference: 0n,
      percent: 0,
      muchChanged: 0,
      largest: [],
    });
    expect([joined, left]).to.deep.equal(Array.from({ length: 2 }, () => ({ people: 0, cents: 0n })));
  });
});

describe("compareTotals", function () {
  it("has no percentage of nothing", function () {
    expect(compareTotals({ payments: 0, cents: 0n }, planOf({ a: 1 })).percent).to.equal(undefined);
  });
});
