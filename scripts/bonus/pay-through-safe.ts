// SPDX-License-Identifier: EUPL-1.2
import { formatAmount } from "@monnaie-commune/sdk/amounts";
import { centsOf, sizeOf } from "@monnaie-commune/sdk/bonus/run-chunks";
import { officerRoleName, shortHash } from "@monnaie-commune/sdk/bonus/run-state";
import { formatCount, language, t } from "../lib/messages.ts";
import { checkSafe, type SafeAccount, takeThroughSafe } from "../lib/sending/safe.ts";
import { callOfChunk, chunkStep, type Work } from "./pay-chunks.ts";
import type { PlanContext } from "./programme.ts";

/**
 * Has the owners of a Safe pay every chunk that is not paid: a file for each, as a transaction has room for one or two, and
 * all of them at once, so that the owners can sign them one after the other, in any order. Adds to `paid` as they are mined.
 */
export async function payThroughSafe(
  { chain, plan, system }: PlanContext,
  work: Work,
  safe: SafeAccount,
  folder: string,
  paid: Set<number>,
  onPaid: (paid: ReadonlySet<number>) => void,
): Promise<void> {
  const { purpose } = await system.issuance.programmeOf(plan.programmeId);
  await checkSafe(chain, safe, system.manager, officerRoleName(purpose));
  const open = work.chunks.map((_, index) => index).filter((index) => !paid.has(index));
  const steps = open.map((index) => {
    const chunk = work.chunks[index];
    if (chunk === undefined) throw new RangeError(`The run has no chunk ${index}`);
    const facts = {
      run: work.runId,
      plan: shortHash(plan),
      chunk: index + 1,
      chunks: work.chunks.length,
      payments: formatCount(sizeOf(chunk)),
      total: formatAmount(centsOf(chunk), language()),
    };
    return {
      index,
      name: chunkStep(work.runId, index),
      title: t("safe.steps.chunk", facts),
      call: async () => await callOfChunk(work, index),
      isDone: async () => await system.issuance.isChunkPaid(work.runId, index),
    };
  });
  await takeThroughSafe(chain, safe, folder, steps, (done) => {
    const index = steps.find(({ name }) => name === done.name)?.index;
    if (index !== undefined) paid.add(index);
    onPaid(paid);
  });
}
