// SPDX-License-Identifier: EUPL-1.2
import { IssuanceAbi, RegionalTokenAbi } from "@monnaie-commune/sdk/generated/abis";
import { buildBooks } from "@monnaie-commune/sdk/ledger/books";
import { findActs } from "@monnaie-commune/sdk/ledger/find-acts";
import { journalOf, lineId, linesOf, parseLineId, readJournal } from "@monnaie-commune/sdk/ledger/journal";
import type { ChainLog } from "@monnaie-commune/sdk/ledger/source";
import { expect } from "chai";
import { encodeAbiParameters, encodeEventTopics, numberToHex, toEventSelector, type Hex } from "viem";
import { account, chunkPaid, contracts, madeUpSource, NOBODY, REGION, transfer, type At } from "./made-up.ts";

const [ANA, BEN] = [account(1), account(2)];

function rateAnnounced(bps: number, fromDay: number, { block, logIndex = 0 }: At): ChainLog {
  return {
    address: contracts.token.toLowerCase() as Hex,
    topics: encodeEventTopics({ abi: RegionalTokenAbi, eventName: "RateAnnounced", args: { rateClass: 0 } }) as Hex[],
    data: encodeAbiParameters([{ type: "uint16" }, { type: "uint32" }], [bps, fromDay]),
    block,
    logIndex,
    tx: `0x${"ab".repeat(32)}`,
    day: 1_000 + block,
  };
}

function issuingClosed({ block, logIndex = 0 }: At): ChainLog {
  return {
    address: contracts.issuance.toLowerCase() as Hex,
    topics: encodeEventTopics({ abi: IssuanceAbi, eventName: "IssuingClosed", args: { by: BEN } }) as Hex[],
    data: "0x",
    block,
    logIndex,
    tx: `0x${"cd".repeat(32)}`,
    day: 1_000 + block,
  };
}

const LOGS = [
  transfer(NOBODY, ANA, 500n, { block: 1 }),
  chunkPaid(1n, 2n, 0n, { block: 1, logIndex: 1 }),
  rateAnnounced(700, 1_100, { block: 2 }),
  transfer(ANA, contracts.token, 3n, { block: 3 }),
  transfer(ANA, BEN, 100n, { block: 3, logIndex: 1 }),
  issuingClosed({ block: 4 }),
  transfer(contracts.token, BEN, 2n, { block: 5 }),
];

describe("The journal", function () {
  it("holds movements of money and acts, each once, in the order of the chain", function () {
    const lines = linesOf(journalOf(LOGS, REGION, 5));
    expect(lines.map((line) => (line.kind === "act" ? line.event : line.kind))).to.deep.equal([
      "issue",
      "RateAnnounced",
      "fonte",
      "payment",
      "IssuingClosed",
      "collection",
    ]);
  });

  it("gives acts their contract and arguments", function () {
    const { acts } = journalOf(LOGS, REGION, 5);
    const rate = acts.find((act) => act.event === "RateAnnounced");
    expect(rate).to.deep.include({ contract: "RegionalToken", day: 1_002, block: 2, logIndex: 0 });
    expect(rate?.args).to.deep.equal({ rateClass: 0, yearlyRateBps: 700, fromDay: 1_100 });
    expect(acts.map(({ event }) => event)).to.include("ChunkPaid");
  });

  it("counts what was taken out of the till for commons", function () {
    const { collected, fonte, till, balances } = buildBooks(journalOf(LOGS, REGION, 5).entries, contracts.token);
    expect([collected, fonte, till, balances.get(BEN)]).to.deep.equal([2n, 3n, 1n, 102n]);
  });

  it("leaves out what it cannot read: other contracts, and events these do not have", function () {
    const stranger = { ...transfer(ANA, BEN, 5n, { block: 6 }), address: account(9) };
    const unknown = {
      ...issuingClosed({ block: 6, logIndex: 1 }),
      topics: [toEventSelector("event Invented(uint256)")],
    };
    const cut = { ...rateAnnounced(1, 1, { block: 6, logIndex: 2 }), data: "0x" as Hex };
    const { entries, acts } = journalOf([...LOGS, stranger, unknown, cut], REGION, 6);
    expect([entries.length, acts.length]).to.deep.equal([4, 3]);
  });

  it("is read with one question for every range", async function () {
    const source = madeUpSource(LOGS, { latest: 5 });
    const journal = await readJournal(source, REGION, { fromBlock: 0 });
    expect(journal).to.deep.equal(journalOf(LOGS, REGION, 5));
    expect(source.ranges).to.deep.equal([[0, 5]]);
  });

  it("is not needed for acts of one kind, with some of their arguments", async function () {
    const later = rateAnnounced(400, 1_200, { block: 6 });
    const [other] = [{ ...later, topics: [later.topics[0] as Hex, numberToHex(1, { size: 32 })], block: 7 }];
    const source = madeUpSource([...LOGS, later, other], { latest: 7, longestRange: 3 });
    const wanted = { contract: "RegionalToken", address: REGION.RegionalToken, event: "RateAnnounced" } as const;
    const found = await findActs(source, wanted, { fromBlock: 0 });
    expect(found.map(({ block, day, args }) => [block, day, args.rateClass])).to.deep.equal([
      [2, 1_002, 0],
      [6, 1_006, 0],
      [7, 1_006, 1],
    ]);
    const ofClass = await findActs(source, { ...wanted, args: { rateClass: 1 } }, { fromBlock: 0 });
    expect(ofClass.map(({ block }) => block)).to.deep.equal([7]);
    expect(await findActs(source, wanted, { fromBlock: 3, toBlock: 5 })).to.deep.equal([]);
  });

  it("names each line, and finds its place again", function () {
    const ids = linesOf(journalOf(LOGS, REGION, 5)).map(lineId);
    expect(new Set(ids).size).to.equal(ids.length);
    expect(ids).to.include("2-abababab-0");
    expect(parseLineId("2-abababab-0")).to.deep.equal({ block: 2, txStart: "0xabababab", logIndex: 0 });
    for (const wrong of ["", "2-abababab", "2-ABABABAB-0", "x-abababab-0", "2-abababab-0-1"]) {
      expect(parseLineId(wrong)).to.equal(undefined);
    }
  });
});
