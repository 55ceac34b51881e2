// SPDX-License-Identifier: EUPL-1.2
import { join } from "node:path";
import { formatAmount } from "@monnaie-commune/sdk/amounts";
import { transferHash } from "@monnaie-commune/sdk/exits/request";
import { documentHash } from "../bonus/fund.ts";
import { runsFolder } from "../bonus/run-folder.ts";
import { Failure } from "../lib/failure.ts";
import { language, t } from "../lib/messages.ts";
import { type OfficeStep, type Signatory, takeStep } from "../lib/sending/take-step.ts";
import { type NamedRequest, type Place, readExits, requestOf } from "./read.ts";

type SettleJob = Place & {
  /** The number of the request, as it was given. */
  request: string;
  treasurer: Signatory;
  dryRun?: boolean | undefined;
  runs?: string | undefined;
};

/** What became of it: done now, done before, or tried only. */
export type Settled = { request: NamedRequest; outcome: "done" | "already" | "wouldWork" };

/** Confirms that the euros of a request were transferred. Done before with this transfer, it changes nothing. */
export async function confirmExit(job: SettleJob & { orderHash: string }): Promise<Settled> {
  const exits = await readExits(job);
  const request = requestOf(exits, job.request);
  const { redemptions, manager } = exits.system;
  const { requestId, orderHash } = { ...request, orderHash: job.orderHash };
  if (request.state === "paid" && request.orderHash === orderHash) return { request, outcome: "already" };
  expectWaiting(request);
  return await settle(job, request, {
    name: `confirm exit ${requestId}`,
    title: t("safe.steps.confirmExit", { request: requestId, order: orderHash, amount: euros(request) }),
    manager,
    call: async () => await redemptions.confirm.populateTransaction(requestId, orderHash),
    isDone: async () => (await redemptions.requestOf(requestId)).orderHash === orderHash,
  });
}

/** Refuses a request: its money goes back to its shop. Refused before, it changes nothing. */
export async function refuseExit(job: SettleJob & { reasonCode: number }): Promise<Settled> {
  const exits = await readExits(job);
  const request = requestOf(exits, job.request);
  const { redemptions, manager } = exits.system;
  const { requestId } = request;
  if (request.state === "refused" && request.reasonCode === job.reasonCode) return { request, outcome: "already" };
  expectWaiting(request);
  return await settle(job, request, {
    name: `refuse exit ${requestId}`,
    title: t("safe.steps.refuseExit", { request: requestId, reason: job.reasonCode }),
    manager,
    call: async () => await redemptions.refuse.populateTransaction(requestId, job.reasonCode),
    isDone: async () => (await redemptions.requestOf(requestId)).reasonCode === BigInt(job.reasonCode),
  });
}

/** The hash of a transfer, given as a file, as its hash, or as the reference the bank knows it by. */
export function orderHashOf({ order, reference }: { order?: string; reference?: string }): string {
  if ((order === undefined) === (reference === undefined)) throw new Failure(1, "exits.oneOrder");
  if (order !== undefined) return documentHash(order);
  if (reference === undefined || reference.trim() === "") throw new Failure(1, "exits.oneOrder");
  return transferHash(reference);
}

function expectWaiting({ state, requestId }: NamedRequest): void {
  if (state !== "waiting")
    throw new Failure(3, "exits.settled", { request: requestId, state: t(`exits.state.${state}`) });
}

async function settle(
  { chain, treasurer, dryRun, runs = runsFolder() }: SettleJob,
  request: NamedRequest,
  step: Pick<OfficeStep, "name" | "title" | "manager" | "call" | "isDone">,
): Promise<Settled> {
  if (dryRun === true) {
    await chain.provider.estimateGas({ from: treasurer.address, ...(await step.call()) });
    return { request, outcome: "wouldWork" };
  }
  const folder = join(runs, String(chain.chainId), "exits");
  await takeStep({ ...step, chain, by: treasurer, folder, role: "TREASURER" });
  return { request, outcome: "done" };
}

function euros({ amount, fee }: NamedRequest): string {
  return formatAmount(amount - fee, language());
}
