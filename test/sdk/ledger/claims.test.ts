// SPDX-License-Identifier: EUPL-1.2
import { buildBooks } from "@monnaie-commune/sdk/ledger/books";
import { type ChainFigures, checkBooks } from "@monnaie-commune/sdk/ledger/checks/check-books";
import { entriesOf } from "@monnaie-commune/sdk/ledger/entries";
import { readJournal } from "@monnaie-commune/sdk/ledger/journal";
import { readAccountLedger } from "@monnaie-commune/sdk/ledger/read";
import type { ChainLog } from "@monnaie-commune/sdk/ledger/source";
import { statementOf } from "@monnaie-commune/sdk/ledger/statements";
import { expect } from "chai";
import { id } from "ethers";
import {
  account,
  chunkPaid,
  claimCancelled,
  claimed,
  claimsClosed,
  claimsOpened,
  contracts,
  madeUpSource,
  NOBODY,
  REGION,
  transfer,
} from "./made-up.ts";

const [ana, ben, eve] = [account(1), account(2), account(8)];
const { token, issuance } = contracts;

// A run pays ben and opens a sheet of three claims. Ben and ana claim, a letter is lost, the rest is given back.
const logs: ChainLog[] = [
  transfer(NOBODY, ben, 500n, { block: 1, logIndex: 0 }),
  chunkPaid(1n, 4n, 0n, { block: 1, logIndex: 1 }),
  transfer(NOBODY, issuance, 6_000n, { block: 1, logIndex: 2 }),
  claimsOpened(1n, 4n, 1n, { block: 1, logIndex: 3 }),
  transfer(ben, token, 3n, { block: 20, logIndex: 0 }),
  transfer(issuance, ben, 1_000n, { block: 20, logIndex: 1 }),
  claimed(1n, 128n, { block: 20, logIndex: 2 }),
  transfer(issuance, ana, 2_000n, { block: 20, logIndex: 3 }),
  claimed(1n, 129n, { block: 20, logIndex: 4 }),
  transfer(issuance, NOBODY, 2_500n, { block: 30, logIndex: 0 }),
  claimCancelled(1n, 130n, 2_500n, { block: 30, logIndex: 1 }),
  transfer(ana, issuance, 40n, { block: 31 }),
  transfer(issuance, NOBODY, 500n, { block: 50, logIndex: 0 }),
  claimsClosed(1n, 1n, 500n, { block: 50, logIndex: 1 }),
];
const entries = entriesOf(logs, contracts);

describe("the ledger of claims", () => {
  it("tells of money set aside which decision, run and sheet are behind it", () => {
    const issues = entries.flatMap((entry) => (entry.kind === "issue" ? [entry] : []));
    expect(issues.map(({ to, story }) => [to, story?.chunkIndex, story?.sheet?.claimCount])).to.deep.equal([
      [ben, 0n, undefined],
      [issuance, 1n, 3],
    ]);
    expect(issues[1]?.story).to.deep.equal({
      runId: 1n,
      programmeId: 4n,
      decisionHash: id("decision"),
      chunkIndex: 1n,
      proposer: account(3),
      approver: account(5),
      sheet: { root: id("root"), claimCount: 3, deadline: 2_000_000_000 },
    });
  });

  it("tells claims from payments, with their number and the story of their sheet", () => {
    const claims = entries.flatMap((entry) => (entry.kind === "claim" ? [entry] : []));
    expect(
      claims.map(({ from, to, cents, runId, claimNumber }) => [from, to, cents, runId, claimNumber]),
    ).to.deep.equal([
      [issuance, ben, 1_000n, 1n, 128n],
      [issuance, ana, 2_000n, 1n, 129n],
    ]);
    expect(claims[0]).to.include({ day: 1_020, block: 20, logIndex: 1 });
    expect(claims[0]?.story?.programmeId).to.equal(4n);
    expect(entries.filter(({ kind }) => kind === "payment")).to.have.lengthOf(1);
  });

  it("tells why what nobody claimed ceased to be", () => {
    const burns = entries.flatMap((entry) => (entry.kind === "burn" ? [entry] : []));
    const sheet = { runId: 1n, chunkIndex: 1n };
    expect(burns.map(({ reason }) => reason)).to.deep.equal([
      { why: "cancelled", ...sheet, claimNumber: 130n, by: account(3) },
      { why: "closed", ...sheet, by: account(9) },
    ]);
    expect(burns.map(({ story }) => story?.programmeId)).to.deep.equal([4n, 4n]);
  });

  it("takes an event for no transfer but the one right before it", () => {
    const odd = [
      transfer(issuance, ana, 1n, { block: 1, logIndex: 0, tx: "one" }),
      claimed(1n, 128n, { block: 1, logIndex: 1, tx: "another" }),
      transfer(issuance, ana, 1n, { block: 2, logIndex: 0 }),
      claimed(1n, 129n, { block: 2, logIndex: 2 }),
      transfer(ana, NOBODY, 1n, { block: 3, logIndex: 0 }),
      claimed(1n, 130n, { block: 3, logIndex: 1 }),
      transfer(issuance, ana, 1n, { block: 4, logIndex: 0 }),
      claimsClosed(1n, 1n, 1n, { block: 4, logIndex: 1 }),
      { ...claimed(1n, 131n, { block: 5, logIndex: 1 }), address: eve },
    ];
    const read = entriesOf(odd, contracts);
    expect(read.map(({ kind }) => kind)).to.deep.equal(["payment", "payment", "burn", "payment"]);
    expect(read.every((entry) => !("reason" in entry))).to.equal(true);
  });

  it("leaves the story out where the opening of the sheet was not read", () => {
    const [, , , , , ...late] = logs;
    const [claim] = entriesOf(late, contracts);
    expect(claim).to.include({ kind: "claim", runId: 1n, claimNumber: 128n });
    expect(claim).not.to.have.property("story");
  });
});

