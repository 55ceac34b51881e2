// SPDX-License-Identifier: EUPL-1.2
// The heavy part of the officers' page: done in a worker, so that ten thousand lines never hold up the page.
import type { FundedStructure } from "@monnaie-commune/sdk/bonus/check-structure";
import type { ReservedAddress } from "@monnaie-commune/sdk/bonus/check-wallet";
import type { Limits } from "@monnaie-commune/sdk/bonus/check-totals";
import { comparePlans, type PlanComparison } from "@monnaie-commune/sdk/bonus/compare";
import { actsOf, type BonusPlan, makePlan, type PlanHead, planText } from "@monnaie-commune/sdk/bonus/plan";
import { readPlan } from "@monnaie-commune/sdk/bonus/read-plan";
import { readStaffFile } from "@monnaie-commune/sdk/bonus/read-staff-file";
import { type Reconciliation, reconcile } from "@monnaie-commune/sdk/bonus/reconcile";
import { runChunks, runTree, sizeOf } from "@monnaie-commune/sdk/bonus/run-chunks";
import {
  payeesOfProgramme,
  runFacts,
  type RunFigures,
  type RunPlace,
  type SheetPlace,
} from "@monnaie-commune/sdk/bonus/run-logs";
import { RUN_STATES } from "@monnaie-commune/sdk/bonus/run-state";
import { IssuanceAbi, RegionalTokenAbi } from "@monnaie-commune/sdk/generated/abis";
import type { LedgerContracts } from "@monnaie-commune/sdk/ledger/entries";
import { createViemSource } from "@monnaie-commune/sdk/ledger/viem-source";
import { createPublicClient, http, sha256, type PublicClient } from "viem";
import { LOCAL_CHAIN_ID } from "../../../lib/runtime-config.ts";
import type { ReadFile, ReadyPlan } from "../plan.ts";

/** What a staff file is checked against, and what a plan made from it is for. */
export type FileContext = {
  head: Omit<PlanHead, "sourceSha256">;
  reserved: readonly ReservedAddress[];
  limits: Limits;
  /** Structures with a convention; asked for only where the programme is for subsidies. */
  structures: readonly FundedStructure[];
};

/** Where the events of runs are read from. */
export type Node = { chainId: number; rpcUrl: string; contracts: LedgerContracts; fromBlock: number };

/** Blocks that make one final, itself included, as in scripts/config/networks.ts. */
const FINAL_DEPTH = 64;

const OPENING_BRACE = 0x7b;
const isSpace = (byte: number) => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

function ready(plan: BonusPlan): ReadyPlan {
  const chunks = runChunks(plan);
  const tree = runTree(chunks);
  const withProofs = chunks.map((chunk, index) => ({ chunk, size: sizeOf(chunk), proof: tree.proof(index) }));
  return { plan, text: planText(plan), chunks: withProofs, acts: actsOf(plan.lines) };
}

function openText(text: string): ReadFile {
  const read = readPlan(text);
  return "plan" in read ? { kind: "plan", ready: ready(read.plan) } : { kind: "refused", problem: read.problem };
}

/** The last block that can no longer be taken back; where the node does not say so, one that is deep enough. */
async function lastFinalBlock(client: PublicClient, chainId: number): Promise<number> {
  const latest = Number(await client.getBlockNumber());
  // The development chain takes nothing back.
  if (chainId === LOCAL_CHAIN_ID) return latest;
  try {
    return Number((await client.getBlock({ blockTag: "finalized" })).number);
  } catch {
    return latest - FINAL_DEPTH + 1;
  }
}

/** What the contracts answer at a block, the claim sheets of all runs among it. */
async function figuresAt(
  client: PublicClient,
  { contracts }: Node,
  runId: bigint,
  block: number,
  sheets: readonly SheetPlace[],
): Promise<RunFigures> {
  const blockNumber = BigInt(block);
  const token = { address: contracts.token, abi: RegionalTokenAbi, blockNumber };
  const issuance = { address: contracts.issuance, abi: IssuanceAbi, blockNumber };
  const [totalSupply, escrow, run, mined, ...states] = await Promise.all([
    client.readContract({ ...token, functionName: "totalSupply" }),
    client.readContract({ ...token, functionName: "balanceOf", args: [contracts.issuance] }),
    client.readContract({ ...issuance, functionName: "runOf", args: [runId] }),
    client.getBlock({ blockNumber }),
    ...sheets.map((sheet) =>
      client.readContract({
        ...issuance,
        functionName: "claimSheetOf",
        args: [sheet.runId, BigInt(sheet.index)],
      }),
    ),
  ]);
  const { paid, paidCount, returned, state } = run;
  const isCancelled = RUN_STATES[state] === "cancelled";
  const waiting = states.map(([, , , remaining]) => remaining);
  return { totalSupply, escrow, paid, paidCount, returned, isCancelled, now: Number(mined.timestamp), waiting };
}

function place({ rpcUrl, contracts, fromBlock }: Node): RunPlace & { client: PublicClient } {
  const client: PublicClient = createPublicClient({ transport: http(rpcUrl, { batch: true }) });
  return { client, source: createViemSource(client), contracts, fromBlock };
}

export const TASKS = {
  /** A plan that was kept or dropped as a file. */
  openPlan: async ({ text }: { text: string }): Promise<ReadFile> => openText(text),

  /** Whatever an officer dropped: a plan, or a staff file of which a plan is made. Without context only plans are read. */
  readFile: async ({ bytes, context }: { bytes: Uint8Array; context?: FileContext }): Promise<ReadFile> => {
    const first = bytes.find((byte) => !isSpace(byte));
    if (first === OPENING_BRACE || context === undefined) return openText(new TextDecoder().decode(bytes));
    const { head, reserved, limits, structures } = context;
    const { purpose, created: planDate } = head;
    const facts = { planDate, reserved, limits };
    const staff = readStaffFile(
      bytes,
      purpose === "subsidy" ? { ...facts, purpose, structures } : { ...facts, purpose },
    );
    if (!staff.ok) return { kind: "errors", errors: staff.errors };
    return { kind: "plan", ready: ready(makePlan({ ...head, sourceSha256: sha256(bytes) }, staff.lines)) };
  },

  /** How a plan differs from that of the last period; nothing when that one cannot be read any more. */
  compare: async (job: { previous: string; plan: BonusPlan }): Promise<PlanComparison | undefined> => {
    const read = readPlan(job.previous);
    return "plan" in read ? comparePlans(read.plan, job.plan) : undefined;
  },

  /** People of a plan who were paid under its programme before. */
  countPaidBefore: async ({ node, plan }: { node: Node; plan: BonusPlan }): Promise<number> => {
    const payees = await payeesOfProgramme(place(node), plan.programmeId);
    return plan.lines.filter(({ wallet }) => wallet !== null && payees.has(wallet)).length;
  },

  /** Holds a plan against the chain, line by line. */
  report: async (job: { node: Node; plan: BonusPlan; runId: bigint }): Promise<ReportedRun> => {
    const { node, plan, runId } = job;
    const { client, ...where } = place(node);
    // Asked first: what is final then is final in all that is read after it.
    const finalBlock = await lastFinalBlock(client, node.chainId);
    const { block, ...facts } = await runFacts(where, runId, (at, sheets) =>
      figuresAt(client, node, runId, at, sheets),
    );
    return { block, finalBlock, totalSupply: facts.totalSupply, result: reconcile(plan, runId, facts) };
  },
};

/** A run held against the chain, at a block. */
export type ReportedRun = { block: number; finalBlock: number; totalSupply: bigint; result: Reconciliation };

export type PlanTasks = typeof TASKS;
