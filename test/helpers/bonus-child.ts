// SPDX-License-Identifier: EUPL-1.2
import { runBonus } from "../../scripts/bonus/run.ts";
import { type Journal, openJournal } from "../../scripts/lib/sending/journal.ts";
import { connect } from "../../scripts/lib/network.ts";
import { signerFor } from "../../scripts/lib/signers.ts";
import type { Folders } from "./bonus.ts";

/**
 * When a child process kills itself: before or after the n-th record of its journal is written, or right after the node
 * took the n-th transaction.
 */
export type KillAt = { at: "before" | "after" | "broadcast"; record: number };

/** Runs a plan over HTTP, as the command line does, until the chosen moment; to be called in a process of its own. */
export async function runUntilKilled(url: string, plan: string, folders: Folders, kill?: KillAt): Promise<void> {
  const chain = await connect("localhost", { url });
  const officer = await signerFor(chain, "bonusOfficer");
  let broadcasts = 0;
  const provider = new Proxy(chain.provider, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== "function") return value;
      if (name !== "send") return (value as (...args: unknown[]) => unknown).bind(target);
      return async (method: string, params: unknown[]): Promise<unknown> => {
        const answer: unknown = await target.send(method, params);
        if (method === "eth_sendRawTransaction" && kill?.at === "broadcast" && ++broadcasts === kill.record) die();
        return answer;
      };
    },
  });
  await runBonus({ chain: { ...chain, provider }, plan, officer, ...folders, openJournal: open });
  await chain.close();

  function open(path: string): Journal {
    const journal = openJournal(path);
    let records = 0;
    return {
      ...journal,
      append(record) {
        const isNow = ++records === kill?.record;
        if (isNow && kill.at === "before") die();
        journal.append(record);
        if (isNow && kill.at === "after") die();
      },
    };
  }
}

/** The system ends the process at once: nothing is flushed, closed or released. */
function die(): void {
  process.kill(process.pid, "SIGKILL");
  // The signal arrives before the next instruction of this thread that waits for anything.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10_000);
}
