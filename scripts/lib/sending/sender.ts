// SPDX-License-Identifier: EUPL-1.2
import { setTimeout as pause } from "node:timers/promises";
import type { TransactionReceipt, Wallet } from "ethers";
import { Failure } from "../failure.ts";
import type { Chain } from "../network.ts";
import { broadcast } from "./broadcast.ts";
import { firstFees } from "./fees.ts";
import { headKeeper } from "./head.ts";
import type { Journal, SignedRecord } from "./journal.ts";
import { checkChain } from "./node-answers.ts";
import { inTurn } from "./turns.ts";
import { newestOf, openLedger, receiptOf, type Step, type Versions } from "./versions.ts";

/** What became of a transaction: mined, mined and refused, or never to be mined as another one has its number. */
export type Outcome =
  | { kind: "mined"; receipt: TransactionReceipt }
  | { kind: "reverted"; receipt: TransactionReceipt }
  | { kind: "replaced" };

export type Sender = {
  /**
   * What this account sent: before, where nobody knew what became of it and the same bytes were broadcast once more, and
   * since. Of a transaction that was replaced at a higher fee, the first.
   */
  readonly sent: readonly SignedRecord[];
  /** The number of the next transaction. */
  readonly nextNonce: number;
  /** Signs a step, writes it down, and only then broadcasts it. Calls wait for one another. */
  send(step: Step): Promise<SignedRecord>;
  /**
   * Waits until it is known what became of a transaction, raising its fee when it stays behind: any of the versions that
   * were signed may be the one that is mined, and the receipt is that one's.
   * @param signal Ends the waiting, with its reason.
   */
  outcome(sent: SignedRecord, signal?: AbortSignal): Promise<Outcome>;
  /** Keeps no longer in mind what is final: for who sends for months. */
  forget(sent: SignedRecord): void;
};

/** Looks at a chain that has our number and none of our receipts, before we believe it: nodes behind one address differ. */
const LOOKS_BEFORE_REPLACED = 3;

/**
 * Sends transactions of one account so that a crash at any moment loses nothing: what was signed is on the disk before the
 * node hears of it, and a number whose fate is unknown is never used for any other call than the one signed for it.
 * @throws Failure when the node has changed to another chain, or does not answer.
 */
export async function openSender(chain: Chain, wallet: Wallet, journal: Journal): Promise<Sender> {
  const { provider, rules } = chain;
  const ledger = await openLedger(chain, wallet, journal);
  const tend = inTurn(headKeeper(chain, wallet, ledger));
  let sent: SignedRecord[] = [];
  const latest = await minedCount();
  for (const versions of ledger.all()) {
    // A number below the account's own is taken, by this transaction or another: what came of it is on the chain.
    if (versions[0].nonce < latest || (await receiptOf(chain, versions)) !== null) continue;
    await broadcast(chain, newestOf(versions));
    sent.push(versions[0]);
  }
  let nextNonce = Math.max(
    await provider.getTransactionCount(wallet.address, "pending"),
    latest,
    ...sent.map(({ nonce }) => nonce + 1),
  );

  return {
    get sent() {
      return sent;
    },
    get nextNonce() {
      return nextNonce;
    },
    send: inTurn(async (step: Step) => {
      await checkChain(chain);
      const record = await ledger.sign(nextNonce, step, await firstFees(chain));
      nextNonce++;
      sent.push(record);
      await broadcast(chain, record);
      return record;
    }),
    async outcome(record, signal) {
      const versions: Versions = ledger.of(record.nonce) ?? [record];
      const deadline = performance.now() + rules.giveUpAfterMs;
      for (let looks = 0; ;) {
        const mined = await minedCount();
        if (mined > record.nonce) {
          const receipt = await receiptOf(chain, versions);
          if (receipt !== null) return { kind: receipt.status === 1 ? "mined" : "reverted", receipt };
          nextNonce = Math.max(nextNonce, mined);
          if (++looks === LOOKS_BEFORE_REPLACED) return { kind: "replaced" };
        } else {
          looks = 0;
          if (performance.now() > deadline) throw new Failure(2, "sending.notMined", { hash: newestOf(versions).hash });
          await tend(mined);
        }
        await pause(rules.pollEveryMs, undefined, signal && { signal });
      }
    },
    forget({ nonce }) {
      sent = sent.filter((record) => record.nonce !== nonce);
      ledger.forget(nonce);
    },
  };

  async function minedCount(): Promise<number> {
    return await provider.getTransactionCount(wallet.address, "latest");
  }
}
