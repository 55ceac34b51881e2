// SPDX-License-Identifier: EUPL-1.2
import { buildBooks } from "@monnaie-commune/sdk/ledger/books";
import { type ChainFigures, checkBooks } from "@monnaie-commune/sdk/ledger/checks/check-books";
import { entriesOf } from "@monnaie-commune/sdk/ledger/entries";
import { readAccountLedger, readPaymentsAmong } from "@monnaie-commune/sdk/ledger/read";
import { groupFonte, statementOf } from "@monnaie-commune/sdk/ledger/statements";
import type { ChainLog } from "@monnaie-commune/sdk/ledger/source";
import { expect } from "chai";
import { toHex } from "viem";
import {
  account,
  chunkPaid,
  contracts,
  madeUpSource,
  NOBODY,
  redemptionPaid,
  redemptionRequested,
  transfer,
} from "./made-up.ts";

const [ana, ben, shop] = [account(1), account(2), account(3)];
const { token, redemptions } = contracts;

// A run pays ana and ben; they pay the shop; what melts goes to the till; the shop gets out; the till feeds a commons.
const logs: ChainLog[] = [
  transfer(NOBODY, ana, 10_000n, { block: 1, logIndex: 0 }),
  transfer(NOBODY, ben, 5_000n, { block: 1, logIndex: 1 }),
  chunkPaid(1n, 4n, 0n, { block: 1, logIndex: 2 }),
  transfer(ana, token, 16n, { block: 11, logIndex: 0 }),
  transfer(ana, shop, 1_250n, { block: 11, logIndex: 1 }),
  transfer(ana, token, 1n, { block: 12 }),
  transfer(ana, token, 2n, { block: 13 }),
  transfer(ben, token, 30n, { block: 31, logIndex: 0 }),
  transfer(ben, ben, 700n, { block: 31, logIndex: 1 }),
  transfer(ben, ana, 0n, { block: 31, logIndex: 2, tx: "spam" }),
  transfer(shop, redemptions, 1_000n, { block: 39, logIndex: 0 }),
  redemptionRequested(1n, shop, 1_000n, 0n, { block: 39, logIndex: 1 }),
  transfer(redemptions, NOBODY, 1_000n, { block: 40, logIndex: 0 }),
  redemptionPaid(1n, shop, 1_000n, 0n, { block: 40, logIndex: 1 }),
  transfer(token, shop, 40n, { block: 41 }),
];
const entries = entriesOf(logs, contracts);
const figures: ChainFigures = {
  totalSupply: 14_000n,
  cap: 100_000n,
  till: 9n,
  programmes: [{ programmeId: 4n, issued: 15_000n, attested: 15_000n }],
  redeemed: 1_000n,
  waitingForEuros: 0n,
};

describe("entriesOf", () => {
  it("tells issues, payments, fonte and burns apart", () => {
    const kinds = "issue issue fonte payment fonte fonte fonte payment payment redemption redemption collection";
    expect(entries.map(({ kind }) => kind).join(" ")).to.equal(kinds);
  });

  it("tells of an issue which decision, run and people are behind it", () => {
    const [issue] = entries;
    expect(issue).to.include({ kind: "issue", to: ana, cents: 10_000n, day: 1_001, block: 1, logIndex: 0 });
    expect(issue).to.have.nested.property("story.programmeId", 4n);
    expect(issue).to.have.nested.property("story.approver", account(5));
  });

  it("gives each chunk of one transaction its own issues", () => {
    const two = entriesOf(
      [
        transfer(NOBODY, ana, 1n, { block: 1, logIndex: 0 }),
        chunkPaid(1n, 4n, 0n, { block: 1, logIndex: 1 }),
        transfer(NOBODY, ben, 2n, { block: 1, logIndex: 2 }),
        chunkPaid(2n, 5n, 0n, { block: 1, logIndex: 3 }),
      ],
      contracts,
    );
    expect(two.map((entry) => (entry.kind === "issue" ? entry.story?.programmeId : undefined))).to.deep.equal([4n, 5n]);
  });

  it("does not explain an issue by the chunk of another transaction", () => {
    const stray = [transfer(NOBODY, ana, 1n, { block: 1 }), chunkPaid(1n, 4n, 0n, { block: 2 })];
    expect(buildBooks(entriesOf(stray, contracts), token).unexplained).to.equal(1n);
  });

  it("leaves out what other contracts emit", () => {
    const foreign = logs.map((log) => ({ ...log, address: account(99) }));
    expect(entriesOf(foreign, contracts)).to.deep.equal([]);
  });
});

