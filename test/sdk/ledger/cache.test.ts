// SPDX-License-Identifier: EUPL-1.2
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fetchThroughStore, UNSETTLED_BLOCKS } from "@monnaie-commune/sdk/ledger/cache";
import { TRANSFER_TOPIC } from "@monnaie-commune/sdk/ledger/entries";
import { createMemoryStore, type LogStore } from "@monnaie-commune/sdk/ledger/store";
import { expect } from "chai";
import { logFiles } from "../../../scripts/lib/log-files.ts";
import { expectFailure } from "../../helpers/failures.ts";
import { account, contracts, madeUpSource, NOBODY, transfer } from "./made-up.ts";

const filters = [{ addresses: [contracts.token], topics: [[TRANSFER_TOPIC]] }];
const logs = Array.from({ length: 300 }, (_, block) => transfer(NOBODY, account(1), BigInt(block), { block }));
const BOOKS = "books:0x01";

/** The chain up to a block, and what reads it. */
function chainTo(latest: number, options: Parameters<typeof madeUpSource>[1] = {}, all = logs) {
  const known = all.filter(({ block }) => block <= latest);
  const source = madeUpSource(known, { latest, ...options });
  const read = async (store: LogStore, { fromBlock = 0, toBlock = latest } = {}) =>
    await fetchThroughStore(source, store, BOOKS, { fromBlock, toBlock, filters });
  return { source, read };
}

const folders: string[] = [];
function fileStore() {
  const folder = mkdtempSync(join(tmpdir(), "log-files-"));
  folders.push(folder);
  return logFiles(folder);
}

after(function () {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

for (const [name, createStore] of [
  ["memory", () => createMemoryStore()],
  ["files", fileStore],
  ["memory before files", () => createMemoryStore(fileStore())],
] as const) {
  describe(`Logs kept in ${name}`, function () {
    it("are read again only in the last blocks, and where they are new", async function () {
      const store = createStore();
      await chainTo(199).read(store);
      const { source, read } = chainTo(299);
      expect(await read(store)).to.deep.equal(logs);
      expect(source.ranges).to.deep.equal([[199 - UNSETTLED_BLOCKS + 1, 299]]);
      // The hour of the block is asked for the new ones alone.
      expect(Math.min(...source.timestampsAsked)).to.be.greaterThan(199 - UNSETTLED_BLOCKS);
    });

    it("hold no block that the chain may still replace", async function () {
      const store = createStore();
      await chainTo(199).read(store);
      expect((await store.load(BOOKS))?.toBlock).to.equal(199 - UNSETTLED_BLOCKS);
      const short = createStore();
      await chainTo(UNSETTLED_BLOCKS - 1).read(short);
      expect(await short.load(BOOKS)).to.equal(undefined);
      const replaced = [...logs.slice(0, 199), transfer(NOBODY, account(9), 1n, { block: 199 })];
      await chainTo(199, {}, replaced).read(store);
      expect(await chainTo(210).read(store)).to.deep.equal(logs.slice(0, 211));
    });

    it("are forgotten when the chain was started again, or replaced blocks that were settled", async function () {
      for (const other of [{ genesis: "another" }, { fork: 100 }]) {
        const store = createStore();
        await chainTo(299).read(store);
        const { source, read } = chainTo(299, other);
        expect(await read(store)).to.deep.equal(logs);
        expect(source.ranges).to.deep.equal([[0, 299]]);
        // And what was read anew is kept.
        const again = chainTo(299, other);
        await again.read(store);
        expect(again.source.ranges).to.deep.equal([[300 - UNSETTLED_BLOCKS, 299]]);
      }
    });

    it("are forgotten when the chain has no such block any more, and when others are asked for", async function () {
      const store = createStore();
      await chainTo(299).read(store);
      expect(await chainTo(99).read(store)).to.deep.equal(logs.slice(0, 100));
      expect(await chainTo(299).read(store, { fromBlock: 10 })).to.deep.equal(logs.slice(10));
    });

    it("serve a block before the last, and are kept for later ones", async function () {
      const store = createStore();
      await chainTo(299).read(store);
      const { source, read } = chainTo(299);
      expect(await read(store, { toBlock: 150 })).to.deep.equal(logs.slice(0, 151));
      expect(source.ranges).to.deep.equal([]);
      expect((await store.load(BOOKS))?.toBlock).to.equal(299 - UNSETTLED_BLOCKS);
    });

    it("are kept range by range: who is interrupted goes on from there", async function () {
      const store = createStore();
      const interrupted = chainTo(299, { longestRange: 50 });
      const { getLogs } = interrupted.source;
      interrupted.source.getLogs = async (from, to, filter) => {
        if (to >= 150) throw new Error("the connection is lost");
        return await getLogs(from, to, filter);
      };
      expect(await interrupted.read(store).catch(String)).to.contain("the connection is lost");
      const { source, read } = chainTo(299, { longestRange: 50 });
      expect(await read(store)).to.deep.equal(logs);
      expect(Math.min(...source.ranges.map(([from]) => from))).to.be.greaterThan(100);
    });

    it("take nothing that leaves blocks out, and nothing twice, when two read at the same time", async function () {
      const store = createStore();
      const [one, other] = [chainTo(250, { longestRange: 40 }), chainTo(299, { longestRange: 60 })];
      await Promise.all([one.read(store), other.read(store)]);
      const kept = await store.load(BOOKS);
      expect(kept?.logs).to.deep.equal(logs.slice(0, 300 - UNSETTLED_BLOCKS));
      await store.append(BOOKS, kept?.genesisHash ?? "0x", { fromBlock: 290, toBlock: 299, hash: "0x", logs: [] });
      expect((await store.load(BOOKS))?.toBlock).to.equal(299 - UNSETTLED_BLOCKS);
    });
  });
}

describe("The files logs are kept in", function () {
  const filled = async () => {
    const store = fileStore();
    await chainTo(299, { longestRange: 50 }).read(store);
    const path = store.pathOf(BOOKS);
    return { store, path, lines: readFileSync(path, "utf8").trimEnd().split("\n") };
  };

  it("lose a line that was not written to its end, and nothing else", async function () {
    const { store, path, lines } = await filled();
    const before = await store.load(BOOKS);
    appendFileSync(path, lines[0]?.slice(0, 70) ?? "");
    expect(await store.load(BOOKS)).to.deep.equal(before);
    expect(readFileSync(path, "utf8")).to.equal(`${lines.join("\n")}\n`);
    writeFileSync(path, lines.join("\n").slice(0, -1));
    const { source, read } = chainTo(299);
    expect(await read(store)).to.deep.equal(logs);
    expect(source.ranges[0]?.[0]).to.be.greaterThan(100);
    expect(await store.load(BOOKS)).to.deep.equal(before);
  });

  it("name the line that was changed, or before which one was taken away", async function () {
    const { store, path, lines } = await filled();
    writeFileSync(path, `${lines.join("\n").replace('"logIndex":0', '"logIndex":1')}\n`);
    await expectFailure(store.load(BOOKS), 3, "common.logFileChanged");
    writeFileSync(path, `${[lines[0], ...lines.slice(2)].join("\n")}\n`);
    const failure = await store.load(BOOKS).catch((error: unknown) => error);
    expect(String(failure)).to.contain("2").and.to.contain(path);
  });
});
