// SPDX-License-Identifier: EUPL-1.2
import { startOfDay } from "@monnaie-commune/sdk/days";
import { figuresOf } from "@monnaie-commune/sdk/ledger/figures/figures";
import { figuresJson, monthsCsv, openDataFiles, tradesCsv } from "@monnaie-commune/sdk/ledger/figures/open-data";
import { expect } from "chai";
import { parse } from "csv-parse/sync";
import { account, contracts } from "../made-up.ts";
import { JANUARY, World } from "./made-up-world.ts";

const [BAKERIES, BOOKSHOPS] = [3, 7];
const OF = { region: "centre-val-de-loire", chainId: 31337, token: contracts.token };
const PEOPLE = Array.from({ length: 12 }, (_, i) => account(i + 1));
const shop = (n: number) => account(0xba_00 + n);

/** In January all pay four bakeries and one bookshop; in February one pays one bakery. */
function world(): World {
  const made = new World();
  for (let i = 0; i < 4; i++) made.shop(0, shop(i), BAKERIES);
  made.shop(0, shop(9), BOOKSHOPS);
  for (const person of PEOPLE) made.issue(0, person, 100_00n);
  for (const [i, person] of PEOPLE.entries()) {
    made.pay(3, person, shop(i % 4), 12_50n);
    made.pay(4, person, shop(9), 1_00n);
  }
  made.pay(40, account(1), shop(0), 7_77n);
  return made;
}

const figures = figuresOf(world().journal, startOfDay(JANUARY + 40));
const table = (csv: string) =>
  parse<Record<string, string>>(csv, { bom: true, delimiter: ";", columns: true, record_delimiter: "\r\n" });

describe("The open data", function () {
  it("has a line for each month that is over, in the manner of French spreadsheets", function () {
    const lines = table(monthsCsv(figures));
    expect(lines).to.have.lengthOf(1);
    expect(lines[0]).to.include({
      month: "2026-01",
      payments: "24",
      paid: "162,00",
      personToShop: "162,00",
      shopToShop: "0,00",
      activePeople: "12",
      activeShops: "5",
      issued: "1200,00",
      heldByPeople: "1038,00",
      heldByShops: "162,00",
      paidInTwelveMonths: "162,00",
    });
  });

  it("leaves empty what would point at somebody, and what would let it be found", function () {
    const lines = table(tradesCsv(figures)).map(({ month, trade, paid }) => [month, trade, paid]);
    // One bookshop alone; and the bakeries, since the total of both is known.
    expect(lines).to.deep.equal([
      ["2026-01", "3", ""],
      ["2026-01", "7", ""],
    ]);
  });

  it("holds no address of an account", function () {
    const all = [...openDataFiles(figures, OF).values()].join("\n").toLowerCase();
    for (const address of [...PEOPLE, shop(0), shop(9)]) expect(all).not.to.include(address.slice(2).toLowerCase());
    expect(all).not.to.include("7,77").and.not.to.include('"777"');
  });

  it("says in JSON the same, with what it is of", function () {
    const json = JSON.parse(figuresJson(figures, OF)) as {
      block: number;
      date: string;
      rules: Record<string, unknown>;
      concentration: Record<string, unknown>;
      months: { name: string; paid: string; byWay: Record<string, unknown>; toTrade: Record<string, unknown> }[];
    };
    expect(json).to.include({ date: "2026-02-10", block: figures.toBlock, region: OF.region });
    expect(json.rules).to.deep.include({ fewestShops: 3, fewestWithPeople: 11, largestShareBps: "8500" });
    expect(json.months.map(({ name, paid }) => [name, paid])).to.deep.equal([["2026-01", "16200"]]);
    // Five shops hold something: too few to be told of.
    expect(json.concentration).to.include({ shop: null });
    expect(json.months[0]?.byWay["personToShop"]).to.deep.equal({ cents: "16200", count: 24 });
    expect(json.months[0]?.toTrade).to.deep.equal({ 3: null, 7: null });
  });
});
