// SPDX-License-Identifier: EUPL-1.2
import { encodeEventTopics, getAddress, pad, type Hex } from "viem";
import { RegionalTokenAbi } from "../generated/abis.ts";
import { fetchThroughStore } from "./cache.ts";
import type { LogStore } from "./store.ts";
import { TRANSFER_TOPIC } from "./entries.ts";
import { fetchLogs, type LogSource, type UndatedLog } from "./source.ts";

/** The token says so when a payment that was signed (ERC-3009) is made: by whom, and under which number. */
export const AUTHORISED_TOPIC = encodeEventTopics({ abi: RegionalTokenAbi, eventName: "AuthorizationUsed" })[0];

/** A signed payment that was made: its number, and where the chain says so. */
export type Authorised = { nonce: Hex; block: number; tx: Hex; logIndex: number };

/** An address as it stands among the topics of an event. */
export function addressTopic(address: Hex): Hex {
  return pad(getAddress(address).toLowerCase() as Hex, { size: 32 });
}

export function authorisedOf({ topics, block, tx, logIndex }: UndatedLog): Authorised {
  const nonce = topics[2];
  if (nonce === undefined) throw new Error("An AuthorizationUsed event has a nonce");
  return { nonce, block, tx, logIndex };
}

/**
 * The number of each transfer that was made by a signature, by the place of the transfer (`placeKey`). The logs have to be
 * in order and hold, of each payer, all transfers of the transactions they are in: the one that follows the token's
 * word is the one that was signed for. What melted is posted between the two.
 */
export function noncesOfTransfers(logs: readonly UndatedLog[], token: Hex): Map<string, Hex> {
  const till = addressTopic(token);
  const waiting = new Map<string, Hex>();
  const nonces = new Map<string, Hex>();
  for (const log of logs) {
    const payer = `${log.tx} ${log.topics[1]}`;
    if (log.topics[0] === AUTHORISED_TOPIC) waiting.set(payer, authorisedOf(log).nonce);
    if (log.topics[0] !== TRANSFER_TOPIC || log.topics[2] === till) continue;
    const nonce = waiting.get(payer);
    if (nonce === undefined) continue;
    nonces.set(placeKey(log), nonce);
    waiting.delete(payer);
  }
  return nonces;
}

/** Tells logs apart. */
export function placeKey({ block, logIndex }: { block: number; logIndex: number }): string {
  return `${block} ${logIndex}`;
}

export type AuthorisedOptions = { fromBlock: number; toBlock?: number; store: LogStore; signal?: AbortSignal };

/** Every payment an account signed and somebody sent, oldest first. */
export async function readAuthorised(
  source: LogSource,
  token: Hex,
  account: Hex,
  { store, toBlock, ...options }: AuthorisedOptions,
): Promise<Authorised[]> {
  const filters = [{ addresses: [token], topics: [[AUTHORISED_TOPIC], [addressTopic(account)]] }];
  const key = `authorised:${getAddress(token)}:${getAddress(account)}`;
  const latest = toBlock ?? (await source.latestBlock());
  const logs = await fetchThroughStore(source, store, key, { ...options, toBlock: latest, filters });
  return logs.map(authorisedOf);
}

/** Which of some numbers were used, by anybody, and in which transactions. */
export async function readUses(
  source: LogSource,
  token: Hex,
  nonces: readonly Hex[],
  range: { fromBlock: number; toBlock: number; signal?: AbortSignal },
): Promise<Authorised[]> {
  if (nonces.length === 0) return [];
  const filters = [{ addresses: [token], topics: [[AUTHORISED_TOPIC], null, nonces] }];
  return (await fetchLogs(source, { ...range, filters })).map(authorisedOf);
}
