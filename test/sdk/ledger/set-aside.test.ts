// SPDX-License-Identifier: EUPL-1.2
import { expect } from "chai";
import { getAddress, type Hex } from "viem";
import { appearance, mixesAlphabets } from "../../../sdk/look-alikes.ts";
import type { Entry } from "../../../sdk/ledger/entries.ts";
import { withoutLookAlikes, zeroPayments } from "../../../sdk/ledger/set-aside.ts";
import { statementCsv } from "../../../sdk/ledger/statement-file.ts";
import { statementOf } from "../../../sdk/ledger/statements.ts";

const address = (text: string): Hex => getAddress(`0x${text}`);
const ME = address("aa".repeat(20));
const TOKEN = address("ee".repeat(20));
const SHOP = address(`abcd${"11".repeat(16)}9876`);
const IMITATION = address(`abcd${"77".repeat(16)}9876`);
const FRIEND = address(`abcd${"22".repeat(16)}0000`);

let block = 0;
const payment = (from: Hex, to: Hex, cents: bigint): Entry => ({
  kind: "payment",
  from,
  to,
  cents,
  day: 20_000,
  block: ++block,
  logIndex: 0,
  tx: `0x${block.toString(16).padStart(64, "0")}`,
});

const ENTRIES = [
  payment(FRIEND, ME, 100_00n),
  payment(ME, SHOP, 12_50n),
  payment(IMITATION, ME, 1n),
  payment(ME, IMITATION, 0n),
  payment(SHOP, ME, 2_00n),
];
const { lines } = statementOf(ENTRIES, ME, TOKEN);

describe("Lines made to mislead", function () {
  it("payments of 0 are told apart, whoever they pretend to come from", function () {
    expect(zeroPayments(ENTRIES, ME).map(({ why, other }) => [why, other])).to.deep.equal([["zero", IMITATION]]);
  });

  it("money from an address that looks like one that was paid is set aside, and its total with the rest is kept", function () {
    const { lines: trusted, lookAlikes } = withoutLookAlikes(lines, []);
    expect(lookAlikes.map(({ other, ...rest }) => [other, rest.why === "lookAlike" && rest.looksLike])).to.deep.equal([
      [IMITATION, SHOP],
    ]);
    expect(trusted.map(({ cents }) => cents)).to.deep.equal([100_00n, -12_50n, 2_00n]);
    expect([...trusted, ...lookAlikes].reduce((sum, { cents }) => sum + cents, 0n)).to.equal(89_51n);
  });

  it("a known account is never taken for a look-alike, and knows those that look like it", function () {
    expect(withoutLookAlikes(lines, [IMITATION]).lookAlikes).to.deep.equal([]);
    const received = lines.slice(2, 3);
    expect(withoutLookAlikes(received, []).lookAlikes).to.deep.equal([]);
    expect(withoutLookAlikes(received, [SHOP]).lookAlikes).to.have.lengthOf(1);
  });

  it("names are compared by how they look", function () {
    expect(appearance("LA FOURNÉE")).to.equal(appearance("Lа Fоurnéе"));
    expect(appearance("Pain")).not.to.equal(appearance("Vin"));
    expect(mixesAlphabets("Lа Fournée")).to.equal(true);
    expect(mixesAlphabets("Café Мир")).to.equal(false);
  });
});

describe("A statement as a file", function () {
  it("has what came and what went in columns of their own, and no formula", function () {
    const csv = statementCsv(lines, {
      column: (column) => column,
      kind: (kind) => kind,
      who: (line) => ("other" in line && line.other === SHOP ? "=Boulangerie; Tours" : "Anne"),
      note: (tx) => (tx === lines[1]?.tx ? { label: "-2 pains", reference: "F-12" } : {}),
    });
    const [head, first, second] = csv.split("\r\n");
    expect(head).to.equal("\uFEFFdate;kind;who;account;credit;debit;balance;label;reference;block;tx");
    expect(first).to.match(/^2024-10-04;received;Anne;0x[0-9a-fA-F]{40};100,00;;100,00;;;1;0x/);
    expect(second).to.match(
      /^2024-10-04;paid;"'=Boulangerie; Tours";0x[0-9a-fA-F]{40};;12,50;87,50;'-2 pains;F-12;2;0x/,
    );
  });
});
