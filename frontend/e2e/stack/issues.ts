// SPDX-License-Identifier: EUPL-1.2
import type { Deployment } from "@monnaie-commune/sdk/deployments";
import { buildRunTree, type Payment } from "@monnaie-commune/sdk/runs";
import { id } from "ethers";
import type { Chain } from "../../../scripts/lib/network.ts";
import { type Actor, signerFor } from "../../../scripts/lib/signers.ts";
import { systemAt } from "../../../scripts/lib/system.ts";

const BONUS = 0;
const SUBSIDY = 2;
const YEAR = 365 * 86_400;

/** A programme, its euros and an approved run, each by the office it takes; then the payments. */
export async function payBonus(chain: Chain, deployment: Deployment, payments: readonly Payment[]): Promise<void> {
  const as = async (actor: Actor) => systemAt(deployment, await signerFor(chain, actor)).issuance;
  const { timestamp } = (await chain.provider.getBlock("latest")) ?? {};
  if (timestamp === undefined) throw new Error("The chain has no block");
  const total = payments.reduce((sum, { amount }) => sum + amount, 0n);
  const council = await as("council");
  await (
    await council.openProgramme(BONUS, total * 2n, timestamp, timestamp + YEAR, id("deliberation 2026-117"))
  ).wait();
  await (
    await council.openProgramme(SUBSIDY, 50_000_00n, timestamp, timestamp + YEAR, id("deliberation 2026-118"))
  ).wait();
  await (await (await as("treasurer")).attest(1, total + 1_000_00n, id("order 4711"))).wait();

  const tree = buildRunTree([payments]);
  const officer = await as("bonusOfficer");
  await (await officer.proposeRun(1, tree.root, id("plan"), payments.length, total)).wait();
  await (await (await as("approver")).approveRun(1)).wait();
  await (await officer.payChunk(1, 0, [...payments], tree.proof(0))).wait();
}
