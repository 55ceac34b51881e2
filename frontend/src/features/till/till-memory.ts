// SPDX-License-Identifier: EUPL-1.2
import type { Address } from "../../lib/runtime-config.ts";
import type { JudgedPayment } from "./judge-payments.ts";
import type { TillRequest } from "./till-request.ts";

/** What a till remembers of a shop: its requests, oldest first, the one on the screen, and what was looked at. */
export type TillMemory = {
  requests: TillRequest[];
  /** Reference of the request on the screen. */
  current?: string;
  /** Payments somebody has looked at, by `paymentKey`. */
  seen: string[];
  labels?: string[];
};

const KEPT_SECONDS = 86_400;
const MOST_SEEN = 200;
const MOST_LABELS = 8;

/** One memory for each chain and shop: a development chain that begins again begins with nothing. */
export function tillKey(genesisHash: string, shop: Address): string {
  return `mc.till.${genesisHash}.${shop.toLowerCase()}`;
}

export function paymentKey({ payment: { tx, logIndex } }: JudgedPayment): string {
  return `${tx} ${logIndex}`;
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
  if (!isObject(value)) return { requests: [], seen: [] };
  const { requests, current, seen, labels } = value;
  return {
    requests: Array.isArray(requests) ? requests.flatMap(requestIn) : [],
    ...(typeof current === "string" && { current }),
    seen: texts(seen),
    ...(Array.isArray(labels) && { labels: texts(labels) }),
  };
}

/** With a request more, on the screen; those of yesterday are forgotten. */
export function withRequest({ requests, ...rest }: TillMemory, request: TillRequest): TillMemory {
  const recent = requests.filter(({ asked }) => asked > request.asked - KEPT_SECONDS);
  return { ...rest, requests: [...recent, request], current: request.reference };
}

/** With nothing on the screen. */
export function withoutCurrent({ requests, seen, labels }: TillMemory): TillMemory {
  return { requests, seen, ...(labels && { labels }) };
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

/** With a label first among those on offer. */
export function withLabel(memory: TillMemory, label: string, labels: readonly string[]): TillMemory {
  return { ...memory, labels: [label, ...labels.filter((each) => each !== label)].slice(0, MOST_LABELS) };
}
