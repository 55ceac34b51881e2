// SPDX-License-Identifier: EUPL-1.2
import { createMemoryStore } from "@monnaie-commune/sdk/ledger/store";
import { TRANSFER_TOPIC } from "@monnaie-commune/sdk/ledger/entries";
import { addressTopic } from "@monnaie-commune/sdk/ledger/authorised";
import type { LogSource, UndatedLog } from "@monnaie-commune/sdk/ledger/source";
import { numberToHex, zeroAddress } from "viem";
import { describe, expect, it } from "vitest";
import { runtimeConfig } from "../../testing/runtime-config.ts";
import { createLedgerTasks, type LedgerPlace } from "./ledger-tasks.ts";

const { AccessManager, RegionalToken, MerchantRegistry, Issuance, Redemptions } = runtimeConfig().deployment.contracts;
const PLACE: LedgerPlace = {
  rpcUrl: "http://127.0.0.1:8545",
  contracts: {
    AccessManager: AccessManager.address,
    RegionalToken: RegionalToken.address,
    MerchantRegistry: MerchantRegistry.address,
    Issuance: Issuance.address,
    Redemptions: Redemptions.address,
  },
  fromBlock: 1,
};
const PERSON = `0x${"ab".repeat(20)}` as const;

const issue = (block: number): UndatedLog => ({
  address: RegionalToken.address,
  topics: [TRANSFER_TOPIC, addressTopic(zeroAddress), addressTopic(PERSON)],
  data: numberToHex(100, { size: 32 }),
  block,
  logIndex: 0,
  tx: numberToHex(block, { size: 32 }),
  timestamp: block * 60,
});

/** A chain that grows, and whose last blocks can be replaced (`fork`). */
function growingChain() {
  const state = { logs: [issue(1), issue(2)], latest: 3, fork: "a", asked: [] as [number, number][], fails: false };
  const source: LogSource = {
    async getLogs(from, to) {
      if (state.fails) throw new Error("The node does not answer");
      state.asked.push([from, to]);
      return state.logs.filter(({ block }) => block >= from && block <= to);
    },
    latestBlock: async () => state.latest,
    timestampOf: async (block) => block * 60,
    hashOf: async (block) => `0x${block < state.latest ? "" : state.fork}${block}`,
  };
  const progress: number[] = [];
  const tasks = createLedgerTasks({
    sourceOf: () => source,
    store: createMemoryStore(),
    onProgress: (read, all) => progress.push(read / all),
  });
  return { state, tasks, progress };
}

const lineCount = (block: number) => ({ name: "lineCount", args: undefined, block }) as const;

describe("the ledger's worker", () => {
  it("reads the journal, tells how far it is, and answers at the block it has read", async () => {
    const { tasks, progress } = growingChain();
    expect(await tasks.readOn(PLACE)).toEqual({ toBlock: 3, hash: "0xa3", at: 180 });
    expect(progress.at(-1)).toBe(1);
    expect(await tasks.answer(lineCount(3))).toBe(2);
  });

  it("asks the node for logs only when there is another last block", async () => {
    const { state, tasks } = growingChain();
    await Promise.all([tasks.readOn(PLACE), tasks.readOn(PLACE)]);
    await tasks.readOn(PLACE);
    expect(state.asked).toHaveLength(1);
    state.logs.push(issue(4));
    state.latest = 4;
    expect(await tasks.readOn(PLACE)).toMatchObject({ toBlock: 4 });
    expect(await tasks.answer(lineCount(4))).toBe(3);
  });

  it("still answers at blocks before the last, and at none that it has not read", async () => {
    const { state, tasks } = growingChain();
    await expect(tasks.answer(lineCount(3))).rejects.toThrow("not read up to block 3");
    await tasks.readOn(PLACE);
    state.latest = 9;
    await tasks.readOn(PLACE);
    expect(await tasks.answer(lineCount(3))).toBe(2);
    expect(await tasks.answer(lineCount(1))).toBe(1);
    await expect(tasks.answer(lineCount(10))).rejects.toThrow("not read up to block 10");
  });

  it("follows a chain whose last block is replaced at the same height", async () => {
    const { state, tasks } = growingChain();
    await tasks.readOn(PLACE);
    expect(await tasks.answer(lineCount(2))).toBe(2);
    state.logs = [issue(1)];
    state.fork = "b";
    expect(await tasks.readOn(PLACE)).toEqual({ toBlock: 3, hash: "0xb3", at: 180 });
    expect(await tasks.answer(lineCount(3))).toBe(1);
    expect(await tasks.answer(lineCount(2))).toBe(1);
  });

  it("fails with the node's words, and reads on when it answers again", async () => {
    const { state, tasks } = growingChain();
    state.fails = true;
    await expect(tasks.readOn(PLACE)).rejects.toThrow("The node does not answer");
    state.fails = false;
    expect(await tasks.readOn(PLACE)).toMatchObject({ toBlock: 3 });
  });
});
