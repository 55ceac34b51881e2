// SPDX-License-Identifier: EUPL-1.2
import { readIncoming, type Incoming } from "@monnaie-commune/sdk/ledger/incoming";
import type { LogSource } from "@monnaie-commune/sdk/ledger/source";
import type { Address } from "../../lib/runtime-config.ts";

/** Payments to a shop since a block, read up to another one. */
export type PaymentFeed = { fromBlock: number; toBlock: number; payments: Incoming[] };

/** The last blocks are read again every time: the chain may still replace them. */
const REREAD_BLOCKS = 12;

/** The feed up to the latest block: what came in since it was last read, and what took the place of the last blocks. */
export async function nextFeed(
  source: LogSource,
  account: { token: Address; shop: Address },
  feed: PaymentFeed | undefined,
  range: { fromBlock: number; toBlock: number; signal?: AbortSignal },
): Promise<PaymentFeed> {
  const kept = feed && feed.fromBlock <= range.fromBlock ? feed : undefined;
  // A chain that is shorter than it was has replaced its end.
  const known = kept && Math.min(kept.toBlock, range.toBlock) - REREAD_BLOCKS;
  const fromBlock = kept?.fromBlock ?? range.fromBlock;
  const start = known === undefined ? fromBlock : Math.max(fromBlock, known + 1);
  const fresh = await readIncoming(source, account.token, account.shop, { ...range, fromBlock: start });
  const old = kept?.payments.filter(({ block }) => block < start) ?? [];
  return { fromBlock, toBlock: range.toBlock, payments: [...old, ...fresh] };
}