describe("statementOf", () => {
  it("adds up to the settled balance, line by line", () => {
    const { lines, closing, received, paid, fonte } = statementOf(entries, ana, token);
    expect(lines.map(({ kind, cents, balance }) => [kind, cents, balance])).to.deep.equal([
      ["issued", 10_000n, 10_000n],
      ["fonte", -16n, 9_984n],
      ["paid", -1_250n, 8_734n],
      ["fonte", -1n, 8_733n],
      ["fonte", -2n, 8_731n],
    ]);
    expect({ closing, received, paid, fonte }).to.deep.equal({
      closing: 8_731n,
      received: 10_000n,
      paid: 1_250n,
      fonte: 19n,
    });
  });

  it("takes the account in any spelling", () => {
    const spelled = ana.toLowerCase() as typeof ana;
    expect(statementOf(entries, spelled, token)).to.deep.equal(statementOf(entries, ana, token));
  });

  it("leaves out payments of 0, which anyone can make in anyone's name", () => {
    expect(statementOf(entries, ana, token).lines.some(({ block }) => block === 31)).to.equal(false);
  });

  it("shows a payment to oneself without counting it", () => {
    const { lines, received, paid } = statementOf(entries, ben, token);
    expect(lines.at(-1)).to.include({ kind: "toSelf", cents: 0n, balance: 4_970n });
    expect({ received, paid }).to.deep.equal({ received: 5_000n, paid: 0n });
  });

  it("opens a period with what came before it, and closes it before what comes after", () => {
    const { opening, closing, lines } = statementOf(entries, ana, token, { firstDay: 1_011, lastDay: 1_012 });
    expect({ opening, closing, count: lines.length }).to.deep.equal({ opening: 10_000n, closing: 8_733n, count: 3 });
    expect(statementOf(entries, ana, token, { lastDay: 1_000 }).closing).to.equal(0n);
  });

  it("shows what comes into the till and what is paid out of it", () => {
    const { received, paid, fonte, closing } = statementOf(entries, token, token);
    expect({ received, paid, fonte, closing }).to.deep.equal({ received: 49n, paid: 40n, fonte: 0n, closing: 9n });
  });
});

describe("groupFonte", () => {
  it("makes neighbouring fonte lines one, and keeps the balances", () => {
    const grouped = groupFonte(statementOf(entries, ana, token).lines);
    expect(grouped.map(({ kind, cents, balance }) => [kind, cents, balance])).to.deep.equal([
      ["issued", 10_000n, 10_000n],
      ["fonte", -16n, 9_984n],
      ["paid", -1_250n, 8_734n],
      ["fonte", -3n, 8_731n],
    ]);
    expect(grouped.at(-1)).to.include({ firstDay: 1_012, day: 1_013, count: 2 });
  });
});

describe("buildBooks", () => {
  it("rebuilds every settled balance", () => {
    const books = buildBooks(entries, token);
    expect([ana, ben, shop, token].map((who) => books.balances.get(who))).to.deep.equal([8_731n, 4_970n, 290n, 9n]);
    expect(books).to.include({ issued: 15_000n, burned: 1_000n, fonte: 49n, till: 9n, unexplained: 0n });
    expect(books.issuedByProgramme.get(4n)).to.equal(15_000n);
  });

  it("adds up 200,000 entries of 4,000 accounts in a few seconds", function () {
    this.timeout(20_000);
    const one = transfer(ana, ben, 1n, { block: 0 });
    const many = Array.from({ length: 200_000 }, (_, block): ChainLog => {
      const payee = toHex(10 + (block % 4_000), { size: 32 });
      return { ...one, block, topics: [...one.topics.slice(0, 2), payee] };
    });
    expect(buildBooks(entriesOf(many, contracts), token).balances.size).to.equal(4_001);
  });
});

