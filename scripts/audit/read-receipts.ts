// SPDX-License-Identifier: EUPL-1.2
import type { Act } from "@monnaie-commune/sdk/ledger/acts";
import type { Receipt } from "@monnaie-commune/sdk/ledger/checks/check-receipts";
import { getAddress, hexToNumber, type Hex } from "viem";
import type { AuditNode } from "./node.ts";

type RpcReceipt = {
  blockNumber: Hex;
  from: Hex;
  to: Hex | null;
  logs: { address: Hex; topics: Hex[]; data: Hex; logIndex: Hex }[];
};

/** Receipts asked for at a time. */
const TOGETHER = 40;

/** A receipt, with those of its logs that are looked at: a chunk has a hundred others. */
function receiptOf({ blockNumber, from, to, logs }: RpcReceipt, places: ReadonlySet<number>): Receipt {
  const wanted = logs.filter(({ logIndex }) => places.has(hexToNumber(logIndex)));
  return {
    from: getAddress(from),
    to: to === null ? undefined : getAddress(to),
    block: hexToNumber(blockNumber),
    logs: new Map(
      wanted.map(({ address, topics, data, logIndex }) => [hexToNumber(logIndex), { address, topics, data }]),
    ),
  };
}

/** The receipts of the transactions of some acts; one the node does not know is left out. */
export async function readReceipts(
  { request }: AuditNode,
  acts: readonly Pick<Act, "tx" | "logIndex">[],
  onProgress: (done: number, all: number) => void,
): Promise<Map<Hex, Receipt>> {
  const places = new Map<Hex, Set<number>>();
  for (const { tx, logIndex } of acts) places.set(tx, (places.get(tx) ?? new Set()).add(logIndex));
  const transactions = [...places.keys()];
  const receipts = new Map<Hex, Receipt>();
  for (let start = 0; start < transactions.length; start += TOGETHER) {
    const some = transactions.slice(start, start + TOGETHER);
    const found = await Promise.all(some.map((tx) => request("eth_getTransactionReceipt", [tx])));
    for (const [i, tx] of some.entries()) {
      const receipt = found[i] as RpcReceipt | null;
      if (receipt !== null) receipts.set(tx, receiptOf(receipt, places.get(tx) ?? new Set()));
    }
    onProgress(start + some.length, transactions.length);
  }
  return receipts;
}

/** Unix seconds of blocks. */
export async function readTimes({ source }: AuditNode, blocks: readonly number[]): Promise<Map<number, number>> {
  const times = new Map<number, number>();
  for (let start = 0; start < blocks.length; start += TOGETHER) {
    const some = blocks.slice(start, start + TOGETHER);
    const found = await Promise.all(some.map((block) => source.timestampOf(block)));
    for (const [i, block] of some.entries()) times.set(block, found[i] as number);
  }
  return times;
}
