// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from "node:crypto";
import type { Chain } from "../lib/network.ts";
import type { SignedRecord } from "../lib/sending/journal.ts";
import type { Sender } from "../lib/sending/sender.ts";
import { MOST_GAS } from "./budget.ts";
import type { Call } from "./kinds/kind.ts";
import { kindNamed, type Kinds } from "./kinds/registry.ts";
import { Refusal } from "./refusal.ts";
import { simulate } from "./simulate.ts";
import type { Entry, RequestState, Store } from "./store.ts";

/** Percent of the estimate that is added to it. */
const GAS_MARGIN = 20n;
/** Seconds before its end from which a request is not sent: it would cost gas and come too late. */
const LAST_SECONDS = 5;

/** A transaction, and the requests it is for. */
export type Shipment = { record: SignedRecord; entries: Entry[] };

export type Dispatch = {
  chain: Chain;
  sender: Sender;
  store: Store;
  kinds: Kinds;
  address: string;
  now(): Promise<number>;
  change(entry: Entry, state: RequestState): void;
};

/** Whether a request can no longer be written in time. */
export function isLate(kinds: Kinds, { request }: Entry, now: number): boolean {
  const expiresAt = kindNamed(kinds, request.kind).expiresAt?.(request.body);
  return expiresAt !== undefined && expiresAt <= now + LAST_SECONDS;
}

/**
 * Sends requests of one kind: tries each once more, and signs what passes, in one transaction where there are several.
 * @param entries One, or several of a kind that can send them together.
 * @returns What was sent; undefined when nothing was left, or only some that go on their own next time.
 */
export async function dispatch(entries: readonly Entry[], options: Dispatch): Promise<Shipment | undefined> {
  const { kinds, now, change } = options;
  const seconds = await now();
  const inTime = entries.filter((entry) => !isLate(kinds, entry, seconds));
  for (const entry of entries) if (!inTime.includes(entry)) change(entry, { state: "expired" });
  const passing = await passingOf(inTime, options);
  const [first] = passing;
  if (first === undefined) return undefined;
  const { batch } = kindNamed(kinds, first.request.kind);
  if (batch !== undefined && passing.length >= batch.fewest) {
    const call = batch.callOf(passing.map(({ request }) => request.body));
    const sent = await unlessRefused(async () => await send(passing, call, options));
    if (sent !== undefined) return sent;
  }
  return await orRefused(first, options, async () => await send([first], callOf(first, kinds), options));
}

/** Those the chain would take now; one alone is tried when its gas is estimated. */
async function passingOf(entries: readonly Entry[], options: Dispatch): Promise<Entry[]> {
  if (entries.length < 2) return [...entries];
  const { chain, address, kinds } = options;
  const passes = await Promise.all(
    entries.map(async (entry) => {
      const call = { ...callOf(entry, kinds), from: address };
      return await orRefused(entry, options, async () => {
        await simulate(async () => await chain.provider.call(call));
        return true;
      });
    }),
  );
  return entries.filter((_, i) => passes[i] === true);
}

async function send(entries: Entry[], call: Call, options: Dispatch): Promise<Shipment> {
  const { chain, sender, store, address, change } = options;
  const estimate = await simulate(async () => await chain.provider.estimateGas({ ...call, from: address }));
  const wanted = estimate + (estimate * GAS_MARGIN) / 100n;
  const most = MOST_GAS * BigInt(entries.length + 1);
  const step = randomUUID();
  store.attempt(step, entries);
  const record = await signed(sender, { name: step, ...call, gasLimit: wanted < most ? wanted : most });
  for (const entry of entries) change(entry, { state: "sent", hash: record.hash });
  return { record, entries };
}

/** What is signed and written down is under way, also where the node did not hear of it: it is told again. */
async function signed(sender: Sender, step: Parameters<Sender["send"]>[0]): Promise<SignedRecord> {
  try {
    return await sender.send(step);
  } catch (error) {
    const record = sender.sent.findLast((sent) => sent.step === step.name);
    if (record === undefined) throw error;
    return record;
  }
}

/** Does the work for an entry; when the chain refuses, says so of it, or where somebody else had it written. */
async function orRefused<T>(entry: Entry, options: Dispatch, work: () => Promise<T>): Promise<T | undefined> {
  const { kinds, now, change } = options;
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { find } = kindNamed(kinds, entry.request.kind);
    const written = await find?.(entry.request.body);
    if (written !== undefined) change(entry, { state: "confirmed", ...written });
    else if (isLate(kinds, entry, await now())) change(entry, { state: "expired" });
    else change(entry, { state: "refused", cause: error.cause });
    return undefined;
  }
}

/** Together they are tried only after each was alone: where the whole is refused all the same, they go one by one. */
async function unlessRefused<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

function callOf({ request }: Entry, kinds: Kinds): Call {
  return kindNamed(kinds, request.kind).callOf(request.body);
}
