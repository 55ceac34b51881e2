// SPDX-License-Identifier: EUPL-1.2
import type { actsOf, BonusPlan } from "@monnaie-commune/sdk/bonus/plan";
import type { PlanProblem } from "@monnaie-commune/sdk/bonus/read-plan";
import type { RuleError } from "@monnaie-commune/sdk/bonus/rules";
import type { RunChunk } from "@monnaie-commune/sdk/bonus/run-chunks";
import type { RuntimeConfig } from "../../lib/runtime-config.ts";

type Hex = `0x${string}`;

/** A plan that passed all checks, its file as the terminal writes it, each of its chunks with its proof, and its acts. */
export type ReadyPlan = { plan: BonusPlan; text: string; chunks: Chunk[]; acts: ReturnType<typeof actsOf> };

/** A chunk as the chain numbers it, the people on it, and its proof. */
export type Chunk = { chunk: RunChunk; size: number; proof: Hex[] };

/** Why a plan cannot be used here. */
export type PlanRefusal = PlanProblem | "otherChain" | "otherDeployment" | "otherPurpose" | "otherPlan" | "otherRun";

/** What a file turned out to be. */
export type ReadFile =
  | { kind: "plan"; ready: ReadyPlan }
  | { kind: "errors"; errors: RuleError[] }
  | { kind: "refused"; problem: PlanRefusal };

/** Whether a plan was made for the chain and the contracts this dApp was opened for. */
export function refusalHere(
  { chainId, token, issuance }: BonusPlan,
  runtime: Pick<RuntimeConfig, "chainId" | "deployment">,
): PlanRefusal | undefined {
  if (chainId !== runtime.chainId) return "otherChain";
  const { RegionalToken, Issuance } = runtime.deployment.contracts;
  return token === RegionalToken.address && issuance === Issuance.address ? undefined : "otherDeployment";
}
