// SPDX-License-Identifier: EUPL-1.2
import { dated, daysOfBlocks } from "@monnaie-commune/sdk/ledger/dates";
import { TRANSFER_TOPIC } from "@monnaie-commune/sdk/ledger/entries";
import { fetchLogs } from "@monnaie-commune/sdk/ledger/source";
import { expect } from "chai";
import { account, contracts, madeUpSource, NOBODY, transfer } from "./made-up.ts";

const filters = [{ addresses: [contracts.token], topics: [[TRANSFER_TOPIC]] }];
const logs = Array.from({ length: 300 }, (_, block) => transfer(NOBODY, account(1), BigInt(block), { block }));

describe("fetchLogs", () => {
  for (const [limit, options] of [
    ["none", {}],
    ["7 blocks", { longestRange: 7 }],
    ["1 block", { longestRange: 1 }],
    ["5 logs", { mostLogs: 5 }],
  ] as const) {
    it(`reads every log once and in order, the node's limit being: ${limit}`, async () => {
      const source = madeUpSource(logs, options);
      const found = await fetchLogs(source, { fromBlock: 0, toBlock: 299, filters });
      expect(found.map(({ block }) => block)).to.deep.equal(logs.map(({ block }) => block));
    });
  }

  it("asks once when the node bears it", async () => {
    const source = madeUpSource(logs);
    await fetchLogs(source, { fromBlock: 0, toBlock: 299, filters });
    expect(source.ranges).to.deep.equal([[0, 299]]);
  });

  it("is refused now and then only, once it knows what the node bears", async () => {
    const source = madeUpSource(logs, { longestRange: 10 });
    await fetchLogs(source, { fromBlock: 0, toBlock: 9_999, filters });
    expect(source.refusals).to.be.lessThan(source.ranges.length / 4);
    expect(source.ranges.length).to.be.lessThan(2_000);
  });

  it("gives a log once when two filters find it", async () => {
    const source = madeUpSource(logs.slice(0, 3));
    const found = await fetchLogs(source, { fromBlock: 0, toBlock: 9, filters: [...filters, ...filters] });
    expect(found).to.have.length(3);
  });

  it("tells how far it has come", async () => {
    const progress: [number, number][] = [];
    const source = madeUpSource(logs, { longestRange: 100 });
    const onProgress = (read: number, all: number) => progress.push([read, all]);
    await fetchLogs(source, { fromBlock: 100, toBlock: 299, filters, firstRange: 100, onProgress });
    expect(progress[0]).to.deep.equal([100, 200]);
    expect(progress.at(-1)).to.deep.equal([200, 200]);
  });

  it("ends with the node's own words when it refuses a single block", async () => {
    const source = madeUpSource(logs, { mostLogs: 0 });
    const error = await fetchLogs(source, { fromBlock: 0, toBlock: 299, filters }).catch((reason: unknown) => reason);
    expect(String(error)).to.contain("query returned more than 10000 results");
  });

  it("stops when it is told to", async () => {
    const signal = AbortSignal.abort(new Error("left the page"));
    const error = await fetchLogs(madeUpSource(logs), { fromBlock: 0, toBlock: 9, filters, signal }).catch(String);
    expect(error).to.contain("left the page");
  });

  it("finds nothing in no blocks", async () => {
    expect(await fetchLogs(madeUpSource(logs), { fromBlock: 5, toBlock: 4, filters })).to.deep.equal([]);
  });
});

describe("daysOfBlocks", () => {
  it("asks for few of many blocks of the same days", async () => {
    const many = Array.from({ length: 4_096 }, (_, block) =>
      transfer(NOBODY, account(1), 1n, { block, day: block < 3_000 ? 7 : 8 }),
    );
    const source = madeUpSource(many);
    const days = await daysOfBlocks(
      source,
      many.map(({ block }) => block),
    );
    for (const { block, day } of many) expect(days.get(block)).to.equal(day);
    expect(source.timestampsAsked.length).to.be.lessThan(20);
  });

  it("is right when every block has its own day, and for no block and one block", async () => {
    const source = madeUpSource(logs);
    const days = await daysOfBlocks(source, logs.map(({ block }) => block).toReversed());
    for (const { block, day } of logs) expect(days.get(block)).to.equal(day);
    expect((await daysOfBlocks(source, [])).size).to.equal(0);
    expect((await daysOfBlocks(source, [4])).get(4)).to.equal(1_004);
  });
});

describe("dated", () => {
  it("takes the times the node gives along, and asks for none", async () => {
    const source = madeUpSource(logs, { withTimestamps: true });
    const found = await dated(source, await fetchLogs(source, { fromBlock: 0, toBlock: 299, filters }));
    expect(found.map(({ day }) => day)).to.deep.equal(logs.map(({ day }) => day));
    expect(source.timestampsAsked).to.deep.equal([]);
  });
});
