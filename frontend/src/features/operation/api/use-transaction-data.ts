// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from "@tanstack/react-query";
import { getAddress, TransactionNotFoundError, type Hex } from "viem";
import { useConfig } from "wagmi";
import { getTransaction, getTransactionReceipt } from "wagmi/actions";
import { CHAIN_KEY } from "../../../lib/query-client.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";

/** A transaction as the node keeps it; the fee is in wei of the network's coin. */
export type TransactionData = {
  from: Hex;
  /** Nothing when it made a contract. */
  to: Hex | undefined;
  input: Hex;
  block: number;
  hasFailed: boolean;
  gasUsed: bigint;
  fee: bigint;
};

/** What the node knows of a transaction that is written; null when it knows none, as nodes that forget the old ones do. */
export function useTransactionData(tx: Hex) {
  const config = useConfig();
  const { chainId } = useRuntime();
  return useQuery({
    queryKey: [CHAIN_KEY, "transaction", tx],
    staleTime: Infinity,
    queryFn: async (): Promise<TransactionData | null> => {
      try {
        const [sent, receipt] = await Promise.all([
          getTransaction(config, { chainId, hash: tx }),
          getTransactionReceipt(config, { chainId, hash: tx }),
        ]);
        return {
          from: getAddress(receipt.from),
          to: receipt.to ? getAddress(receipt.to) : undefined,
          input: sent.input,
          block: Number(receipt.blockNumber),
          hasFailed: receipt.status === "reverted",
          gasUsed: receipt.gasUsed,
          fee: receipt.gasUsed * receipt.effectiveGasPrice,
        };
      } catch (error) {
        if (error instanceof TransactionNotFoundError) return null;
        throw error;
      }
    },
  });
}
