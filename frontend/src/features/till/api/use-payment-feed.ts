// SPDX-License-Identifier: EUPL-1.2
import type { Incoming } from "@monnaie-commune/sdk/ledger/incoming";
import { createViemSource } from "@monnaie-commune/sdk/ledger/viem-source";
import { useQuery } from "@tanstack/react-query";
import { useConfig } from "wagmi";
import { getBlock, getClient } from "wagmi/actions";
import { CHAIN_KEY } from "../../../lib/query-client.ts";
import type { Address } from "../../../lib/runtime-config.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import { nextFeed, type PaymentFeed } from "../payment-feed.ts";
import type { ChainNow } from "../till-request.ts";

const EVERY_MS = 1_000;

export type LiveFeed = { payments: readonly Incoming[]; chain: ChainNow };

// Read once, it is carried on from where it stopped when the till is opened again.
const feeds = new Map<string, PaymentFeed>();

/** The payments a shop receives, as they come; since a block, or from now on. */
export function usePaymentFeed(shop: Address, since: number | undefined) {
  const config = useConfig();
  const { chainId, deployment } = useRuntime();
  const token = deployment.contracts.RegionalToken.address;
  const key = `${deployment.genesisHash} ${shop}`;
  return useQuery({
    queryKey: [CHAIN_KEY, "feed", shop],
    queryFn: async ({ signal }): Promise<LiveFeed> => {
      const client = getClient(config, { chainId });
      if (!client) throw new Error(`No client for chain ${chainId}`);
      const block = await getBlock(config, { chainId });
      const chain = { block: Number(block.number), at: Number(block.timestamp) };
      const known = feeds.get(key);
      const range = {
        fromBlock: Math.min(since ?? known?.fromBlock ?? chain.block, chain.block),
        toBlock: chain.block,
      };
      const feed = await nextFeed(createViemSource(client), { token, shop }, known, { ...range, signal });
      feeds.set(key, feed);
      return { payments: feed.payments, chain };
    },
    refetchInterval: EVERY_MS,
    // A till that is hidden behind another window still has to sound.
    refetchIntervalInBackground: true,
    staleTime: 0,
    retry: false,
  });
}
