// SPDX-License-Identifier: EUPL-1.2
import { RegionalTokenAbi } from "@monnaie-commune/sdk/generated/abis";
import { fetchLogs } from "@monnaie-commune/sdk/ledger/source";
import { createViemSource } from "@monnaie-commune/sdk/ledger/viem-source";
import { encodeEventTopics, parseEventLogs, TransactionNotFoundError, TransactionReceiptNotFoundError } from "viem";
import { getBlock, getClient, getTransaction, getTransactionCount, getTransactionReceipt } from "wagmi/actions";
import type { Config } from "wagmi";
import type { Address } from "../../../lib/runtime-config.ts";
import type { ChainView } from "../look-up.ts";

/** No chain of a region writes a block more often, in seconds. */
const QUICKEST_BLOCK_S = 1;
/** Blocks to look at before the one it should be in. */
const SPARE_BLOCKS = 64;

/** The chain as the activity asks it. */
export function createChainView(
  config: Config,
  chainId: number,
  token: { address: Address; block: number },
): ChainView {
  return {
    written: async (hash) => {
      try {
        const receipt = await getTransactionReceipt(config, { chainId, hash });
        const block = await getBlock(config, { chainId, blockNumber: receipt.blockNumber });
        const logs = receipt.logs.filter(({ address }) => address.toLowerCase() === token.address.toLowerCase());
        const transfers = parseEventLogs({ abi: RegionalTokenAbi, eventName: "Transfer", logs });
        return {
          hash,
          isRefused: receipt.status === "reverted",
          at: Number(block.timestamp),
          transfers: transfers.map(({ args }) => ({ to: args.to, cents: args.value })),
        };
      } catch (error) {
        if (error instanceof TransactionReceiptNotFoundError) return undefined;
        throw error;
      }
    },
    waiting: async (hash) => {
      try {
        const { from, nonce } = await getTransaction(config, { chainId, hash });
        return { from, nonce };
      } catch (error) {
        if (error instanceof TransactionNotFoundError) return undefined;
        throw error;
      }
    },
    count: (address) => getTransactionCount(config, { chainId, address }),
    usedBy: async (authorizer, nonce, since) => {
      const client = getClient(config, { chainId });
      if (!client) throw new Error(`No client for chain ${chainId}`);
      const source = createViemSource(client);
      const toBlock = await source.latestBlock();
      const age = Math.max(0, Math.floor(Date.now() / 1000) - since);
      const fromBlock = Math.max(token.block, toBlock - Math.ceil(age / QUICKEST_BLOCK_S) - SPARE_BLOCKS);
      const event = encodeEventTopics({
        abi: RegionalTokenAbi,
        eventName: "AuthorizationUsed",
        args: { authorizer, nonce },
      });
      const topics = event.map((topic) => (topic === null || Array.isArray(topic) ? [] : [topic]));
      const [log] = await fetchLogs(source, { fromBlock, toBlock, filters: [{ addresses: [token.address], topics }] });
      return log?.tx;
    },
  };
}
