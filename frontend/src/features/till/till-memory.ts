// SPDX-License-Identifier: EUPL-1.2
import type { Address } from "../../lib/runtime-config.ts";
import type { TillRequest } from "./till-request.ts";

/** What a till remembers of a shop: its requests, oldest first, the one on the screen, and what was looked at. */
export type TillMemory = {
  requests: TillRequest[];
  /** Reference of the request on the screen. */
  current?: string;
  /** Payments somebody has looked at, by `paymentKey`. */
  seen: string[];
  /** Payments without a reference that are for something else, by `paymentKey`. */
  notOurs: string[];
  labels?: string[];
};

const KEPT_SECONDS = 8 * 86_400;
const WATCHED_SECONDS = 86_400;
const MOST_SEEN = 200;
const MOST_LABELS = 8;

/** One memory for each chain and shop: a development chain that begins again begins with nothing. */
export function tillKey(genesisHash: string, shop: Address): string {
  return `mc.till.${genesisHash}.${shop.toLowerCase()}`;
}

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null;
const texts = (value: unknown) =>
  Array.isArray(value) ? value.filter((each): each is string => typeof each === "string") : [];

function requestIn(value: unknown): TillRequest[] {
  if (!isObject(value)) return [];
  const { reference, cents, label, asked, expires, fromBlock, chainAhead, cancelledBlock } = value;
  const numbers = [asked, expires, fromBlock, chainAhead, cancelledBlock ?? 0];
  if (typeof reference !== "string" || typeof cents !== "string" || !/^[1-9][0-9]*$/.test(cents)) return [];
  if (!numbers.every(Number.isSafeInteger)) return [];
  return [
    {
      reference,
      cents: BigInt(cents),
      ...(typeof label === "string" && { label }),
      asked: Number(asked),
      expires: Number(expires),
      fromBlock: Number(fromBlock),
      chainAhead: Number(chainAhead),
      ...(cancelledBlock !== undefined && { cancelledBlock: Number(cancelledBlock) }),
    },
  ];
}

/** The memory in what a browser kept; what cannot be read is left out. */
export function parseTillMemory(value: unknown): TillMemory {
  if (!isObject(value)) return { requests: [], seen: [], notOurs: [] };
  const { requests, current, seen, notOurs, labels } = value;
  return {
    requests: Array.isArray(requests) ? requests.flatMap(requestIn) : [],
    ...(typeof current === "string" && { current }),
    seen: texts(seen),
    notOurs: texts(notOurs),
    ...(Array.isArray(labels) && { labels: texts(labels) }),
  };
}

/** With a request more, on the screen; those of last week are forgotten. */
export function withRequest({ requests, ...rest }: TillMemory, request: TillRequest): TillMemory {
  const recent = requests.filter(({ asked }) => asked > request.asked - KEPT_SECONDS);
  return { ...rest, requests: [...recent, request], current: request.reference };
}

/** The requests a payment may still come for. */
export function watchedRequests({ requests }: TillMemory, now: number): TillRequest[] {
  return requests.filter(({ asked }) => asked > now - WATCHED_SECONDS);
}

/** With nothing on the screen. */
export function withoutCurrent({ requests, seen, notOurs, labels }: TillMemory): TillMemory {
  return { requests, seen, notOurs, ...(labels && { labels }) };
}

/** With a request taken back: a payment after this block comes too late. */
export function withCancelled(memory: TillMemory, reference: string, block: number): TillMemory {
  const requests = memory.requests.map((each) =>
    each.reference === reference ? { ...each, cancelledBlock: block } : each,
  );
  return withoutCurrent({ ...memory, requests });
}

export function withSeen(memory: TillMemory, keys: readonly string[]): TillMemory {
  return { ...memory, seen: [...memory.seen, ...keys].slice(-MOST_SEEN) };
}

export function withNotOurs(memory: TillMemory, keys: readonly string[]): TillMemory {
  return { ...memory, notOurs: [...memory.notOurs, ...keys].slice(-MOST_SEEN) };
}

/** With a label first among those on offer. */
export function withLabel(memory: TillMemory, label: string, labels: readonly string[]): TillMemory {
  return { ...memory, labels: [label, ...labels.filter((each) => each !== label)].slice(0, MOST_LABELS) };
}
