// SPDX-License-Identifier: EUPL-1.2
import { startOfDay } from "@monnaie-commune/sdk/days";
import { buildBooks } from "@monnaie-commune/sdk/ledger/books";
import { concentrationOf } from "@monnaie-commune/sdk/ledger/figures/concentration";
import { figuresOf } from "@monnaie-commune/sdk/ledger/figures/figures";
import { monthsBetween } from "@monnaie-commune/sdk/ledger/figures/months";
import { movementsOf } from "@monnaie-commune/sdk/ledger/figures/movements";
import { expect } from "chai";
import { account, contracts } from "../made-up.ts";
import { JANUARY, World } from "./made-up-world.ts";

const [ANA, BEN, BAKERY, BOOKS] = [account(1), account(2), account(0xba), account(0xb0)];
const BAKERIES = 3;
const BOOKSHOPS = 7;

const on = (day: number) => startOfDay(JANUARY + day);
const figures = (world: World, day: number) => figuresOf(world.journal, on(day));

function small(): World {
  const world = new World();
  world.programme(0, 1n, 1_000_00n, 500_00n);
  world.shop(0, BAKERY, BAKERIES);
  world.issue(0, ANA, 100_00n);
  return world;
}

describe("The figures", function () {
  describe("whose an account is", function () {
    it("follows the register: a shop from its approval until it leaves", function () {
      const world = small();
      world.pay(1, ANA, BOOKS, 1n);
      world.shop(2, BOOKS, BOOKSHOPS);
      world.pay(3, ANA, BOOKS, 2n);
      world.leaves(4, BOOKS);
      world.pay(5, ANA, BOOKS, 3n);
      const to = movementsOf(world.journal).flatMap((movement) =>
        movement.kind === "money" && movement.entry.kind === "payment"
          ? [[movement.to?.owner, movement.to?.trade]]
          : [],
      );
      expect(to).to.deep.equal([
        ["person", undefined],
        ["shop", BOOKSHOPS],
        ["person", undefined],
      ]);
    });

    it("moves what an account holds along with it", function () {
      const world = small();
      world.pay(1, ANA, BOOKS, 40_00n);
      expect(figures(world, 1).stocks).to.deep.include({ person: 100_00n, shop: 0n });
      world.shop(2, BOOKS, BOOKSHOPS);
      expect(figures(world, 2).stocks).to.deep.include({ person: 60_00n, shop: 40_00n });
    });
  });

  it("puts all there is somewhere, as the books do", function () {
    const world = small();
    world.pay(3, ANA, BAKERY, 30_00n);
    world.melt(9, ANA, 12n);
    world.exit(9, BAKERY, 10_00n, { fee: 20n });
    world.exit(10, BAKERY, 5_00n, "cancelled");
    world.spend(11, BEN, 7n);
    const { stocks } = figures(world, 40);
    expect(stocks).to.deep.equal({ person: 69_95n, shop: 20_00n, commons: 25n, claims: 0n, exits: 0n });
    const { issued, burned } = buildBooks(world.entries, contracts.token);
    expect(Object.values(stocks).reduce((sum, cents) => sum + cents, 0n)).to.equal(issued - burned);
  });

  it("counts a payment between two users once, and no other movement", function () {
    const world = small();
    world.pay(1, ANA, BAKERY, 10_00n);
    world.pay(1, ANA, ANA, 5_00n);
    world.pay(1, BEN, ANA, 0n);
    world.pay(2, ANA, contracts.issuance, 1_00n);
    world.exit(3, BAKERY, 2_00n, { fee: 10n });
    const [january] = figures(world, 5).months;
    expect(january).to.include({ paid: 10_00n, payments: 1, activePeople: 1, activeShops: 1 });
    expect(january).to.include({ issued: 100_00n, exited: 1_90n, fees: 10n });
  });

  describe("velocity", function () {
    it("is payments over what circulated, by the day, for a year", function () {
      const world = small();
      // 100,00 for 31 days of January, all of it paid once.
      world.pay(10, ANA, BEN, 100_00n);
      const { months, year } = figures(world, 31);
      expect(months[0]).to.include({ circulating: 100_00n, velocity: Math.floor((365 * 100) / 31), isOver: true });
      expect(months[1]).to.include({ paid: 0n, velocity: 0, isOver: false });
      expect(year).to.include({ days: 32, paid: 100_00n, velocity: Math.floor((365 * 100) / 32) });
    });

    it("weighs money by the days it was there", function () {
      const world = small();
      world.issue(16, BEN, 310_00n);
      // 100,00 for 31 days and 310,00 for 15 of them.
      expect(figures(world, 30).months[0]?.circulating).to.equal((100_00n * 31n + 310_00n * 15n) / 31n);
    });

    it("counts twelve months back and no further", function () {
      const world = small();
      world.pay(1, ANA, BEN, 10_00n);
      world.pay(200, BEN, ANA, 5_00n);
      expect(figures(world, 365).year).to.include({ days: 365, paid: 15_00n });
      expect(figures(world, 366).year).to.include({ days: 365, paid: 5_00n });
    });

    it("is unknown while nobody holds anything", function () {
      expect(figures(new World(), 3).year.velocity).to.equal(undefined);
    });
  });

  describe("circularity", function () {
    /** Twelve people and twelve shops; on a day, so many shops pay 10,00 to another and 5,00 to somebody each. */
    function busy(days: readonly [day: number, shops: number][]): World {
      const world = new World();
      const shop = (n: number) => account(0x5_000 + (n % 12));
      for (let i = 0; i < 12; i++) world.shop(0, shop(i), BAKERIES);
      for (let i = 0; i < 12; i++) world.issue(0, shop(i), 1_000_00n);
      for (const [day, shops] of days) {
        for (let i = 0; i < shops; i++) {
          world.pay(day, shop(i), shop(i + 1), 10_00n);
          world.pay(day, shop(i), account(i + 1), 5_00n);
        }
        world.exit(day, shop(0), 15_00n, { fee: 30n });
      }
      return world;
    }

    it("tells where shops' money went in the months that are over", function () {
      const paid = { months: 1, shops: 120_00n, people: 60_00n, euros: 15_00n };
      expect(
        figures(
          busy([
            [5, 12],
            [40, 12],
          ]),
          40,
        ).year.shopsPaid,
      ).to.deep.equal(paid);
    });

    it("leaves out the months that would point at somebody", function () {
      const { shopsPaid } = figures(
        busy([
          [5, 12],
          [40, 2],
          [70, 12],
        ]),
        95,
      ).year;
      expect(shopsPaid).to.deep.equal({ months: 2, shops: 240_00n, people: 120_00n, euros: 30_00n });
    });

    it("counts the payments a unit made before it left", function () {
      const world = small();
      world.pay(1, ANA, BAKERY, 40_00n);
      world.exit(2, BAKERY, 40_00n, { fee: 0n });
      expect(figures(world, 3).year.hands).to.deep.equal({ leftCents: 40_00n, payments: 1 });
    });

    it("mixes what an account holds, and keeps the count of what was given back", function () {
      const world = small();
      world.shop(0, BOOKS, BOOKSHOPS);
      world.pay(1, ANA, BAKERY, 50_00n);
      world.pay(2, BAKERY, BOOKS, 20_00n);
      world.pay(3, ANA, BOOKS, 20_00n);
      world.exit(4, BOOKS, 40_00n, "cancelled");
      // Half of it was paid twice, half once.
      world.exit(5, BOOKS, 10_00n, { fee: 0n });
      expect(figures(world, 6).year.hands.payments?.toFixed(9)).to.equal("1.500000000");
    });
  });

  describe("concentration", function () {
    it("is 0 where all hold the same and near 1 where one holds all", function () {
      expect(concentrationOf(Array.from({ length: 20 }, () => 5n))).to.include({ giniBps: 0, topTenBps: 5_000 });
      expect(concentrationOf([...Array.from({ length: 99 }, () => 1n), 10n ** 9n]).giniBps).to.be.closeTo(9_900, 1);
    });

    it("agrees with the mean difference of all pairs", function () {
      const balances = [3n, 1n, 4n, 15n, 92n, 65n, 35n];
      const total = balances.reduce((sum, cents) => sum + cents, 0n);
      let differences = 0n;
      for (const a of balances) for (const b of balances) differences += a > b ? a - b : b - a;
      const expected = (differences * 10_000n) / (2n * BigInt(balances.length) * total);
      expect(concentrationOf(balances).giniBps).to.equal(Number(expected));
    });

    it("draws the Lorenz curve through tenths of the holders", function () {
      const { lorenzBps } = concentrationOf([1n, 1n, 1n, 1n, 6n]);
      expect(lorenzBps).to.deep.equal([0, 500, 1_000, 1_500, 2_000, 2_500, 3_000, 3_500, 4_000, 7_000, 10_000]);
      expect(concentrationOf([])).to.include({ holders: 0, giniBps: 0, topTenBps: 0 });
    });

    it("is not told of ten holders", function () {
      const world = new World();
      for (let i = 1; i <= 10; i++) world.issue(0, account(i), 10_00n);
      expect(figures(world, 1).concentration.all).to.equal(undefined);
      world.issue(0, account(11), 10_00n);
      expect(figures(world, 1).concentration.all).to.include({ holders: 11, giniBps: 0 });
      expect(figures(world, 1).concentration.shop).to.equal(undefined);
    });
  });

  describe("money at rest", function () {
    function sleepers(): World {
      const world = new World();
      for (let i = 1; i <= 12; i++) world.issue(0, account(i), 10_00n);
      for (let i = 21; i <= 32; i++) world.issue(100, account(i), 20_00n);
      return world;
    }

    it("is told by how long it has not moved", function () {
      const held = figures(sleepers(), 180).resting.map(({ fromDays, held: published }) => [fromDays, published]);
      expect(held).to.deep.equal([
        [0, { cents: 240_00n, count: 12 }],
        [90, { cents: 0n, count: 0 }],
        [180, { cents: 120_00n, count: 12 }],
        [365, { cents: 0n, count: 0 }],
      ]);
    });

    it("is not woken up by fonte, nor by a payment of 0 that anybody can make", function () {
      const world = sleepers();
      world.melt(170, account(1), 3n);
      world.pay(171, account(1), account(2), 0n);
      expect(figures(world, 180).resting[2]?.held).to.deep.equal({ cents: 119_97n, count: 12 });
    });
  });

  it("tells of each programme what was decided, deposited, issued and not claimed", function () {
    const world = small();
    expect(figures(world, 1).programmes).to.deep.equal([
      { programmeId: 1n, purpose: "bonus", budget: 1_000_00n, attested: 500_00n, issued: 100_00n, returned: 0n },
    ]);
  });

  it("cuts months by the calendar, of the first and the last what there is", function () {
    const months = monthsBetween(JANUARY + 20, JANUARY + 60);
    expect(months.map(({ name, isOver }) => [name, isOver])).to.deep.equal([
      ["2026-01", true],
      ["2026-02", true],
      ["2026-03", false],
    ]);
    expect(months.map(({ firstDay, lastDay }) => [firstDay - JANUARY, lastDay - JANUARY])).to.deep.equal([
      [20, 30],
      [31, 58],
      [59, 60],
    ]);
  });

  it("takes a journal of nothing", function () {
    const { months, gauge, stocks } = figures(new World(), 0);
    expect(months).to.have.lengthOf(1);
    expect(gauge).to.include({ cents: 0n, level: "below" });
    expect(stocks).to.deep.equal({ person: 0n, shop: 0n, commons: 0n, claims: 0n, exits: 0n });
  });
});
