// SPDX-License-Identifier: EUPL-1.2
import { setTimeout as pause } from "node:timers/promises";
import type { Chain } from "../network.ts";

/** Whether a block is as deep as we ask for, so that a short reorganisation does not undo what we report as done. */
export async function isDeep({ provider, rules }: Chain, block: number): Promise<boolean> {
  return (await provider.getBlockNumber()) >= block + rules.confirmations - 1;
}

export async function awaitDepth(chain: Chain, block: number): Promise<void> {
  while (!(await isDeep(chain, block))) await pause(chain.rules.pollEveryMs);
}
