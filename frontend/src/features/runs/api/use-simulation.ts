// SPDX-License-Identifier: EUPL-1.2
import { limitsFrom, officerRole } from "@monnaie-commune/sdk/bonus/run-state";
import { type Finding, findingsOf, tryChunks } from "@monnaie-commune/sdk/bonus/simulate-run";
import { useState } from "react";
import type { EIP1193RequestFn } from "viem";
import { useConfig } from "wagmi";
import { estimateFeesPerGas, getBalance, getBlock, getClient, readContract } from "wagmi/actions";
import { useContracts } from "../../../lib/contracts.ts";
import type { Address } from "../../../lib/runtime-config.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import { type Problem, problemOf } from "../../../lib/errors.ts";
import type { ReadyPlan } from "../plan.ts";
import type { Run } from "../run.ts";
import { readIsChunkPaid } from "./read-runs.ts";
import { readStructures } from "./read-structures.ts";

/** How a rehearsal ended; `fee` and `funds` are wei. */
export type Simulated = { gas: bigint; dearestChunk: bigint; fee: bigint; funds: bigint; findings: Finding[] };

export type SimulationState =
  | { step: "idle" }
  | { step: "running"; checked: number; all: number }
  | { step: "done"; result: Simulated }
  | { step: "failed"; problem: Problem };

const NOT_PROPOSED = { runId: 0n, state: "none" } as const;

/** Does everything of a run but sending: each chunk is carried out by the node and thrown away. */
export function useSimulation({ plan, chunks }: ReadyPlan, run: Run | null) {
  const config = useConfig();
  const { chainId } = useRuntime();
  const contracts = useContracts();
  const [state, setState] = useState<SimulationState>({ step: "idle" });

  const simulate = async (officer: Address): Promise<Simulated> => {
    const { issuance, token, accessManager } = contracts;
    const client = getClient(config, { chainId });
    if (!client) throw new Error(`No client for chain ${chainId}`);
    const request = client.request as EIP1193RequestFn;
    const at = { chainId };
    const programmeId = BigInt(plan.programmeId);
    const [programme, isClosed, cap, totalSupply, block, fees, { value: funds }] = await Promise.all([
      readContract(config, { ...issuance, ...at, functionName: "programmeOf", args: [programmeId] }),
      readContract(config, { ...issuance, ...at, functionName: "isClosed" }),
      readContract(config, { ...token, ...at, functionName: "cap" }),
      readContract(config, { ...token, ...at, functionName: "totalSupply" }),
      getBlock(config, at),
      estimateFeesPerGas(config, at),
      getBalance(config, { ...at, address: officer }),
    ]);
    const role = [officerRole(programme.purpose), officer] as const;
    const [isOfficer] = await readContract(config, { ...accessManager, ...at, functionName: "hasRole", args: role });
    const now = block.timestamp;
    const limits = limitsFrom(programme, { cap, totalSupply });
    const asked = { config, chainId, contracts };
    const structures = plan.purpose === "subsidy" ? await readStructures(asked) : [];
    const where = run ?? NOT_PROPOSED;
    const standing = { plan, run: where, officer, isOfficer, isClosed, now, programme, limits, structures };
    const trial = await tryChunks({
      request: (method, params) => request({ method, params: [...params] }),
      contracts: { token: token.address, issuance: issuance.address },
      run: where,
      officer,
      chunks: chunks.map(({ chunk }) => chunk),
      proof: (index) => chunks[index]?.proof ?? [],
      isPaid: (index) => readIsChunkPaid(asked, run?.runId ?? 0n, index),
      onChunk: (checked, all) => setState({ step: "running", checked, all }),
    });
    const { gas, dearestChunk } = trial;
    const fee = gas * fees.maxFeePerGas;
    const findings = [...findingsOf(standing), ...trial.findings];
    if (funds < fee) findings.push({ code: "shortOfFunds", address: officer });
    return { gas, dearestChunk, fee, funds, findings };
  };

  const start = async (officer: Address) => {
    if (state.step === "running") return;
    setState({ step: "running", checked: 0, all: plan.chunks.length });
    try {
      setState({ step: "done", result: await simulate(officer) });
    } catch (error) {
      setState({ step: "failed", problem: problemOf(error) });
    }
  };
  return { state, start };
}
