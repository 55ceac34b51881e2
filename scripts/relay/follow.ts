// SPDX-License-Identifier: EUPL-1.2
import { setTimeout as pause } from "node:timers/promises";
import type { TransactionReceipt } from "ethers";
import { finalityOf } from "../lib/finality.ts";
import type { Chain } from "../lib/network.ts";
import { isDeep } from "../lib/sending/depth.ts";
import type { Session } from "../lib/sending/session.ts";
import type { Shipment } from "./dispatch.ts";
import { kindNamed, type Kinds } from "./kinds/registry.ts";
import { Refusal } from "./refusal.ts";
import type { Entry, RequestState, Store } from "./store.ts";

/** How often a request is sent that the chain refuses though it went through when it was tried. */
const MOST_ATTEMPTS = 3;
/** Questions that have to find a receipt gone before we believe it: nodes behind one address differ. */
const LOOKS_BEFORE_GONE = 3;

/** A transaction that is written, and not final yet. */
type Written = Shipment & { receipt: TransactionReceipt; looks: number };

export type Follower = {
  /** Waits until a transaction is written deep enough, and says so of its requests. */
  follow(shipment: Shipment): Promise<void>;
  /** Takes up what an earlier relay signed: it may have seen all of it written, or nothing. */
  resume(shipment: Shipment): Promise<void>;
  /** Whether an entry was sent before, and came to nothing. */
  wasTried(entry: Entry): boolean;
  /** Looks whether what was confirmed is still there; what is not is followed again by the one who asks. */
  lookBack(): Promise<Shipment[]>;
};

export type FollowOptions = {
  chain: Chain;
  session: Session;
  store: Store;
  kinds: Kinds;
  /** Ends the waiting for what is not written yet. */
  signal: AbortSignal;
  change(entry: Entry, state: RequestState): void;
  /** Has an entry sent once more. */
  again(entry: Entry): void;
};

export function openFollower({ chain, session, store, kinds, signal, change, again }: FollowOptions): Follower {
  const { sender, journal } = session;
  const attempts = new WeakMap<Entry, number>();
  let written: Written[] = [];
  let lastBlock = -1;
  return { follow, lookBack, resume, wasTried: (entry) => attempts.has(entry) };

  async function follow(shipment: Shipment): Promise<void> {
    for (;;) {
      const outcome = await sender.outcome(shipment.record, signal);
      if (outcome.kind === "mined") {
        // Who pays next from these accounts need not wait for the depth.
        for (const entry of shipment.entries) entry.isWritten = true;
        // What became of it is asked once more at that depth: a reorganisation may have taken it back.
        if (!(await awaitDepth(outcome.receipt.blockNumber))) continue;
        settle(shipment, outcome.receipt);
        return;
      }
      if (outcome.kind === "reverted") store.addFee(outcome.receipt.fee);
      end(shipment);
      for (const entry of shipment.entries) tryAgain(entry);
      return;
    }
  }

  async function resume(shipment: Shipment): Promise<void> {
    const { record, entries } = shipment;
    const hash = entries.map(({ state }) => (state.state === "confirmed" ? state.hash : undefined)).find(Boolean);
    const receipt = hash === undefined ? null : await chain.provider.getTransactionReceipt(hash);
    if (receipt === null) return await follow(shipment);
    written.push({ record, entries, receipt, looks: 0 });
  }

  /** False when it is better to ask again what became of the transaction. */
  async function awaitDepth(block: number): Promise<boolean> {
    if (await isDeep(chain, block)) return true;
    await pause(chain.rules.pollEveryMs, undefined, { signal });
    return false;
  }

  function settle(shipment: Shipment, receipt: TransactionReceipt): void {
    const { entries } = shipment;
    store.addFee(receipt.fee);
    const skipped = skippedIn(entries, receipt);
    const made = entries.filter(({ key }) => !skipped.has(key));
    for (const entry of made) {
      change(entry, { state: "confirmed", hash: receipt.hash, block: receipt.blockNumber });
    }
    for (const entry of entries) if (skipped.has(entry.key)) tryAgain(entry);
    written.push({ record: shipment.record, entries: made, receipt, looks: 0 });
  }

  function skippedIn(entries: readonly Entry[], receipt: TransactionReceipt): ReadonlySet<string> {
    const [first] = entries;
    const batch = first && kindNamed(kinds, first.request.kind).batch;
    return batch?.skippedIn(receipt) ?? new Set();
  }

  async function lookBack(): Promise<Shipment[]> {
    if (written.length === 0) return [];
    const block = await chain.provider.getBlockNumber();
    if (block === lastBlock) return [];
    const final = await finalityOf(chain);
    const gone: Written[] = [];
    for (const each of written) {
      const receipt = await chain.provider.getTransactionReceipt(each.receipt.hash);
      if (receipt === null) {
        if (++each.looks >= LOOKS_BEFORE_GONE) gone.push(each);
        continue;
      }
      each.looks = 0;
      if (receipt.blockHash !== each.receipt.blockHash) moved(each, receipt);
    }
    // Looked at again at once where a receipt is missing, else when there is a new block.
    if (!written.some(({ looks }) => looks > 0)) lastBlock = block;
    const isFinal = ({ receipt, looks }: Written) => looks === 0 && receipt.blockNumber <= final.block;
    for (const each of written.filter(isFinal)) end(each);
    written = written.filter((each) => !isFinal(each) && !gone.includes(each));
    for (const { entries, record } of gone) for (const entry of entries) vanished(entry, record.hash);
    return gone.map(({ record, entries }) => ({ record, entries }));
  }

  /** Another block holds it now. */
  function moved(each: Written, receipt: TransactionReceipt): void {
    each.receipt = receipt;
    for (const entry of each.entries) {
      change(entry, { state: "confirmed", hash: receipt.hash, block: receipt.blockNumber });
    }
  }

  function vanished(entry: Entry, hash: string): void {
    entry.isWritten = false;
    change(entry, { state: "sent", hash });
  }

  /** The trial before sending says why it is refused, or that it may be sent once more. */
  function tryAgain(entry: Entry): void {
    entry.isWritten = false;
    const count = (attempts.get(entry) ?? 0) + 1;
    attempts.set(entry, count);
    if (count >= MOST_ATTEMPTS) return change(entry, { state: "refused", cause: Refusal.of("failed").cause });
    change(entry, { state: "received" });
    again(entry);
  }

  /** Nothing more can become of it. */
  function end({ record }: Shipment): void {
    journal.append({ kind: "done", step: record.step, hash: record.hash, block: 0 });
    sender.forget(record);
  }
}
