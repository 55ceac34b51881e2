// SPDX-License-Identifier: EUPL-1.2
import { ROLES } from "@monnaie-commune/sdk/generated/roles";
import { buildRunTree, type Payment } from "@monnaie-commune/sdk/runs";
import { id, type Wallet } from "ethers";
import type { Case } from "./case.ts";
import { afterDelay, openFunded, type World } from "./world.ts";

/** Another run, of one payment, that gets in the way of ours. */
export type Rival = { approve(): Promise<void>; cancel(): Promise<void>; pay(): Promise<void>; burn(): Promise<void> };

/** An approved run of another programme that pays one person so many cents. */
export async function rivalRun(c: Case, purpose: "bonus" | "reward", cents: bigint): Promise<Rival> {
  const { node, system, wallet } = c.world;
  const programme = await openFunded(node, system, wallet, purpose, cents);
  const rival = await proposeRival(c, programme, cents, purpose);
  await rival.approve();
  return rival;
}

export async function proposeRival(
  c: Case,
  programme: number,
  cents: bigint,
  purpose: "bonus" | "reward",
): Promise<Rival> {
  const { system, wallet } = c.world;
  const payee = await wallet("reviewer");
  const payments: Payment[] = [{ payee: payee.address as `0x${string}`, amount: cents }];
  const tree = buildRunTree([payments]);
  const officer = await wallet(purpose === "bonus" ? "bonusOfficer" : "rewardOfficer");
  const issuance = system.issuance.connect(officer);
  await (await issuance.proposeRun(programme, tree.root, id(`rival ${programme}`), 1, cents)).wait();
  const runId = await system.issuance.runCount();
  return {
    async approve() {
      await (await system.issuance.connect(await wallet("approver")).approveRun(runId)).wait();
    },
    async cancel() {
      await (await issuance.cancelRun(runId)).wait();
    },
    async pay() {
      c.alsoDue({ to: payee.address, cents });
      await (await issuance.payChunk(runId, 0, payments, tree.proof(0))).wait();
    },
    burn: async () => await burnAll(c.world, payee),
  };
}

/** Only who has the role burns, and only what is its own. */
async function burnAll(world: World, holder: Wallet): Promise<void> {
  const { system, wallet } = world;
  const manager = system.manager.connect(await wallet("council"));
  await (await manager.grantRole(ROLES.BURNER, holder.address, 0)).wait();
  await afterDelay(world, ROLES.BURNER, holder.address);
  await (await system.token.connect(holder).burn(await system.token.balanceOf(holder.address))).wait();
}
