// SPDX-License-Identifier: EUPL-1.2
import { id as hashOf } from "ethers";
import type { Budget } from "./budget.ts";
import { kindNamed, type Kinds } from "./kinds/registry.ts";
import type { Queue } from "./queue.ts";
import type { Quota } from "./quota.ts";
import { Refusal } from "./refusal.ts";
import type { Entry, RelayRequest, Store } from "./store.ts";

/** Requests that may wait: more would only be refused later. */
const MOST_WAITING = 2_000;

export type Intake = {
  /**
   * Takes a request, on the disk when it returns. The same one again is the same entry.
   * @throws Refusal when it would not go through, or not now.
   */
  submit(request: RelayRequest): Promise<Entry>;
};

export type IntakeOptions = {
  kinds: Kinds;
  store: Store;
  queue: Queue;
  budget: Budget;
  /** Counts requests by who signed them. */
  signers: Quota;
  isPaused(): boolean;
  report(entry: Entry): void;
};

export function openIntake({ kinds, store, queue, budget, signers, isPaused, report }: IntakeOptions): Intake {
  return {
    async submit(request) {
      const kind = kindNamed(kinds, request.kind);
      const key = kind.keyOf(request.body);
      const known = knownEntry(key, request);
      if (known !== undefined) return await written(known);
      if (isPaused()) throw Refusal.of("paused");
      if (queue.size >= MOST_WAITING) throw Refusal.of("busy");
      await kind.verify(request.body);
      await budget.check(queue.size);
      // Another one about the same thing may have been taken while we were asking.
      const meanwhile = knownEntry(key, request);
      if (meanwhile !== undefined) return await written(meanwhile);
      const signer = kind.signerOf?.(request.body);
      if (signer !== undefined) signers.take(signer);
      // Known from here on to whoever asks for the same, and sent once it is on the disk.
      const entry = await written(store.accept({ id: idOf(request), key, request }));
      report(entry);
      const replaced = kind.replaces?.(request.body);
      if (replaced !== undefined) queue.drop(replaced, Refusal.of("cancelled").cause);
      queue.push(entry);
      return entry;
    },
  };

  async function written(entry: Entry): Promise<Entry> {
    await store.onDisk();
    return entry;
  }

  /** What was taken before about the same thing, unless it came to nothing or the chain is to say that it is over. */
  function knownEntry(key: string, request: RelayRequest): Entry | undefined {
    const known = store.findByKey(key);
    if (known === undefined || known.state.state === "refused" || known.state.state === "expired") return undefined;
    const { contentOf, conflict } = kindNamed(kinds, request.kind);
    if (known.request.kind === request.kind && contentOf(known.request.body) === contentOf(request.body)) return known;
    if (known.state.state === "confirmed") return undefined;
    throw Refusal.of(conflict);
  }
}

/** The same for the same request, and not to be guessed without its signature. */
function idOf({ kind, body }: RelayRequest): string {
  return hashOf(`${kind} ${JSON.stringify(body, Object.keys(body as object).toSorted())}`).slice(2, 34);
}
