// SPDX-License-Identifier: EUPL-1.2
import type { ActivityEntry } from "../../lib/activity/activity.ts";
import type { Address } from "../../lib/runtime-config.ts";
import { isSameAddress } from "../../lib/short-address.ts";
import type { RelayRequest } from "../../lib/transaction-state.ts";

/** What the register says of a transaction that is written, and the amounts that moved in it, in cents. */
export type Written = {
  hash: Address;
  isRefused: boolean;
  at: number;
  transfers: readonly { to: Address; cents: bigint }[];
};

/** What is asked of the chain about what was sent. */
export type ChainView = {
  written: (hash: Address) => Promise<Written | undefined>;
  /** A transaction that is written, or waits to be; undefined when the node knows of none. */
  waiting: (hash: Address) => Promise<{ from: Address; nonce: number } | undefined>;
  /** How many transactions of an account are written. */
  count: (account: Address) => Promise<number>;
  /** The transaction that used what an account signed under a nonce, since a moment in Unix seconds. */
  usedBy: (account: Address, nonce: Address, since: number) => Promise<Address | undefined>;
};

/** Where the relay says a request stands; believed when it refuses, and for where to look on the chain. */
export type RelayView = (kind: string, id: string) => Promise<RelayAnswer>;
export type RelayAnswer =
  | { state: "received" | "expired" | "unknown" }
  | { state: "sent" | "confirmed"; hash: Address }
  | { state: "refused"; problem: ActivityEntry["problem"] };

/** A transaction the node has not known for so long will not arrive; in seconds. */
const FORGOTTEN_AFTER_S = 600;
/** Blocks lag behind clocks: what was signed is given up a little after it ran out. */
const MARGIN_S = 60;

type Changes = Partial<ActivityEntry>;

const outcome = ({ hash, isRefused, at }: Written): Changes => ({
  stage: isRefused ? "failed" : "confirmed",
  hash,
  at,
});

/** One transaction of the relay may send many payments, and some of them may fail: ours has to be among what moved. */
function isPaidIn({ isRefused, transfers }: Written, { payee, cents }: ActivityEntry): boolean {
  if (isRefused) return false;
  if (payee === undefined || cents === undefined) return true;
  return transfers.some((transfer) => isSameAddress(transfer.to, payee) && transfer.cents === cents);
}

/** A transaction of the person's own wallet. */
async function lookUpTransaction(entry: ActivityEntry, hash: Address, chain: ChainView, now: number): Promise<Changes> {
  const written = await chain.written(hash);
  if (written) return outcome(written);
  const waiting = await chain.waiting(hash);
  if (waiting) return entry.nonce === undefined ? { nonce: waiting.nonce, account: waiting.from } : {};
  const { account, nonce } = entry;
  if (account !== undefined && nonce !== undefined && (await chain.count(account)) > nonce) {
    // It may have been written between the two questions.
    const late = await chain.written(hash);
    return late ? outcome(late) : { stage: "replaced" };
  }
  return now - entry.begun > FORGOTTEN_AFTER_S ? { stage: "dropped" } : {};
}

/** Something signed, which the relay, or anybody else, sends. The chain alone says that it is paid. */
async function lookUpRelayed(
  entry: ActivityEntry,
  { kind, id, nonce, validBefore }: RelayRequest,
  chain: ChainView,
  relay: RelayView,
  now: number,
): Promise<Changes> {
  const answer = await relay(kind, id).catch(() => ({ state: "unknown" }) as const);
  const { account } = entry;
  if (answer.state === "sent" || answer.state === "confirmed") {
    const written = await chain.written(answer.hash);
    if (written && isPaidIn(written, entry)) return outcome(written);
    if (!written) return entry.hash === answer.hash ? {} : { stage: "sent", hash: answer.hash };
  }
  const usedBy = nonce && account && (await chain.usedBy(account, nonce, entry.begun));
  const used = usedBy && (await chain.written(usedBy));
  if (used && isPaidIn(used, entry)) return outcome(used);
  if (answer.state === "refused") return { stage: "failed", ...(answer.problem && { problem: answer.problem }) };
  if (answer.state === "expired") return { stage: "expired" };
  return validBefore !== undefined && now > validBefore + MARGIN_S ? { stage: "expired" } : {};
}

/**
 * Asks once what became of something that is under way.
 * @param now Unix seconds.
 */
export async function lookUp(entry: ActivityEntry, chain: ChainView, relay: RelayView, now: number): Promise<Changes> {
  if (entry.relay !== undefined) return lookUpRelayed(entry, entry.relay, chain, relay, now);
  if (entry.hash !== undefined) return lookUpTransaction(entry, entry.hash, chain, now);
  // The page was closed before anything left; what the wallet did afterwards nobody told us.
  return { stage: "dropped" };
}
