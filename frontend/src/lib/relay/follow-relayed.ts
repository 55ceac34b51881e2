// SPDX-License-Identifier: EUPL-1.2
import type { Hex } from "viem";
import { RelayError } from "../relay-error.ts";
import type { TransactionState } from "../transaction-state.ts";
import type { Report } from "../use-transaction.ts";
import { follow, pause, type RelayKind, type RelayState } from "./client.ts";

const GIVE_UP_AFTER_MS = 180_000;
const LOOK_EVERY_MS = 1_000;

type Relayed = {
  relayUrl: string;
  kind: RelayKind;
  id: string;
  /** Asks the chain whether it is done, whoever sent it; throws when it never will be. */
  look: () => Promise<TransactionState | undefined>;
  report: Report;
};

/**
 * Follows what the relay has taken until the chain shows it. The relay is heard for where it stands and why it will not go
 * through; once it has taken something, its silence is no failure.
 */
export async function followRelayed({ relayUrl, kind, id, look, report }: Relayed): Promise<TransactionState> {
  const over = new AbortController();
  const told: { hash?: Hex; end?: RelayState; wake: () => void } = { wake: () => {} };
  const onState = (state: RelayState) => {
    if (state.state === "sent" && state.hash !== told.hash) {
      told.hash = state.hash;
      report({ step: "sent", hash: state.hash, since: Math.floor(Date.now() / 1000) });
    }
    if (state.state === "received" || state.state === "sent") return;
    told.end = state;
    told.wake();
  };
  void follow(relayUrl, kind, id, onState, over.signal);
  try {
    for (const deadline = Date.now() + GIVE_UP_AFTER_MS; Date.now() < deadline;) {
      // What the relay said before we looked: it may be wrong about what it did not send itself.
      const { end } = told;
      const found = await lookPatiently(look);
      if (found) return found;
      if (end?.state === "refused") throw end.error;
      if (end?.state === "expired") throw new RelayError("expired");
      const news = new Promise<void>((resolve) => (told.wake = resolve));
      if (told.end === end) await Promise.race([pause(LOOK_EVERY_MS, over.signal), news]);
    }
    return { step: "expired", ...(told.hash && { hash: told.hash }) };
  } finally {
    over.abort();
  }
}

/** A node that does not answer is asked again: what it did not say is no failure either. */
async function lookPatiently(look: Relayed["look"]): Promise<TransactionState | undefined> {
  try {
    return await look();
  } catch (error) {
    if (error instanceof RelayError) throw error;
    return undefined;
  }
}
