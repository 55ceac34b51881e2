// SPDX-License-Identifier: EUPL-1.2
import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Deployment } from "@monnaie-commune/sdk/deployments";
import { id, type Wallet } from "ethers";
import { deploySystem } from "../../scripts/lib/deploy-system.ts";
import { memoryStore } from "../../scripts/lib/deployment-file.ts";
import { loadRegion } from "../../scripts/lib/region-file.ts";
import { type Actor, signerFor } from "../../scripts/lib/signers.ts";
import type { System } from "../../scripts/lib/system.ts";
import { type Folders, freshFolders, REGION } from "../helpers/bonus.ts";
import { type FaultNode, type NodeName, startNode } from "./nodes.ts";
import { type FaultPlan, makeSmallPlan, type Staff, total } from "./plans.ts";
import { type FaultProxy, startProxy } from "./proxy.ts";

/** Five chunks, the last of three payments, and two sheets of claims. */
const STAFF: Staff = { wallets: 23, letters: 5 };

/** Cents the currency can hold besides the plan. */
export const ROOM_BELOW_CAP = 50_000n;

/** Cents each programme has besides what its plan takes. */
export const BUDGET_LEFT = 1_000_000n;

/** Blocks on top of the approval, so that no reorganisation of a case takes it back. */
const QUIET_BLOCKS = 12;

const GWEI = 1_000_000_000n;
const YEAR = 365 * 86_400;

/**
 * A node with a region and an approved run of which nothing is paid, behind a proxy. Cases are played on it one after the
 * other; it goes back to this state in between.
 */
export type World = {
  readonly node: FaultNode;
  readonly proxy: FaultProxy;
  readonly system: System;
  readonly deployment: Deployment;
  readonly folders: Folders;
  readonly plan: FaultPlan;
  wallet(actor: Actor): Promise<Wallet>;
  /** Everything on the chain as it was. */
  restore(): Promise<void>;
  close(): Promise<void>;
};

export async function createWorld(name: NodeName): Promise<World> {
  const node = await startNode(name);
  const { chain } = node;
  const wallet = async (actor: Actor) => await signerFor(chain, actor);
  const region = loadRegion(REGION);
  const capCents = (total(STAFF) + ROOM_BELOW_CAP).toString();
  const small = { ...region, currency: { ...region.currency, capCents } };
  const { deployment, system } = await deploySystem(chain, small, await wallet("deployer"), memoryStore());
  const folders = freshFolders(deployment);
  const programme = await openFunded(node, system, wallet, "bonus", total(STAFF) + BUDGET_LEFT);
  const plan = await makeSmallPlan(chain, folders, programme, STAFF);
  await propose(system, await wallet("bonusOfficer"), plan);
  const approver = system.issuance.connect(await wallet("approver"));
  await (await approver.approveRun(await runOf(system, plan))).wait();
  await node.send("hardhat_mine", [`0x${QUIET_BLOCKS.toString(16)}`]);
  await setBaseFee(node, GWEI);
  await node.send("evm_mine");
  let snapshot = await node.send("evm_snapshot");
  const proxy = await startProxy(node.url);

  return {
    node,
    proxy,
    system,
    deployment,
    folders,
    plan,
    wallet,
    async restore() {
      await proxy.settled();
      proxy.behaveWell();
      proxy.switchTo(node.url);
      proxy.onSending = () => {};
      if ((await node.send("evm_revert", [snapshot])) !== true) throw new Error(`${name} did not go back`);
      // anvil keeps what waits to be mined, and whether anything is mined, through a revert.
      if (name === "anvil") await node.send("anvil_dropAllTransactions");
      await node.send("evm_setAutomine", [true]);
      await setBaseFee(node, GWEI);
      await node.send("evm_mine");
      snapshot = await node.send("evm_snapshot");
    },
    async close() {
      await proxy.close();
      await node.close();
      rmSync(join(folders.runs, ".."), { recursive: true, force: true });
    },
  };
}

/** Wei per gas of the next block. */
export async function setBaseFee(node: FaultNode, wei: bigint): Promise<void> {
  await node.send("hardhat_setNextBlockBaseFeePerGas", [`0x${wei.toString(16)}`]);
}

const PURPOSES = { bonus: 0, reward: 1 } as const;
let decisions = 0;

/** Opens a programme of so many cents, and attests as many (or fewer) euros for it. */
export async function openFunded(
  { chain }: FaultNode,
  { issuance }: System,
  wallet: World["wallet"],
  purpose: keyof typeof PURPOSES,
  budget: bigint,
  attested = budget,
): Promise<number> {
  const now = (await chain.provider.getBlock("latest"))?.timestamp ?? 0;
  const decision = id(`decision ${++decisions}`);
  const council = issuance.connect(await wallet("council"));
  // anvil answers before it has mined.
  await (await council.openProgramme(PURPOSES[purpose], budget, now - 86_400, now + YEAR, decision)).wait();
  const programme = Number(await issuance.programmeCount());
  const treasurer = issuance.connect(await wallet("treasurer"));
  await (await treasurer.attest(programme, attested, id(`order ${programme} of ${decision}`))).wait();
  return programme;
}

export async function propose({ issuance }: System, officer: Wallet, { plan }: FaultPlan): Promise<void> {
  const { payments, cents } = plan.totals;
  const { programmeId, root, planHash } = plan;
  await (await issuance.connect(officer).proposeRun(programmeId, root, planHash, payments, cents)).wait();
}

export async function runOf({ issuance }: System, { plan }: FaultPlan): Promise<bigint> {
  return await issuance.runOfPlan(plan.planHash);
}

/** Lets a granted role come into force: some are granted days ahead. */
export async function afterDelay({ node, system }: World, role: bigint, account: string): Promise<void> {
  const { since } = await system.manager.getAccess(role, account);
  const now = (await node.chain.provider.getBlock("latest"))?.timestamp ?? 0;
  if (Number(since) <= now) return;
  await node.send("evm_setNextBlockTimestamp", [Number(since) + 1]);
  await node.send("evm_mine");
}
