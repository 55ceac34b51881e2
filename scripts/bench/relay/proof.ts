// SPDX-License-Identifier: EUPL-1.2
import { isBad, type Sent } from "./load.ts";
import type { World } from "./world.ts";

/** What the chain says of everything that was sent, once nothing moves any more. */
export type Proof = {
  /** Payments whose payee got more than once, or more than was signed. */
  double: number;
  /** Payments that were taken and that the chain does not have. */
  lost: number;
  /** Payments that the chain has and nobody was told were taken. */
  unannounced: number;
  /** Requests that had to come to nothing and were taken. */
  badTaken: number;
  /** Transactions of the relay that paid fees for nothing, and payments skipped in a batch. */
  wasted: number;
  /** Transactions of the relay, and what they used in all. */
  transactions: number;
  gas: bigint;
  payments: number;
};

export async function proveFromChain(
  { node, system, sender, shops }: World,
  sent: readonly Sent[],
  fromBlock: number,
): Promise<Proof> {
  const { provider } = node.chain;
  const { token, batch } = system;
  const times = new Map<string, number>();
  for (const { args } of await token.queryFilter(token.filters.AuthorizationUsed(), fromBlock)) {
    const key = `${args.authorizer} ${args.nonce}`;
    times.set(key, (times.get(key) ?? 0) + 1);
  }
  const taken = new Map<string, bigint>();
  const owed = new Map<string, bigint>();
  for (const { request, id } of sent) {
    if (request.sort !== "valid" || id === undefined) continue;
    const { from, nonce, to, value } = request.body;
    taken.set(`${from} ${nonce}`, BigInt(value));
    owed.set(to, (owed.get(to) ?? 0n) + BigInt(value));
  }
  const got = new Map<string, bigint>();
  for (const { args } of await token.queryFilter(token.filters.Transfer(), fromBlock)) {
    got.set(args.to, (got.get(args.to) ?? 0n) + args.value);
  }
  const overpaid = shops.filter((shop) => (got.get(shop) ?? 0n) > (owed.get(shop) ?? 0n)).length;
  const transactions = await transactionsOf(provider, sender, fromBlock);
  const skipped = await batch.queryFilter(batch.filters.AuthorizationSkipped(), fromBlock);
  const made = [...times.values()].reduce((sum, count) => sum + count, 0);
  return {
    double: [...times.values()].filter((count) => count > 1).length + overpaid,
    lost: [...taken.keys()].filter((key) => !times.has(key)).length,
    unannounced: [...times.keys()].filter((key) => !taken.has(key)).length,
    badTaken: sent.filter(({ request, id }) => isBad(request.sort) && id !== undefined).length,
    wasted: transactions.filter(({ status, logs }) => status !== 1 || logs === 0).length + skipped.length,
    transactions: transactions.length,
    gas: transactions.reduce((sum, { gasUsed }) => sum + gasUsed, 0n),
    payments: made,
  };
}

async function transactionsOf(provider: World["node"]["chain"]["provider"], sender: string, fromBlock: number) {
  const found: { status: number; logs: number; gasUsed: bigint }[] = [];
  const last = await provider.getBlockNumber();
  for (let number = fromBlock; number <= last; number++) {
    const receipts = (await provider.send("eth_getBlockReceipts", [`0x${number.toString(16)}`])) as {
      from: string;
      status: string;
      logs: unknown[];
      gasUsed: string;
    }[];
    for (const { from, status, logs, gasUsed } of receipts) {
      if (from.toLowerCase() !== sender.toLowerCase()) continue;
      found.push({ status: Number(status), logs: logs.length, gasUsed: BigInt(gasUsed) });
    }
  }
  return found;
}
