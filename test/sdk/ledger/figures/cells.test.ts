// SPDX-License-Identifier: EUPL-1.2
import { Cell, publishable } from "@monnaie-commune/sdk/ledger/figures/cells";
import type { Party } from "@monnaie-commune/sdk/ledger/figures/movements";
import { expect } from "chai";
import fc from "fast-check";
import { account } from "../made-up.ts";

const shop = (n: number): Party => ({ account: account(0x5_000 + n), owner: "shop" });
const person = (n: number): Party => ({ account: account(n + 1), owner: "person" });

/** What shops paid each other: `payers` shops the same amount each, to as many. */
function amongShops(count: number, cents = 10n): Cell {
  const cell = new Cell();
  for (let i = 0; i < count; i++) cell.add(cents, shop(i), shop(i + 100));
  return cell;
}

function fromPeople(people: number, shops: number): Cell {
  const cell = new Cell();
  for (let i = 0; i < people; i++) cell.add(10n, person(i), shop(i % shops));
  return cell;
}

describe("A cell of a breakdown", function () {
  it("is told of three shops on each side, not of two", function () {
    expect([2, 3].map((count) => amongShops(count).isSafe)).to.deep.equal([false, true]);
  });

  it("is told of eleven accounts where people are among them, not of ten", function () {
    expect([10, 11].map((count) => fromPeople(count, 3).isSafe)).to.deep.equal([false, true]);
    expect(fromPeople(40, 2).isSafe).to.equal(false);
  });

  it("is not told where one account makes up more than 85 % of it", function () {
    const most = (cents: bigint) => {
      const cell = amongShops(3, 5n);
      cell.add(cents, shop(0), shop(50));
      return cell.isSafe;
    };
    // 5 + 80 of 95 is 89 %; 5 + 50 of 65 is 84.6 %.
    expect([most(80n), most(50n)]).to.deep.equal([false, true]);
  });

  it("is told when nothing is in it, and when nobody but the region stands on a side", function () {
    expect(new Cell().isSafe).to.equal(true);
    const fromRegion = new Cell();
    for (let i = 0; i < 11; i++) fromRegion.add(5n, undefined, person(i));
    expect(fromRegion.isSafe).to.equal(true);
  });
});

describe("What is published of a breakdown", function () {
  const keys = (parts: Map<string, Cell>) =>
    [...publishable(parts)].flatMap(([key, published]) => (published === undefined ? [] : [key]));

  it("leaves safe parts alone", function () {
    const parts = new Map([
      ["a", amongShops(3)],
      ["b", amongShops(4)],
      ["c", new Cell()],
    ]);
    expect(keys(parts)).to.deep.equal(["a", "b", "c"]);
    expect(publishable(parts).get("b")).to.deep.equal({ cents: 40n, count: 4 });
  });

  it("hides a second part, the smallest, where one alone could be subtracted", function () {
    const parts = new Map([
      ["a", amongShops(2)],
      ["b", amongShops(9)],
      ["c", amongShops(4)],
      ["d", new Cell()],
    ]);
    expect(keys(parts)).to.deep.equal(["b", "d"]);
  });

  it("hides more where what is hidden would still point at somebody", function () {
    // Both small parts are of the same two shops: together they are still two.
    const parts = new Map([
      ["a", amongShops(2)],
      ["b", amongShops(2, 7n)],
      ["c", amongShops(9)],
      ["d", amongShops(8)],
    ]);
    expect(keys(parts)).to.deep.equal(["c"]);
  });

  it("never tells a part that is not safe, nor lets one be found by subtraction, whatever was paid", function () {
    const payment = fc.record({
      part: fc.integer({ min: 0, max: 4 }),
      payer: fc.integer({ min: 0, max: 30 }),
      payee: fc.integer({ min: 0, max: 8 }),
      cents: fc.bigInt(1n, 500n),
      isPerson: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(payment, { maxLength: 200 }), (payments) => {
        const parts = new Map(Array.from({ length: 5 }, (_, i) => [i, new Cell()]));
        for (const { part, payer, payee, cents, isPerson } of payments) {
          parts.get(part)?.add(cents, isPerson ? person(payer) : shop(payer), shop(payee + 100));
        }
        const published = publishable(parts);
        const hidden = [...parts].filter(([key]) => published.get(key) === undefined).map(([, cell]) => cell);
        for (const [key, cell] of parts) {
          if (published.get(key) !== undefined) expect(cell.isSafe).to.equal(true);
        }
        const isAllHidden = [...published.values()].every((part) => part === undefined || part.count === 0);
        if (hidden.length > 0 && !isAllHidden) {
          expect(hidden.length).to.be.greaterThan(1);
          expect(Cell.sum(hidden).isSafe).to.equal(true);
        }
      }),
    );
  });
});
