// SPDX-License-Identifier: EUPL-1.2
import { closeClaimsCall } from "@monnaie-commune/sdk/bonus/run-calls";
import { runChunks } from "@monnaie-commune/sdk/bonus/run-chunks";
import { Failure } from "../../lib/failure.ts";
import { formatDay, t } from "../../lib/messages.ts";
import { type GiveBackJob, officerStep } from "../officer-step.ts";
import { openPlan, type PlanContext, runOnChain } from "../programme.ts";
import { loadPlan } from "../run-folder.ts";
import { lettersOf } from "./standing.ts";

/** Sheets that were closed, the letters on them that nobody had claimed, and their cents, given back to the programme. */
export type ClosedLetters = { runId: bigint; sheets: number; letters: number; cents: bigint };

type OpenSheet = { chunkIndex: number; remaining: bigint };

export type CloseJob = GiveBackJob & {
  /** Also before the deadline. */
  early?: boolean | undefined;
};

/**
 * Closes every open claim sheet of a plan: what nobody claimed is free again for the programme. Calling it again goes on
 * where it stopped; when nothing is open it does nothing.
 * @throws Failure when the plan has no letters, the deadline is not over (unless `early`), or the contract refuses.
 */
export async function closeLetters(job: CloseJob): Promise<ClosedLetters> {
  const { plan, folder } = loadPlan(job.plan, job.runs);
  if (plan.claims === null) throw new Failure(1, "bonus.letters.none");
  const context = await openPlan(job.chain, plan, job.deployments);
  const { runId } = await runOnChain(context);
  const open = runId === 0n ? [] : await openSheets(context, runId);
  const { deadline } = plan.claims;
  const now = (await job.chain.provider.getBlock("latest"))?.timestamp ?? 0;
  if (open.length > 0 && now <= deadline && job.early !== true) {
    throw new Failure(3, "bonus.closeLetters.early", { day: formatDay(deadline) });
  }
  const waiting = open.length === 0 ? [] : await lettersOf(context, runId);
  const closed = {
    runId,
    sheets: open.length,
    letters: waiting.filter(({ state }) => state === "claimable").length,
    cents: open.reduce((sum, { remaining }) => sum + remaining, 0n),
  };
  for (const { chunkIndex } of open) {
    await officerStep(context, job, folder, {
      name: `close ${runId} sheet ${chunkIndex}`,
      title: t("safe.steps.closeLetters", { run: runId, sheet: chunkIndex + 1 }),
      call: closeClaimsCall(runId, chunkIndex),
      isDone: async () => !(await isOpen(context, runId, chunkIndex)),
    });
  }
  return closed;
}

async function openSheets(context: PlanContext, runId: bigint): Promise<OpenSheet[]> {
  const open: OpenSheet[] = [];
  for (const [chunkIndex, chunk] of runChunks(context.plan).entries()) {
    if (chunk.kind === "payments" || !(await isOpen(context, runId, chunkIndex))) continue;
    const { remaining } = await context.system.issuance.claimSheetOf(runId, chunkIndex);
    open.push({ chunkIndex, remaining });
  }
  return open;
}

async function isOpen({ system }: PlanContext, runId: bigint, chunkIndex: number): Promise<boolean> {
  const { root } = await system.issuance.claimSheetOf(runId, chunkIndex);
  return BigInt(root) !== 0n;
}
