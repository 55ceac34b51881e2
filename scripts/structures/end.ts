// SPDX-License-Identifier: EUPL-1.2
import { type Place, takeProgrammeStep } from "../bonus/fund.ts";
import { loadDeployment } from "../lib/deployment-file.ts";
import { Failure } from "../lib/failure.ts";
import { t } from "../lib/messages.ts";
import type { Signatory } from "../lib/sending/take-step.ts";
import { systemAt } from "../lib/system.ts";

export type EndJob = Place & {
  account: string;
  /** Asked for when there is something to send. */
  registrar: () => Promise<Signatory>;
};

/** Ends a structure's convention now: no subsidy reaches it any more. Ended before, it changes nothing. */
export async function endConvention(job: EndJob): Promise<{ isNew: boolean }> {
  const { chain, account } = job;
  const { registry, manager } = systemAt(await loadDeployment(chain, job.region, job.deployments), chain.provider);
  const { conventionHash, until, since } = await registry.structureOf(account);
  if (BigInt(conventionHash) === 0n) throw new Failure(1, "structures.unknown", { account });
  if (until !== 0n) return { isNew: false };
  await takeProgrammeStep(job, {
    by: await job.registrar(),
    name: `end ${account} ${conventionHash} ${since}`,
    title: t("structures.end.title", { account }),
    role: "REGISTRAR",
    manager,
    call: async () => await registry.endStructure.populateTransaction(account),
    isDone: async () => (await registry.structureOf(account)).until !== 0n,
  });
  return { isNew: true };
}
