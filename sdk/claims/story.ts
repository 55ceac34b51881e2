// SPDX-License-Identifier: EUPL-1.2
import { getAddress, hexToBigInt, numberToHex, padHex, type Hex } from "viem";
import { TRANSFER_TOPIC } from "../ledger/entries.ts";
import { CLAIM_CANCELLED_TOPIC, CLAIMED_TOPIC } from "../ledger/issuance-events.ts";
import { fetchLogs, type LogSource, type UndatedLog } from "../ledger/source.ts";

/** What became of a claim, as the chain tells: `at` is Unix seconds, `amount` cents. */
export type ClaimStory =
  | { kind: "paid"; payee: Hex; amount: bigint; at: number; tx: Hex; block: number }
  | { kind: "cancelled"; at: number; tx: Hex; block: number };

export type ClaimPlace = { token: Hex; issuance: Hex; runId: bigint; claimNumber: number };

/** Looks up what became of a claim from a block on; undefined when nothing has yet. */
export async function claimStory(
  source: LogSource,
  { token, issuance, runId, claimNumber }: ClaimPlace,
  fromBlock: number,
  signal?: AbortSignal,
): Promise<ClaimStory | undefined> {
  const topics = [[CLAIMED_TOPIC, CLAIM_CANCELLED_TOPIC], [word(runId)], [word(BigInt(claimNumber))]] as const;
  const toBlock = await source.latestBlock();
  const filters = [{ addresses: [issuance], topics }];
  const [event] = await fetchLogs(source, { fromBlock, toBlock, filters, ...(signal && { signal }) });
  if (event === undefined) return undefined;
  const { tx, block } = event;
  const at = event.timestamp ?? (await source.timestampOf(block));
  if (event.topics[0] === CLAIM_CANCELLED_TOPIC) return { kind: "cancelled", at, tx, block };
  const [payee, amount] = await paymentBefore(source, token, issuance, event);
  return { kind: "paid", payee, amount, at, tx, block };
}

/** The Transfer that stands right before: the claim was paid by it. */
async function paymentBefore(
  source: LogSource,
  token: Hex,
  issuance: Hex,
  { block, logIndex }: UndatedLog,
): Promise<[payee: Hex, amount: bigint]> {
  const filters = [{ addresses: [token], topics: [[TRANSFER_TOPIC], [word(BigInt(issuance))]] }];
  const transfers = await fetchLogs(source, { fromBlock: block, toBlock: block, filters });
  const payment = transfers.findLast((log) => log.logIndex < logIndex);
  const to = payment?.topics[2];
  if (payment === undefined || to === undefined)
    throw new Error(`No payment before event ${logIndex} of block ${block}`);
  return [getAddress(`0x${to.slice(-40)}`), hexToBigInt(payment.data)];
}

function word(value: bigint): Hex {
  return padHex(numberToHex(value), { size: 32 });
}