describe("checkBooks", () => {
  const failing = (chain: Partial<ChainFigures>, own = entries) =>
    checkBooks(buildBooks(own, token), { ...figures, ...chain })
      .filter(({ holds }) => !holds)
      .map(({ key }) => key);

  it("holds for books in order", () => {
    expect(failing({})).to.deep.equal([]);
  });

  it("names what does not agree", () => {
    const unbacked = ["balancesMakeSupply", "issuedLessBurnedIsSupply", "reserveCovers", "reserveBeyondIsUnissued"];
    expect(failing({ totalSupply: 14_001n })).to.deep.equal(unbacked);
    expect(failing({ cap: 13_999n })).to.deep.equal(["supplyWithinCap"]);
    expect(failing({ till: 10n })).to.deep.equal(["tillAgrees"]);
    expect(failing({ redeemed: 1_001n })).to.deep.equal(["redeemedAgrees", "reserveCovers", "reserveBeyondIsUnissued"]);
    expect(failing({ waitingForEuros: 1n })).to.deep.equal(["exitsWaitingAgree"]);
    const other = { programmeId: 5n, issued: 1n, attested: 1n };
    const missing = [{ ...other, programmeId: 4n, issued: 14_999n, attested: 14_999n }, other];
    expect(failing({ programmes: missing })).to.deep.equal(["programmeAgrees", "programmeAgrees"]);
    const [programme = other] = figures.programmes;
    expect(failing({ programmes: [{ ...programme, attested: 14_999n }] })).to.deep.equal(["reserveCovers"]);
    expect(failing({ programmes: [{ ...programme, attested: 20_000n }] })).to.deep.equal([]);
  });

  it("finds money nobody decided on, and an account below zero", () => {
    const stray = entriesOf([transfer(NOBODY, ana, 5n, { block: 1 }), transfer(ben, ana, 1n, { block: 2 })], contracts);
    const chain = { totalSupply: 5n, till: 0n, programmes: [], redeemed: 0n };
    expect(failing(chain, stray)).to.deep.equal([
      "noAccountBelowZero",
      "everyIssueExplained",
      "reserveCovers",
      "reserveBeyondIsUnissued",
    ]);
    const books = buildBooks(stray, token);
    const found = checkBooks(books, { ...figures, ...chain }).find(({ key }) => key === "everyIssueExplained");
    expect(found?.culprit).to.deep.equal({ block: 1, logIndex: 0, tx: stray[0]?.tx, account: ana });
  });
});

describe("readAccountLedger", () => {
  for (const [name, who] of Object.entries({ ana, ben, shop, till: token })) {
    it(`is enough for the statement of ${name}`, async () => {
      const own = await readAccountLedger(madeUpSource(logs), contracts, who, { fromBlock: 0, toBlock: 41 });
      expect(own.entries.length).to.be.lessThan(entries.length);
      expect(statementOf(own.entries, who, token)).to.deep.equal(statementOf(entries, who, token));
    });
  }
});

describe("readPaymentsAmong", () => {
  const among = async (...accounts: `0x${string}`[]) => {
    const found = await readPaymentsAmong(madeUpSource(logs), contracts, accounts, { fromBlock: 0, toBlock: 41 });
    return found.map(({ from, to, cents }) => [from, to, cents]);
  };

  it("finds what some accounts paid each other, and nothing else", async () => {
    expect(await among(ana, shop)).to.deep.equal([[ana, shop, 1_250n]]);
    expect(await among(ben, shop)).to.deep.equal([[ben, ben, 700n]]);
    expect(await among()).to.deep.equal([]);
  });
});
