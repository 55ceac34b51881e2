// SPDX-License-Identifier: EUPL-1.2
import { useRuntime } from "../../../lib/runtime-context.ts";
import type { Node } from "./plan-tasks.ts";

/** Where the worker reads the chain. */
export function useNode(): Node {
  const { chainId, rpcUrl, deployment } = useRuntime();
  const { RegionalToken, Issuance } = deployment.contracts;
  const contracts = { token: RegionalToken.address, issuance: Issuance.address };
  return { chainId, rpcUrl, contracts, fromBlock: Math.min(RegionalToken.block, Issuance.block) };
}
