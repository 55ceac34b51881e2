// SPDX-License-Identifier: EUPL-1.2
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Currency } from "@monnaie-commune/sdk/payments/authorisation";
import type { Deployment } from "@monnaie-commune/sdk/deployments";
import { id, type TransactionResponse, Wallet } from "ethers";
import { openFunded, setBaseFee } from "../../../test/faults/world.ts";
import { type FaultNode, startNode } from "../../../test/faults/nodes.ts";
import { anvilPath } from "../../lib/anvil.ts";
import { chunkArgs, payment, prepareRun } from "../../../test/helpers/runs.ts";
import { deploySystem } from "../../lib/deploy-system.ts";
import { deploymentPath, fileStore } from "../../lib/deployment-file.ts";
import { loadRegion } from "../../lib/region-file.ts";
import { type Actor, developmentAddress, signerFor } from "../../lib/signers.ts";
import type { System } from "../../lib/system.ts";
import { type Gate, startGate } from "./gate.ts";
import { type RelayProcess, startRelayProcess } from "./relay-process.ts";

export const REGION = "centre-val-de-loire";
const SHOPS = 20;
const HELD_CENTS = 800_00n;
const CHUNK = 500;
const COIN = 10n ** 18n;
const GWEI = 10n ** 9n;

/** A node with a region on it, people who hold money, and a relay of its own process behind a gate. */
export type World = {
  node: FaultNode;
  gate: Gate;
  relay: RelayProcess;
  system: System;
  currency: Currency;
  /** Account that sends for others. */
  sender: string;
  payers: readonly Wallet[];
  shops: readonly `0x${string}`[];
  close(): Promise<void>;
};

/** @param blockSeconds Seconds between two blocks. */
export async function createWorld(payerCount: number, blockSeconds: number): Promise<World> {
  const node = await startNode(anvilPath() === undefined ? "hardhat" : "anvil");
  const folder = mkdtempSync(join(tmpdir(), "bench-relay-"));
  // The last one opened is the first one closed, also when the next cannot be opened.
  const open: (() => Promise<void>)[] = [
    () => Promise.resolve(rmSync(folder, { recursive: true, force: true })),
    node.close,
  ];
  const close = async () => {
    for (const end of open.splice(0).toReversed()) await end();
  };
  try {
    const deployments = join(folder, "deployments");
    const rest = await settle(node, deployments, payerCount, blockSeconds);
    const gate = await startGate(node.url);
    open.push(gate.close);
    const place = { nodeUrl: gate.url, deployments, folder: join(folder, "relay"), region: REGION };
    const relay = await startRelayProcess(place);
    open.push(relay.stop);
    return { node, gate, relay, ...rest, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A region, people with money, and blocks that come by the clock. */
async function settle(node: FaultNode, deployments: string, payerCount: number, blockSeconds: number) {
  const { chain } = node;
  const wallet = async (actor: Actor) => await signerFor(chain, actor);
  const store = fileStore(deploymentPath(chain.chainId, REGION, deployments));
  const { deployment, system } = await deploySystem(chain, loadRegion(REGION), await wallet("deployer"), store);
  const payers = Array.from({ length: payerCount }, (_, index) => new Wallet(id(`payer ${index}`)));
  await fund(node, system, wallet, payers);
  const sender = developmentAddress("relay");
  await node.send("hardhat_setBalance", [sender, `0x${(1_000_000n * COIN).toString(16)}`]);
  await setBaseFee(node, GWEI);
  await node.send("evm_mine");
  await node.send("evm_setAutomine", [false]);
  await node.send("evm_setIntervalMining", [node.name === "anvil" ? blockSeconds : blockSeconds * 1000]);
  return {
    system,
    currency: currencyOf(deployment, await system.token.name()),
    sender,
    payers,
    shops: Array.from({ length: SHOPS }, (_, index) => new Wallet(id(`shop ${index}`)).address as `0x${string}`),
  };
}

/** Money as people get it: a programme, a run that two people decided, its chunks. */
async function fund(
  node: FaultNode,
  { issuance, ...rest }: System,
  wallet: (actor: Actor) => Promise<Wallet>,
  payers: readonly Wallet[],
) {
  const system = { issuance, ...rest };
  const budget = HELD_CENTS * BigInt(payers.length);
  const programme = await openFunded(node, system, wallet, "bonus", budget);
  const chunks = Array.from({ length: Math.ceil(payers.length / CHUNK) }, (_, index) =>
    payers.slice(index * CHUNK, (index + 1) * CHUNK).map((payer) => payment(payer, HELD_CENTS)),
  );
  const run = prepareRun(chunks);
  const officer = issuance.connect(await wallet("bonusOfficer"));
  // anvil answers before it has mined.
  const mined = async (sent: Promise<TransactionResponse>) => await (await sent).wait();
  await mined(officer.proposeRun(programme, run.tree.root, run.planHash, run.paymentCount, run.total));
  const runId = await issuance.runCount();
  await mined(issuance.connect(await wallet("approver")).approveRun(runId));
  for (const index of chunks.keys()) await mined(officer.payChunk(...chunkArgs(runId, run, index)));
}

function currencyOf({ chainId, contracts }: Deployment, name: string): Currency {
  return { name, chainId, token: contracts.RegionalToken.address };
}
