// SPDX-License-Identifier: EUPL-1.2
import { setTimeout as pause } from "node:timers/promises";
import { Failure, isNetworkError } from "../failure.ts";
import type { Chain } from "../network.ts";
import type { SignedRecord } from "./journal.ts";
import { isAboutFee, isAboutNumber, isOutOfFunds } from "./node-answers.ts";

const TRIES = 3;

/**
 * Gives a signed transaction to the node. An error does not tell whether the node took it, so we ask; what it did not take
 * because of its number or its fee is left to the one who waits for it.
 * @throws Failure when the account cannot pay for it, or the error of a node that cannot be reached.
 */
export async function broadcast(chain: Chain, { raw, hash, from }: SignedRecord): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await chain.provider.send("eth_sendRawTransaction", [raw]);
      return;
    } catch (error) {
      const isUnreachable = isNetworkError(error);
      if (!isUnreachable && ((await isKnown(chain, hash)) || isAboutNumber(error) || isAboutFee(error))) return;
      if (isOutOfFunds(error)) throw new Failure(2, "sending.noFunds", { address: from }, { cause: error });
      if (!isUnreachable || attempt === TRIES) throw error;
      await pause(attempt * chain.rules.pollEveryMs);
    }
  }
}

/** Whether the node has a transaction, mined or not. */
export async function isKnown({ provider }: Chain, hash: string): Promise<boolean> {
  return (await provider.send("eth_getTransactionByHash", [hash])) !== null;
}
