// SPDX-License-Identifier: EUPL-1.2
import { Transaction, type TransactionReceipt, type Wallet } from "ethers";
import { Failure, isNetworkError } from "../failure.ts";
import type { Journal, SignedRecord } from "./journal.ts";
import type { Chain } from "../network.ts";
import { checkChain, feesOf, isAboutNumber, isOutOfFunds } from "./node-answers.ts";

/** A contract call to be sent; `name` tells it from all other steps of the run. */
export type Step = { name: string; to: string; data: string; gasLimit: bigint };

/** What became of a transaction: mined, mined and refused, or never to be mined as another one has its number. */
export type Outcome =
  | { kind: "mined"; receipt: TransactionReceipt }
  | { kind: "reverted"; receipt: TransactionReceipt }
  | { kind: "replaced" };

export type Sender = {
  /**
   * What this account sent: before, where nobody knew what became of it and the same bytes were broadcast once more, and
   * since.
   */
  readonly sent: readonly SignedRecord[];
  /** Signs a step, writes it down, and only then broadcasts it. */
  send(step: Step): Promise<SignedRecord>;
  /** Waits until it is known what became of a transaction. */
  outcome(sent: SignedRecord): Promise<Outcome>;
};

export type SenderOptions = {
  /** Milliseconds between two questions to the node. */
  pollEvery: number;
  /** Milliseconds after which we stop waiting for a transaction; the next run goes on with it. */
  giveUpAfter: number;
};

const REBROADCAST_EVERY = 10;
const BROADCAST_TRIES = 3;

export function senderOptions({ isLive }: Chain): SenderOptions {
  return isLive ? { pollEvery: 3_000, giveUpAfter: 600_000 } : { pollEvery: 50, giveUpAfter: 30_000 };
}

/**
 * Sends transactions of one account so that a crash at any moment loses nothing: what was signed is on the disk before the
 * node hears of it, and a number whose fate is unknown is never used for anything else than the bytes signed for it.
 * @throws Failure when the node has changed to another chain, or does not answer.
 */
export async function openSender(
  chain: Chain,
  wallet: Wallet,
  journal: Journal,
  options = senderOptions(chain),
): Promise<Sender> {
  const { provider } = chain;
  const sent: SignedRecord[] = [];
  const latest = await provider.getTransactionCount(wallet.address, "latest");
  for (const record of ownRecords()) {
    // A number below the account's own is taken, by this transaction or another: what came of it is on the chain.
    if (record.nonce < latest || (await provider.getTransactionReceipt(record.hash)) !== null) continue;
    await broadcast(record);
    sent.push(record);
  }
  let nextNonce = Math.max(
    await provider.getTransactionCount(wallet.address, "pending"),
    latest,
    ...sent.map(({ nonce }) => nonce + 1),
  );

  return {
    sent,
    async send({ name, to, data, gasLimit }) {
      await checkChain(chain);
      const fees = await feesOf(provider);
      const nonce = nextNonce;
      const raw = await wallet.signTransaction({
        type: 2,
        chainId: chain.chainId,
        nonce,
        to,
        data,
        gasLimit,
        value: 0n,
        ...fees,
      });
      const { hash } = Transaction.from(raw);
      if (hash === null) throw new TypeError("A signed transaction has a hash");
      const record: SignedRecord = {
        kind: "signed",
        step: name,
        from: wallet.address,
        nonce,
        maxFeePerGas: fees.maxFeePerGas.toString(),
        maxPriorityFeePerGas: fees.maxPriorityFeePerGas.toString(),
        hash,
        raw,
      };
      journal.append(record);
      nextNonce = nonce + 1;
      sent.push(record);
      await broadcast(record);
      return record;
    },
    outcome,
  };

  /** The last thing signed for each number of this account. */
  function ownRecords(): SignedRecord[] {
    const byNonce = new Map<number, SignedRecord>();
    for (const record of journal.records) {
      if (record.kind === "signed" && record.from === wallet.address) byNonce.set(record.nonce, record);
    }
    return [...byNonce.values()].toSorted((a, b) => a.nonce - b.nonce);
  }

  async function outcome(record: SignedRecord): Promise<Outcome> {
    const deadline = performance.now() + options.giveUpAfter;
    for (let question = 1; ; question++) {
      const count = await provider.getTransactionCount(record.from, "latest");
      const receipt = await provider.getTransactionReceipt(record.hash);
      if (receipt !== null) return { kind: receipt.status === 1 ? "mined" : "reverted", receipt };
      // Asked before the receipt: had ours taken the number, its receipt would be there.
      if (count > record.nonce) {
        nextNonce = Math.max(nextNonce, count);
        return { kind: "replaced" };
      }
      if (performance.now() > deadline) throw new Failure(2, "sending.notMined", { hash: record.hash });
      if (question % REBROADCAST_EVERY === 0 && !(await isKnown(record.hash))) await broadcast(record);
      await pause(options.pollEvery);
    }
  }

  async function isKnown(hash: string): Promise<boolean> {
    return (await provider.send("eth_getTransactionByHash", [hash])) !== null;
  }

  /** An error of the node does not tell whether it took the transaction: ask it. */
  async function broadcast({ raw, hash }: SignedRecord): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        await provider.send("eth_sendRawTransaction", [raw]);
        return;
      } catch (error) {
        const isUnreachable = isNetworkError(error);
        if (!isUnreachable && ((await isKnown(hash)) || isAboutNumber(error))) return;
        if (isOutOfFunds(error)) throw new Failure(2, "common.noFunds", {}, { cause: error });
        if (!isUnreachable || attempt === BROADCAST_TRIES) throw error;
        await pause(attempt * options.pollEvery);
      }
    }
  }
}

async function pause(milliseconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
}
