// SPDX-License-Identifier: EUPL-1.2
import { join } from "node:path";
import type { Wallet } from "ethers";
import { Failure } from "../failure.ts";
import { awaitDepth, isDeep } from "./depth.ts";
import { type Journal, openJournal } from "./journal.ts";
import { takeLock } from "./lock.ts";
import type { Chain } from "../network.ts";
import { openSender, type Sender } from "./sender.ts";

export const JOURNAL_FILE = "journal.jsonl";

/** Part of an estimate that is added to it, in percent: the chain can change until the transaction is mined. */
export const GAS_MARGIN = 5n;

/** Opens the journal; tests put their own in between, to stop the process at a chosen moment. */
export type OpenJournal = (path: string) => Journal;

export type Session = { sender: Sender; journal: Journal };

/**
 * Works with an account while no other process of this machine does: the account's lock is held, the run's journal is
 * open, and what was sent before is under way again.
 * @param folder The run's folder; the lock lies beside it, because two runs of one account share its numbers.
 * @throws Failure when another process holds the lock.
 */
export async function withSender<T>(
  chain: Chain,
  wallet: Wallet,
  folder: string,
  work: (session: Session) => Promise<T>,
  open: OpenJournal = openJournal,
): Promise<T> {
  const lock = takeLock(join(folder, "..", `${wallet.address}.lock`));
  if ("heldBy" in lock) throw new Failure(2, "sending.locked", { pid: lock.heldBy });
  try {
    const journal = open(join(folder, JOURNAL_FILE));
    try {
      return await work({ sender: await openSender(chain, wallet, journal), journal });
    } finally {
      journal.close();
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOSPC")
      throw new Failure(2, "sending.diskFull", { folder }, { cause: error });
    throw error;
  } finally {
    lock.release();
  }
}

/**
 * Sends one step and waits for it, unless it is under way already.
 * @param call Made when it has to be sent; its estimate is the last look at what the contract would say.
 * @returns Hash of the transaction that did it.
 * @throws Failure when the chain refused it.
 */
export async function sendOnce(
  chain: Chain,
  wallet: Wallet,
  { sender, journal }: Session,
  name: string,
  call: () => Promise<{ to: string; data: string }>,
): Promise<string> {
  let sent = sender.sent.find(({ step }) => step === name) ?? (await sign());
  for (;;) {
    const outcome = await sender.outcome(sent);
    if (outcome.kind === "mined") {
      const { hash, blockNumber: block } = outcome.receipt;
      if (!(await isDeep(chain, block))) {
        // What became of it is asked once more at that depth: a reorganisation may have taken it back.
        await awaitDepth(chain, block);
        continue;
      }
      journal.append({ kind: "done", step: name, hash, block });
      return hash;
    }
    if (outcome.kind === "reverted") throw new Failure(3, "sending.reverted", { hash: outcome.receipt.hash });
    sent = await sign();
  }

  async function sign() {
    const { to, data } = await call();
    const estimate = await wallet.estimateGas({ to, data });
    return await sender.send({ name, to, data, gasLimit: estimate + (estimate * GAS_MARGIN) / 100n });
  }
}
