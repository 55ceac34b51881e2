// SPDX-License-Identifier: EUPL-1.2
import { getAddress, hexToBigInt, zeroAddress, type Hex } from "viem";
import { addressTopic, AUTHORISED_TOPIC, noncesOfTransfers, placeKey } from "./authorised.ts";
import { TRANSFER_TOPIC } from "./entries.ts";
import { fetchLogs, inOrder, type LogSource, type UndatedLog } from "./source.ts";

/**
 * A payment that came to an account. `at` is the time of its block in Unix seconds; `nonce` is there when the payer signed
 * it, and holds the reference, where there was one (`sdk/payments/authorisation`).
 */
export type Incoming = { from: Hex; cents: bigint; block: number; logIndex: number; tx: Hex; at: number; nonce?: Hex };

/**
 * The payments to an account in a range of blocks, both ends included; in order. New money is none, nor is a payment to
 * oneself, nor one of 0, which anybody can make in anyone's name.
 */
export async function readIncoming(
  source: LogSource,
  token: Hex,
  account: Hex,
  range: { fromBlock: number; toBlock: number; signal?: AbortSignal },
): Promise<Incoming[]> {
  const to = addressTopic(account);
  const filters = [{ addresses: [token], topics: [[TRANSFER_TOPIC], null, [to]] }];
  const transfers = (await fetchLogs(source, { ...range, filters })).filter((log) => isPayment(log, to));
  const nonces = await noncesIn(source, token, transfers, range.signal);
  return Promise.all(
    transfers.map(async (log) => {
      const { topics, data, block, logIndex, tx, timestamp } = log;
      const nonce = nonces.get(placeKey(log));
      return {
        from: getAddress(`0x${topics[1]?.slice(26)}`),
        cents: hexToBigInt(data),
        block,
        logIndex,
        tx,
        at: timestamp ?? (await source.timestampOf(block)),
        ...(nonce !== undefined && { nonce }),
      };
    }),
  );
}

function isPayment({ topics: [, from], data }: UndatedLog, to: Hex): boolean {
  return from !== addressTopic(zeroAddress) && from !== to && hexToBigInt(data) > 0n;
}

/** The numbers under which some transfers were signed for; asked block by block, for those the payers were in. */
async function noncesIn(
  source: LogSource,
  token: Hex,
  transfers: readonly UndatedLog[],
  signal?: AbortSignal,
): Promise<Map<string, Hex>> {
  const payers = new Map<number, Set<Hex>>();
  for (const { block, topics } of transfers) {
    const ofBlock = payers.get(block) ?? new Set();
    payers.set(block, ofBlock.add(topics[1] as Hex));
  }
  const found = await Promise.all(
    [...payers].map(([block, froms]) => {
      const topics = [[TRANSFER_TOPIC, AUTHORISED_TOPIC], [...froms]];
      const range = { fromBlock: block, toBlock: block, ...(signal && { signal }) };
      return fetchLogs(source, { ...range, filters: [{ addresses: [token], topics }] });
    }),
  );
  return noncesOfTransfers(found.flat().toSorted(inOrder), token);
}
