// SPDX-License-Identifier: EUPL-1.2
import { cancelClaimCall } from "@monnaie-commune/sdk/bonus/run-calls";
import { runChunks } from "@monnaie-commune/sdk/bonus/run-chunks";
import { buildSheetTree } from "@monnaie-commune/sdk/claims/sheets";
import { Failure } from "../../lib/failure.ts";
import { t } from "../../lib/messages.ts";
import { type GiveBackJob, officerStep } from "../officer-step.ts";
import { openPlan, type PlanContext, runOnChain } from "../programme.ts";
import { loadPlan } from "../run-folder.ts";
import { runFacts } from "../run-logs.ts";
import { chosenFrom, type Letter, lettersOf } from "./standing.ts";

export type CancelledLetter = { runId: bigint; line: number; payeeId: string; cents: bigint; isNew: boolean };

/**
 * Cancels a letter, as when it was lost: its money is destroyed and free again for the programme. Done before, it changes
 * nothing.
 * @param job.only Line of the file or pseudonym.
 * @throws Failure when there is no such letter, or no money waits for it.
 */
export async function cancelLetter(job: GiveBackJob & { only: string }): Promise<CancelledLetter> {
  const { plan, folder } = loadPlan(job.plan, job.runs);
  if (plan.claims === null) throw new Failure(1, "bonus.letters.none");
  const context = await openPlan(job.chain, plan, job.deployments);
  const { runId, state } = await runOnChain(context);
  if (state === "none" || state === "proposed") throw new Failure(3, "bonus.cancelLetter.unopened");
  const chosen = chosenFrom(await lettersOf(context, runId), job.only);
  const [letter] = chosen;
  if (letter === undefined || chosen.length > 1) throw new Failure(1, "bonus.cancelLetter.several", { only: job.only });
  const { claimNumber, chunkIndex, place, claim } = letter;
  const { line, payeeId } = letter.line;
  const result = { runId, line, payeeId, cents: claim.amount };
  if (!(await isWaiting(context, runId, letter))) return { ...result, isNew: false };

  const chunk = runChunks(plan)[chunkIndex];
  if (chunk?.kind !== "claims") throw new RangeError(`Chunk ${chunkIndex} is no claim sheet`);
  const proof = buildSheetTree(chunkIndex, chunk.claims).proof(place);
  await officerStep(context, job, folder, {
    name: `cancel claim ${runId} ${claimNumber}`,
    title: t("safe.steps.cancelLetter", { run: runId, line }),
    call: cancelClaimCall(runId, claimNumber, claim, proof),
    isDone: async () => {
      const now = (await lettersOf(context, runId)).find((each) => each.claimNumber === claimNumber);
      return now?.state !== "claimable";
    },
  });
  return { ...result, isNew: true };
}

/** Whether money waits for the letter; not when it was cancelled before. Throws where it never will, or no longer. */
async function isWaiting(context: PlanContext, runId: bigint, letter: Letter): Promise<boolean> {
  const { state, claimNumber } = letter;
  const { line } = letter.line;
  if (state === "unopened") throw new Failure(3, "bonus.cancelLetter.unopened");
  if (state === "claimable") return true;
  const { endedClaims } = await runFacts(context, runId);
  const end = endedClaims.find((each) => each.claimNumber === claimNumber);
  if (end?.kind === "claimed") throw new Failure(3, "bonus.cancelLetter.claimed", { line, payee: end.to });
  if (end === undefined) throw new Failure(3, "bonus.cancelLetter.closed", { line });
  return false;
}
