// SPDX-License-Identifier: EUPL-1.2
import { checkWallet } from "@monnaie-commune/sdk/bonus/check-wallet";
import { readShare } from "@monnaie-commune/sdk/bonus/check-consent";
import { loadDeployment } from "../lib/deployment-file.ts";
import { Failure } from "../lib/failure.ts";
import { t } from "../lib/messages.ts";
import { loadRegion } from "../lib/region-file.ts";
import type { Signatory } from "../lib/sending/take-step.ts";
import { systemAt } from "../lib/system.ts";
import { done } from "../lib/terminal.ts";
import { type InRegion, onChain } from "./command-helpers.ts";
import { dayStart, documentHash, type Place, takeProgrammeStep } from "./fund.ts";
import { signatory } from "./signatory.ts";

export type ConventionJob = Place & {
  registrar: Signatory;
  account: string;
  acceptedShareBps: number;
  /** Unix seconds from which it holds. */
  since: number;
  /** keccak256 of the signed convention. */
  conventionHash: string;
};

/** Records what a funded structure committed to accept. Recorded before in the same words, it changes nothing. */
export async function recordConvention(job: ConventionJob): Promise<{ isNew: boolean }> {
  const { chain, registrar, account, acceptedShareBps, since, conventionHash } = job;
  const { registry, manager } = systemAt(await loadDeployment(chain, job.region, job.deployments), chain.provider);
  const isRecorded = async () => {
    const known = await registry.structureOf(account);
    return (
      known.conventionHash === conventionHash &&
      known.acceptedShareBps === BigInt(acceptedShareBps) &&
      known.since === BigInt(since) &&
      known.until === 0n
    );
  };
  if (await isRecorded()) return { isNew: false };
  await takeProgrammeStep(job, {
    by: registrar,
    name: `convention ${account} ${conventionHash} ${acceptedShareBps} ${since}`,
    title: t("safe.steps.convention", { account, share: acceptedShareBps / 100 }),
    role: "REGISTRAR",
    manager,
    call: async () => {
      return await registry.recordStructure.populateTransaction(account, acceptedShareBps, since, conventionHash);
    },
    isDone: isRecorded,
  });
  return { isNew: true };
}

type Options = InRegion & { share: string; since: string; convention: string };

export async function convention(account: string, options: Options): Promise<void> {
  const { slug: region } = loadRegion(options.region);
  if (checkWallet(account, new Map()) !== undefined) throw new Failure(1, "bonus.badAccount", { account });
  const read = readShare(options.share);
  if ("code" in read) throw new Failure(1, "bonus.badShare", { share: options.share });
  const job = {
    region,
    account,
    acceptedShareBps: read.share * 100,
    since: dayStart(options.since),
    conventionHash: documentHash(options.convention),
  };
  await onChain(options, async (chain) => {
    const { isNew } = await recordConvention({
      ...job,
      chain,
      registrar: await signatory(chain, "registrar", options),
    });
    done(t(isNew ? "bonus.convention.done" : "bonus.convention.already", { account, share: read.share }));
  });
}
