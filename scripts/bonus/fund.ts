// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { formatAmount, parseAmount } from "@monnaie-commune/sdk/amounts";
import { findActs } from "@monnaie-commune/sdk/ledger/find-acts";
import { type Purpose, PURPOSES } from "@monnaie-commune/sdk/purposes";
import { keccak256 } from "ethers";
import type { Hex } from "viem";
import { loadDeployment } from "../lib/deployment-file.ts";
import { Failure } from "../lib/failure.ts";
import { language, t } from "../lib/messages.ts";
import type { Chain } from "../lib/network.ts";
import { sourceOf } from "../lib/region-journal.ts";
import { type OfficeStep, type Signatory, takeStep } from "../lib/sending/take-step.ts";
import { systemAt } from "../lib/system.ts";
import { runsFolder } from "./run-folder.ts";

export type Place = {
  chain: Chain;
  region: string;
  runs?: string | undefined;
  deployments?: string | undefined;
};

export type OpenJob = Place & {
  council: Signatory;
  purpose: Purpose;
  /** Cents. */
  budget: bigint;
  /** Unix seconds: the first of the programme, and the first after it. */
  opensAt: number;
  closesAt: number;
  /** keccak256 of the council's decision. */
  decisionHash: string;
};

/** Opens a programme for a decision of the council; gives back the one that was opened for it before, if there is one. */
export async function openProgramme(job: OpenJob): Promise<{ programmeId: bigint; isNew: boolean }> {
  const { chain, council, purpose, budget, opensAt, closesAt, decisionHash } = job;
  const deployment = await loadDeployment(chain, job.region, job.deployments);
  const { issuance, manager } = systemAt(deployment, chain.provider);
  const number = PURPOSES.indexOf(purpose);
  const { address, block: fromBlock } = deployment.contracts.Issuance;
  const args = { purpose: number, decisionHash: decisionHash as Hex };
  const wanted = { contract: "Issuance", address, event: "ProgrammeOpened", args } as const;
  const opened = async () => (await findActs(sourceOf(chain), wanted, { fromBlock })).at(-1);
  const before = await opened();
  if (before !== undefined) return { programmeId: before.args.programmeId, isNew: false };
  await takeProgrammeStep(job, {
    by: council,
    name: `open ${purpose} ${decisionHash}`,
    title: t("safe.steps.open", { decision: decisionHash, budget: formatAmount(budget, language()) }),
    role: "COUNCIL",
    manager,
    call: async () => {
      return await issuance.openProgramme.populateTransaction(number, budget, opensAt, closesAt, decisionHash);
    },
    isDone: async () => (await opened()) !== undefined,
  });
  const after = await opened();
  if (after === undefined) throw new Failure(2, "bonus.open.takenBack");
  return { programmeId: after.args.programmeId, isNew: true };
}

export type AttestJob = Place & {
  treasurer: Signatory;
  programme: number;
  /** Cents. */
  amount: bigint;
  /** keccak256 of the payment order. */
  orderHash: string;
};

/** Attests euros that came in for a programme. Done before with this payment order, it changes nothing. */
export async function attestEuros(job: AttestJob): Promise<{ attested: bigint; isNew: boolean }> {
  const { chain, treasurer, programme, amount, orderHash } = job;
  const deployment = await loadDeployment(chain, job.region, job.deployments);
  const { issuance, manager } = systemAt(deployment, chain.provider);
  const isNew = !(await issuance.isOrderUsed(orderHash));
  if (isNew) {
    await takeProgrammeStep(job, {
      by: treasurer,
      name: `attest ${orderHash}`,
      title: t("safe.steps.attest", { order: orderHash, programme, amount: formatAmount(amount, language()) }),
      role: "TREASURER",
      manager,
      call: async () => await issuance.attest.populateTransaction(programme, amount, orderHash),
      isDone: async () => await issuance.isOrderUsed(orderHash),
    });
  }
  const { attested } = await issuance.programmeOf(programme);
  return { attested, isNew };
}

/** Takes one step; its journal, or its file for a Safe, is among those of all programmes of the chain. */
export async function takeProgrammeStep(
  { chain, runs = runsFolder() }: Place,
  step: Omit<OfficeStep, "chain" | "folder">,
): Promise<void> {
  await takeStep({ ...step, chain, folder: join(runs, String(chain.chainId), "programmes") });
}

/** keccak256 of a document, given as a file or as its hash. */
export function documentHash(given: string): string {
  if (/^0x[0-9a-f]{64}$/u.test(given)) return given;
  try {
    return keccak256(readFileSync(given));
  } catch (error) {
    throw new Failure(1, "bonus.noDocument", { file: given }, { cause: error });
  }
}

/** Cents of an amount on the command line. */
export function amountOf(given: string): bigint {
  const parsed = parseAmount(given);
  if (!parsed.ok) throw new Failure(1, "bonus.badAmount", { amount: given });
  return parsed.cents;
}

/** The first second of a day given as `2026-11-01`, in UTC. */
export function dayStart(given: string): number {
  const milliseconds = Date.parse(`${given}T00:00:00Z`);
  const isDay =
    /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/u.test(given) &&
    !Number.isNaN(milliseconds) &&
    new Date(milliseconds).toISOString().startsWith(given);
  if (!isDay) throw new Failure(1, "bonus.badDate", { date: given });
  return milliseconds / 1_000;
}
