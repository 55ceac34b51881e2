// SPDX-License-Identifier: EUPL-1.2
import { hexToNumber, numberToHex, type Hex } from "viem";
import type { LogSource, UndatedLog } from "./source.ts";

/** A JSON-RPC request, as every Ethereum library offers it. */
export type RpcRequest = (method: string, params: readonly unknown[]) => Promise<unknown>;

type RpcLog = {
  address: Hex;
  topics: Hex[];
  data: Hex;
  blockNumber: Hex;
  logIndex: Hex;
  transactionHash: Hex;
  blockTimestamp?: Hex | null;
};

type RpcBlock = { hash: Hex; timestamp: Hex } | null;

function logOf({ address, topics, data, blockNumber, logIndex, transactionHash, blockTimestamp }: RpcLog): UndatedLog {
  const log = {
    address,
    topics,
    data,
    block: hexToNumber(blockNumber),
    logIndex: hexToNumber(logIndex),
    tx: transactionHash,
  };
  return blockTimestamp === undefined || blockTimestamp === null
    ? log
    : { ...log, timestamp: hexToNumber(blockTimestamp) };
}

/** Reads events from a node by JSON-RPC: `provider.send` of ethers, `client.request` of viem. */
export function createRpcSource(request: RpcRequest): LogSource {
  const blockAt = async (block: number) =>
    (await request("eth_getBlockByNumber", [numberToHex(block), false])) as RpcBlock;
  return {
    async getLogs(fromBlock, toBlock, { addresses, topics }) {
      const range = { fromBlock: numberToHex(fromBlock), toBlock: numberToHex(toBlock) };
      return ((await request("eth_getLogs", [{ ...range, address: addresses, topics }])) as RpcLog[]).map(logOf);
    },
    latestBlock: async () => hexToNumber((await request("eth_blockNumber", [])) as Hex),
    async timestampOf(block) {
      const found = await blockAt(block);
      if (found === null) throw new Error(`The node does not know block ${block}`);
      return hexToNumber(found.timestamp);
    },
    hashOf: async (block) => (await blockAt(block))?.hash,
  };
}
