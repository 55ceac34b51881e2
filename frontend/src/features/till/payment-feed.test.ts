// SPDX-License-Identifier: EUPL-1.2
import { addressTopic } from "@monnaie-commune/sdk/ledger/authorised";
import { TRANSFER_TOPIC } from "@monnaie-commune/sdk/ledger/entries";
import type { LogSource, UndatedLog } from "@monnaie-commune/sdk/ledger/source";
import { numberToHex } from "viem";
import { describe, expect, it } from "vitest";
import { nextFeed, type PaymentFeed } from "./payment-feed.ts";

const TOKEN = "0x0000000000000000000000000000000000000070";
const SHOP = "0x0000000000000000000000000000000000000001";
const PAYER = "0x0000000000000000000000000000000000000002";

const payment = (block: number, cents: bigint): UndatedLog => ({
  address: TOKEN,
  topics: [TRANSFER_TOPIC, addressTopic(PAYER), addressTopic(SHOP)],
  data: numberToHex(cents, { size: 32 }),
  block,
  logIndex: 0,
  tx: `0x${block}`,
  timestamp: 1_790_000_000 + block,
});

/** A chain whose blocks can be replaced; counts the blocks it is asked for. */
function chain(logs: UndatedLog[]) {
  const asked: number[] = [];
  const source: LogSource = {
    async getLogs(from, to, { topics }) {
      if (topics[2]) asked.push(from);
      return logs.filter(({ block }) => block >= from && block <= to);
    },
    latestBlock: async () => 0,
    timestampOf: async () => 0,
    hashOf: async () => "0x00",
  };
  return { source, logs, asked };
}

const read = ({ source }: ReturnType<typeof chain>, feed: PaymentFeed | undefined, toBlock: number, fromBlock = 100) =>
  nextFeed(source, { token: TOKEN, shop: SHOP }, feed, { fromBlock, toBlock });
const centsOf = (feed: PaymentFeed) => feed.payments.map(({ cents }) => cents);

describe("nextFeed", () => {
  it("reads what is new, and each payment once", async () => {
    const made = chain([payment(101, 1n), payment(140, 2n)]);
    const first = await read(made, undefined, 130);
    made.logs.push(payment(141, 3n));
    const second = await read(made, first, 141);
    expect(centsOf(second)).toEqual([1n, 2n, 3n]);
    expect(made.asked).toEqual([100, 119]);
  });

  it("forgets a payment whose block was replaced", async () => {
    const made = chain([payment(101, 1n), payment(130, 2n)]);
    const first = await read(made, undefined, 130);
    made.logs.pop();
    expect(centsOf(await read(made, first, 131))).toEqual([1n]);
  });

  it("starts over when somebody wants to know of earlier ones", async () => {
    const made = chain([payment(50, 1n), payment(101, 2n)]);
    const first = await read(made, undefined, 130);
    expect(centsOf(await read(made, first, 130, 40))).toEqual([1n, 2n]);
  });
});
