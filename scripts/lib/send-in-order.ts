// SPDX-License-Identifier: EUPL-1.2
import type { ContractTransaction, TransactionResponse, Wallet } from "ethers";
import { Failure } from "./failure.ts";

/** Transactions on their way at once: enough to fill a block, few enough for any node's queue. */
const WINDOW = 16;

type Call = { request(): Promise<ContractTransaction> };

/**
 * Sends calls that do not depend on each other from one account, a window of them at a time, and waits for each receipt
 * in order. Gas is estimated before each is sent, so a call the contract would refuse is not sent at all.
 * @throws Failure when earlier transactions of this account are still on their way.
 */
export async function sendInOrder<T extends Call>(
  wallet: Wallet,
  calls: readonly T[],
  confirmations: number,
  onDone: (call: T) => void,
): Promise<void> {
  const latest = await wallet.getNonce("latest");
  if ((await wallet.getNonce("pending")) !== latest) {
    throw new Failure(2, "common.stillPending", { address: wallet.address });
  }
  for (let start = 0; start < calls.length; start += WINDOW) {
    const window = calls.slice(start, start + WINDOW);
    const sent: TransactionResponse[] = [];
    let problem: unknown;
    for (const [i, call] of window.entries()) {
      try {
        sent.push(await wallet.sendTransaction({ ...(await call.request()), nonce: latest + start + i }));
      } catch (error) {
        problem = error;
        break;
      }
    }
    for (const [i, response] of sent.entries()) {
      await response.wait(confirmations);
      const call = window[i];
      if (call !== undefined) onDone(call);
    }
    if (problem !== undefined) throw problem;
  }
}
