// SPDX-License-Identifier: EUPL-1.2
import { setTimeout as pause } from "node:timers/promises";
import { asFailure } from "../lib/failure.ts";
import type { Chain } from "../lib/network.ts";
import { inTurn } from "../lib/sending/turns.ts";
import type { Session } from "../lib/sending/session.ts";
import { dispatch, isLate, type Shipment } from "./dispatch.ts";
import { openFollower } from "./follow.ts";
import { kindNamed, type Kinds } from "./kinds/registry.ts";
import type { Cause } from "./refusal.ts";
import { shipmentsIn } from "./resume.ts";
import type { Entry, RequestState, Store } from "./store.ts";
import type { LaneOf } from "./under-way.ts";
import { openWaiting } from "./waiting.ts";

/** Transactions that are signed and not written yet: enough for many a block, few enough to sign again in a crisis. */
const MOST_IN_FLIGHT = 16;
/** While something is on its way, others are gathered for so long, in milliseconds, so that they can go together. */
const LONGEST_GATHER_MS = 1_000;
const POLLS_TO_GATHER = 4;
/** How often we look round when nothing happens: what waits may be late, what was confirmed may be gone. */
const ROUND_MS = 1_000;

export type Queue = {
  push(entry: Entry): void;
  /** Refuses what still waits about something. */
  drop(key: string, cause: Cause): void;
  /** Requests that wait or are under way. */
  readonly size: number;
  /** Why nothing goes out at the moment, if so. */
  readonly problem: string | undefined;
  /** Ends as soon as what is being signed is on its way; the rest is taken up again by the next relay. */
  stop(): Promise<void>;
};

export type QueueOptions = {
  chain: Chain;
  session: Session;
  store: Store;
  kinds: Kinds;
  laneOf: LaneOf;
  address: string;
  now(): Promise<number>;
  /** Whether somebody asked for a pause: nothing new is sent meanwhile. */
  isPaused(): boolean;
  /** Told of every change. */
  report(entry: Entry): void;
};

/** Sends what was taken: one signature after the other, in the order of arrival, each journalled before it leaves. */
export function openQueue(options: QueueOptions): Queue {
  const { chain, session, store, kinds, laneOf, isPaused, now, report } = options;
  const stopping = new AbortController();
  const { signal } = stopping;
  const waiting = openWaiting(laneOf, (lane) => held.has(lane));
  const held = { has: (lane: string) => inFlight.some((each) => each.entries.some((entry) => isHolding(entry, lane))) };
  const follower = openFollower({
    chain,
    session,
    store,
    kinds,
    signal,
    change,
    again: (entry) => waiting.push(entry),
  });
  const following = new Set<Promise<void>>();
  const gatherMs = Math.min(LONGEST_GATHER_MS, chain.rules.pollEveryMs * POLLS_TO_GATHER);
  const lookRound = inTurn(round);
  let inFlight: Shipment[] = [];
  let problem: string | undefined;
  let wake = () => {};
  resume();
  const running = Promise.all([run(), lookRoundAndRound()]);

  return {
    push(entry) {
      waiting.push(entry);
      wake();
    },
    drop(key, cause) {
      const dropped = waiting.drop(key);
      if (dropped !== undefined) change(dropped, { state: "refused", cause });
    },
    get size() {
      return store.size;
    },
    get problem() {
      return isPaused() ? "paused" : problem;
    },
    async stop() {
      stopping.abort();
      wake();
      // What is not written yet is followed by the next relay.
      await Promise.all([running, ...following]);
    },
  };

  /** What an earlier relay signed is followed; what it took and did not sign waits. */
  function resume(): void {
    const resumed = new Set<Entry>();
    for (const shipment of shipmentsIn(session.journal, store, options.address)) {
      for (const entry of shipment.entries) {
        resumed.add(entry);
        if (entry.state.state === "received") change(entry, { state: "sent", hash: shipment.record.hash });
      }
      watch(shipment, follower.resume);
    }
    for (const entry of store.unfinished()) if (!resumed.has(entry)) waiting.push(entry);
  }

  async function run(): Promise<void> {
    while (!signal.aborted) {
      const group = waiting.next(mostWith);
      const [first] = group;
      if (first === undefined || isPaused() || inFlight.length >= MOST_IN_FLIGHT) {
        await sleep(ROUND_MS);
        continue;
      }
      const missing = gatherMs - (performance.now() - arrivalOf(first));
      if (inFlight.length > 0 && group.length < mostWith(first) && missing > 0) {
        await sleep(missing);
        continue;
      }
      // Out of the line while it is signed: nobody can cancel it any more, and nobody passes it.
      waiting.remove(group);
      const sent = await patiently(async () => await dispatch(group, { ...options, ...session, change }));
      for (const entry of group) if (entry.state.state === "received") waiting.push(entry);
      if (sent?.result !== undefined) watch(sent.result, follower.follow);
    }
  }

  function mostWith(entry: Entry): number {
    return follower.wasTried(entry) ? 1 : (kindNamed(kinds, entry.request.kind).batch?.most ?? 1);
  }

  function isHolding(entry: Entry, lane: string): boolean {
    return entry.isWritten !== true && entry.state.state === "sent" && laneOf(entry)?.lane === lane;
  }

  async function lookRoundAndRound(): Promise<void> {
    while (!signal.aborted) {
      await pause(Math.min(ROUND_MS, chain.rules.pollEveryMs), undefined, { signal }).catch(() => {});
      await lookRound().catch(() => {});
    }
  }

  async function round(): Promise<void> {
    const seconds = waiting.size > 0 ? await now() : 0;
    for (const entry of waiting.sift((each) => isLate(kinds, each, seconds))) change(entry, { state: "expired" });
    for (const shipment of await follower.lookBack()) watch(shipment, follower.follow);
  }

  /** Tries now; undefined when the node or the disk is the trouble, and it has to be tried again. */
  async function patiently<T>(work: () => Promise<T>): Promise<{ result: T } | undefined> {
    try {
      const result = await work();
      problem = undefined;
      return { result };
    } catch (error) {
      if (!signal.aborted) problem = asFailure(error).key;
      await pause(chain.rules.pollEveryMs, undefined, { signal }).catch(() => undefined);
      return undefined;
    }
  }

  function watch(shipment: Shipment, how: (shipment: Shipment) => Promise<void>): void {
    inFlight.push(shipment);
    const end = untilKnown(shipment, how).finally(() => {
      following.delete(end);
      inFlight = inFlight.filter((each) => each !== shipment);
      wake();
    });
    following.add(end);
  }

  async function untilKnown(shipment: Shipment, how: (shipment: Shipment) => Promise<void>): Promise<void> {
    while (!signal.aborted) if ((await patiently(async () => await how(shipment))) !== undefined) return;
  }

  async function sleep(ms: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  function change(entry: Entry, state: RequestState): void {
    store.setState(entry, state);
    report(entry);
  }
}

const arrivals = new WeakMap<Entry, number>();

/** When the queue first saw an entry, in milliseconds of this process. */
function arrivalOf(entry: Entry): number {
  const known = arrivals.get(entry) ?? performance.now();
  arrivals.set(entry, known);
  return known;
}
