// SPDX-License-Identifier: EUPL-1.2
import { createInterface } from "node:readline/promises";
import { Failure } from "./failure.ts";
import { t } from "./messages.ts";
import type { Chain } from "./network.ts";
import { isInteractive } from "./terminal.ts";

/**
 * Before acting on a live chain, has the person type the network's name. Does nothing on the local chain.
 * @param yes The person confirmed on the command line.
 * @throws Failure when something else was typed, or nobody is there to type.
 */
export async function confirmOnLiveChain(chain: Chain, yes: boolean): Promise<void> {
  if (!chain.isLive || yes) return;
  if (!isInteractive() || !process.stdin.isTTY) throw new Failure(3, "common.unconfirmed", { network: chain.name });
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const answer = await terminal.question(`${t("common.confirmLive", { network: chain.name })} `);
    if (answer.trim() !== chain.name) throw new Failure(3, "common.unconfirmed", { network: chain.name });
  } finally {
    terminal.close();
  }
}
