// SPDX-License-Identifier: EUPL-1.2
import { id as hashOf } from "ethers";
import type { Budget } from "./budget.ts";
import type { RequestKind } from "./kind.ts";
import type { Queue } from "./queue.ts";
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
  kinds: { [Name in RelayRequest["kind"]]: RequestKind<Extract<RelayRequest, { kind: Name }>["body"]> };
  store: Store;
  queue: Queue;
  budget: Budget;
  report(entry: Entry): void;
};

export function openIntake({ kinds, store, queue, budget, report }: IntakeOptions): Intake {
  return {
    async submit(request) {
      const kind = kinds[request.kind];
      const key = kind.keyOf(request.body);
      const known = knownEntry(key, request);
      if (known !== undefined) return known;
      if (queue.size >= MOST_WAITING) throw Refusal.of("busy");
      await kind.verify(request.body);
      await budget.check(queue.size);
      // Another one about the same thing may have been taken while we were asking; from here on nothing waits.
      const meanwhile = knownEntry(key, request);
      if (meanwhile !== undefined) return meanwhile;
      const entry = store.accept({ id: idOf(request), key, request });
      report(entry);
      queue.push(entry);
      return entry;
    },
  };

  /** What was taken before about the same thing, unless it was refused or the chain is to say that it is over. */
  function knownEntry(key: string, request: RelayRequest): Entry | undefined {
    const known = store.findByKey(key);
    if (known === undefined || known.state.state === "refused") return undefined;
    const { payeeOf } = kinds[request.kind];
    if (payeeOf(known.request.body) === payeeOf(request.body)) return known;
    if (known.state.state === "confirmed") return undefined;
    throw Refusal.of("otherPayee");
  }
}

/** The same for the same request, and not to be guessed without its signature. */
function idOf({ kind, body }: RelayRequest): string {
  return hashOf(`${kind} ${JSON.stringify(body, Object.keys(body).toSorted())}`).slice(2, 34);
}