describe("the statement of somebody who claimed", () => {
  it("shows a prime received, with the number of its claim", () => {
    const { lines, received, closing } = statementOf(entries, ben, token);
    expect(lines.map(({ kind, cents, balance }) => [kind, cents, balance])).to.deep.equal([
      ["issued", 500n, 500n],
      ["fonte", -3n, 497n],
      ["issued", 1_000n, 1_497n],
    ]);
    expect(lines[2]).to.deep.include({ claimNumber: 128n }).and.to.have.nested.property("story.runId", 1n);
    expect(lines[0]).not.to.have.property("claimNumber");
    expect({ received, closing }).to.deep.equal({ received: 1_500n, closing: 1_497n });
  });

  it("of the account it waited in shows what came and went", () => {
    const { lines, closing } = statementOf(entries, issuance, token);
    expect(lines.map(({ kind, cents }) => [kind, cents])).to.deep.equal([
      ["issued", 6_000n],
      ["paid", -1_000n],
      ["paid", -2_000n],
      ["burned", -2_500n],
      ["received", 40n],
      ["burned", -500n],
    ]);
    expect(closing).to.equal(40n);
  });

  it("is read from the account's own logs, and from a block's claims where there was one", async () => {
    const source = madeUpSource(logs);
    const own = await readAccountLedger(source, contracts, ben, { fromBlock: 0, toBlock: 60 });
    expect(statementOf(own.entries, ben, token)).to.deep.equal(statementOf(entries, ben, token));
    expect(own.entries.some((entry) => entry.kind === "claim" && entry.to === ana)).to.equal(false);
    expect(source.ranges.filter(([from, to]) => from === to)).to.deep.equal([[20, 20]]);
    const theirs = await readAccountLedger(madeUpSource(logs), contracts, issuance, { fromBlock: 0, toBlock: 60 });
    expect(statementOf(theirs.entries, issuance, token)).to.deep.equal(statementOf(entries, issuance, token));
    expect(theirs.entries.filter(({ kind }) => kind === "claim")).to.have.lengthOf(2);
  });
});

describe("the books of claims", () => {
  const figures: ChainFigures = {
    totalSupply: 3_500n,
    cap: 10_000n,
    till: 3n,
    programmes: [{ programmeId: 4n, issued: 3_500n, attested: 10_000n }],
    redeemed: 0n,
    waitingForEuros: 0n,
  };
  const failing = (of = entries, chain: Partial<ChainFigures> = {}) =>
    checkBooks(buildBooks(of, token), { ...figures, ...chain })
      .filter(({ holds }) => !holds)
      .map(({ key }) => key);

  it("close: what was taken back is issued no more, and a gift to the account owes nobody", () => {
    expect(failing()).to.deep.equal([]);
    const books = buildBooks(entries, token);
    expect(books).to.include({ issued: 6_500n, burned: 3_000n, waiting: 0n, escrow: 40n, unexplained: 0n });
    expect(books.issuedByProgramme.get(4n)).to.equal(3_500n);
  });

  it("know at every moment what waits", () => {
    const after = (block: number) =>
      buildBooks(
        entries.filter((entry) => entry.block <= block),
        token,
      );
    expect([1, 20, 30, 31, 50].map((block) => after(block).waiting)).to.deep.equal([6_000n, 3_000n, 500n, 500n, 0n]);
    expect([1, 20, 30, 31, 50].map((block) => after(block).escrow)).to.deep.equal([6_000n, 3_000n, 500n, 540n, 40n]);
  });

  it("find money gone from where it should wait", () => {
    const stolen = entriesOf([...logs.slice(0, 9), transfer(issuance, eve, 1n, { block: 21 })], contracts);
    const chain = { totalSupply: 6_500n, programmes: [{ programmeId: 4n, issued: 6_500n, attested: 10_000n }] };
    expect(failing(stolen, chain)).to.deep.equal(["waitingIsThere"]);
  });

  it("find a burn that no claim explains", () => {
    const unexplained = entriesOf(
      logs.filter(({ block, logIndex }) => block !== 50 || logIndex === 0),
      contracts,
    );
    expect(failing(unexplained)).to.deep.equal(["waitingIsThere", "programmeAgrees"]);
  });

  it("are read whole", async () => {
    const source = madeUpSource(logs, { latest: 50 });
    expect(await readJournal(source, REGION, { fromBlock: 0 })).to.deep.include({ entries, toBlock: 50 });
  });
});
