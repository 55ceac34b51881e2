// SPDX-License-Identifier: EUPL-1.2
import { encodeEventTopics, hexToBigInt, padHex, type Hex } from "viem";
import { RegionalTokenAbi } from "../generated/abis.ts";
import { TRANSFER_TOPIC } from "../ledger/entries.ts";
import { fetchLogs, type LogSource, type UndatedLog } from "../ledger/source.ts";
import type { SignedAuthorisation } from "./authorisation.ts";

const [USED_TOPIC] = encodeEventTopics({ abi: RegionalTokenAbi, eventName: "AuthorizationUsed" });
const [CANCELLED_TOPIC] = encodeEventTopics({ abi: RegionalTokenAbi, eventName: "AuthorizationCanceled" });

/**
 * What became of the number of a signed payment, as the chain tells; `at` is Unix seconds. `other`: the payer used it for
 * another payment, or for a right to spend.
 */
export type PaymentStory = { kind: "paid" | "cancelled"; at: number; tx: Hex; block: number } | { kind: "other" };

/** Looks up, from a block on, what a number that is used was used for. */
export async function paymentStory(
  source: LogSource,
  signed: SignedAuthorisation,
  fromBlock: number,
  signal?: AbortSignal,
): Promise<PaymentStory> {
  const { token, from, nonce } = signed;
  const toBlock = await source.latestBlock();
  const filters = [{ addresses: [token], topics: [[USED_TOPIC, CANCELLED_TOPIC], [word(from)], [nonce]] }];
  const [event] = await fetchLogs(source, { fromBlock, toBlock, filters, ...(signal && { signal }) });
  if (event === undefined) return { kind: "other" };
  const { tx, block } = event;
  const isCancelled = event.topics[0] === CANCELLED_TOPIC;
  if (!isCancelled && !(await isPaidAfter(source, signed, event))) return { kind: "other" };
  const at = event.timestamp ?? (await source.timestampOf(block));
  return { kind: isCancelled ? "cancelled" : "paid", at, tx, block };
}

/** Whether what was signed moved in the transaction that used its number. */
async function isPaidAfter(
  source: LogSource,
  { token, from, to, value }: SignedAuthorisation,
  { block, tx, logIndex }: UndatedLog,
): Promise<boolean> {
  const filters = [{ addresses: [token], topics: [[TRANSFER_TOPIC], [word(from)], [word(to)]] }];
  const transfers = await fetchLogs(source, { fromBlock: block, toBlock: block, filters });
  return transfers.some((log) => log.tx === tx && log.logIndex > logIndex && hexToBigInt(log.data) === BigInt(value));
}

function word(address: Hex): Hex {
  return padHex(address.toLowerCase() as Hex, { size: 32 });
}
