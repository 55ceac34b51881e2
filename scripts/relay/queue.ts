// SPDX-License-Identifier: EUPL-1.2
import { setTimeout as pause } from "node:timers/promises";
import type { TransactionReceipt } from "ethers";
import type { Hex } from "viem";
import { asFailure } from "../lib/failure.ts";
import type { Chain } from "../lib/network.ts";
import type { SignedRecord } from "../lib/sending/journal.ts";
import { awaitDepth } from "../lib/sending/depth.ts";
import type { Session } from "../lib/sending/session.ts";
import { MOST_GAS } from "./budget.ts";
import { type Cause, Refusal } from "./refusal.ts";
import { simulate } from "./simulate.ts";
import type { Entry, Store } from "./store.ts";

/** Transactions that are signed and not written yet: enough for many a block, few enough to sign again in a crisis. */
const MOST_IN_FLIGHT = 16;
/** How often a request is sent that the chain refuses though it went through when it was tried. */
const MOST_ATTEMPTS = 3;
const LONGEST_GOODBYE_MS = 2_000;
/** Percent of the estimate that is added to it. */
const GAS_MARGIN = 20n;

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
  address: string;
  callOf(entry: Entry): { to: Hex; data: Hex };
  /** Told of every change, for the log. */
  report(entry: Entry): void;
};

/** Sends what was taken: one signature after the other, in the order of arrival, each journalled before it leaves. */
export function openQueue({ chain, session, store, address, callOf, report }: QueueOptions): Queue {
  const { sender, journal } = session;
  const waiting: Entry[] = store.unfinished();
  // What an earlier relay signed and saw no end of; looked up once.
  const resumed = new Set(waiting.map(({ id }) => id));
  const attempts = new Map<string, number>();
  const settled = new Set<string>();
  const following = new Set<Promise<void>>();
  const stopping = new AbortController();
  let problem: string | undefined;
  let wake = () => {};
  const running = run();

  return {
    push(entry) {
      waiting.push(entry);
      wake();
    },
    drop(key, cause) {
      // The first one may be on its way to be signed.
      const place = waiting.findIndex((entry, i) => i > 0 && entry.key === key);
      const [dropped] = place < 0 ? [] : waiting.splice(place, 1);
      if (dropped !== undefined) change(dropped, { state: "refused", cause });
    },
    get size() {
      return waiting.length + following.size;
    },
    get problem() {
      return problem;
    },
    async stop() {
      stopping.abort();
      wake();
      await running;
      // What is not written by then is followed by the next relay.
      await Promise.race([Promise.all(following), pause(LONGEST_GOODBYE_MS, undefined, { ref: false })]);
    },
  };

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      const entry = waiting[0];
      if (entry === undefined || following.size >= MOST_IN_FLIGHT) {
        await new Promise<void>((resolve) => (wake = resolve));
        continue;
      }
      const isDone = await patiently(async () => await begin(entry));
      if (isDone) waiting.shift();
    }
  }

  /** Tries now, and again later when the node or the disk is the trouble. False when it has to be tried again. */
  async function patiently(work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      problem = undefined;
      return true;
    } catch (error) {
      problem = asFailure(error).key;
      await pause(chain.rules.pollEveryMs, undefined, { signal: stopping.signal }).catch(() => undefined);
      return false;
    }
  }

  async function begin(entry: Entry): Promise<void> {
    const underWay = sender.sent.findLast(({ step, hash }) => step === entry.id && !settled.has(hash));
    if (underWay !== undefined) {
      if (entry.state.state === "received") change(entry, { state: "sent", hash: underWay.hash });
      follow(entry, underWay);
      return;
    }
    if (resumed.delete(entry.id) && (await wasWritten(entry))) return;
    const call = callOf(entry);
    try {
      const estimate = await simulate(async () => await chain.provider.estimateGas({ ...call, from: address }));
      const wanted = estimate + (estimate * GAS_MARGIN) / 100n;
      const record = await sender.send({ name: entry.id, ...call, gasLimit: wanted < MOST_GAS ? wanted : MOST_GAS });
      change(entry, { state: "sent", hash: record.hash });
      follow(entry, record);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      change(entry, { state: "refused", cause: error.cause });
    }
  }

  /** A relay that was killed may have sent it, and not lived to see it written. */
  async function wasWritten(entry: Entry): Promise<boolean> {
    for (const record of journal.records) {
      if (record.kind !== "signed" || record.step !== entry.id) continue;
      const receipt = await chain.provider.getTransactionReceipt(record.hash);
      if (receipt?.status !== 1) continue;
      confirm(entry, receipt);
      return true;
    }
    return false;
  }

  function follow(entry: Entry, record: SignedRecord): void {
    const end = outcomeOf(entry, record).finally(() => {
      following.delete(end);
      wake();
    });
    following.add(end);
  }

  async function outcomeOf(entry: Entry, record: SignedRecord): Promise<void> {
    let isKnown = false;
    while (!isKnown && !stopping.signal.aborted) {
      isKnown = await patiently(async () => {
        const outcome = await sender.outcome(record);
        if (outcome.kind === "mined") await awaitDepth(chain, outcome.receipt.blockNumber);
        settled.add(record.hash);
        if (outcome.kind === "mined") confirm(entry, outcome.receipt);
        else tryAgain(entry, outcome.kind === "reverted" ? outcome.receipt : undefined);
      });
    }
  }

  function confirm(entry: Entry, receipt: TransactionReceipt): void {
    store.addFee(entry.id, receipt.fee);
    change(entry, { state: "confirmed", hash: receipt.hash, block: receipt.blockNumber });
  }

  /** The trial before sending says why it is refused, or that it may be sent once more. */
  function tryAgain(entry: Entry, reverted: TransactionReceipt | undefined): void {
    if (reverted !== undefined) store.addFee(entry.id, reverted.fee);
    const count = (attempts.get(entry.id) ?? 0) + 1;
    attempts.set(entry.id, count);
    if (count >= MOST_ATTEMPTS) change(entry, { state: "refused", cause: Refusal.of("failed").cause });
    else waiting.push(entry);
  }

  function change(entry: Entry, state: Entry["state"]): void {
    // Who asks again after a refusal begins anew.
    if (state.state === "refused") attempts.delete(entry.id);
    store.setState(entry.id, state);
    report(entry);
  }
}
