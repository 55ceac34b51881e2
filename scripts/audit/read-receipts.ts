// SPDX-License-Identifier: EUPL-1.2
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

function receiptOf({ blockNumber, from, to, logs }: RpcReceipt): Receipt {
  return {
    from: getAddress(from),
    to: to === null ? undefined : getAddress(to),
    block: hexToNumber(blockNumber),
    logs: new Map(
      logs.map(({ address, topics, data, logIndex }) => [hexToNumber(logIndex), { address, topics, data }]),
    ),
  };
}

/** The receipts of transactions; one the node does not know is left out. */
export async function readReceipts(
  { request }: AuditNode,
  transactions: readonly Hex[],
  onProgress: (done: number, all: number) => void,
): Promise<Map<Hex, Receipt>> {
  const receipts = new Map<Hex, Receipt>();
  for (let start = 0; start < transactions.length; start += TOGETHER) {
    const some = transactions.slice(start, start + TOGETHER);
    const found = await Promise.all(some.map((tx) => request("eth_getTransactionReceipt", [tx])));
    for (const [i, tx] of some.entries()) {
      const receipt = found[i] as RpcReceipt | null;
      if (receipt !== null) receipts.set(tx, receiptOf(receipt));
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
