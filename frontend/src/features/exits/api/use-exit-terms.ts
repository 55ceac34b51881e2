// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from "@tanstack/react-query";
import { useConfig } from "wagmi";
import { readContract } from "wagmi/actions";
import { useContracts } from "../../../lib/contracts.ts";
import { CHAIN_KEY } from "../../../lib/query-client.ts";
import type { Address } from "../../../lib/runtime-config.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";

const EVERY_MS = 10_000;

// The order of IMerchantRegistry.Status.
const APPROVED = 2;
const SUSPENDED = 3;

/** What an account may still ask for this month, in cents, at which fee, and whether it may at all. */
export type ExitTerms = {
  standing: "approved" | "suspended" | "none";
  feeBps: number;
  left: bigint;
  allowance: bigint;
};

export function useExitTerms(shop: Address) {
  const config = useConfig();
  const { chainId } = useRuntime();
  const { redemptions, registry } = useContracts();
  return useQuery({
    queryKey: [CHAIN_KEY, "exit-terms", shop],
    queryFn: async (): Promise<ExitTerms> => {
      const at = { ...redemptions, chainId };
      const [status, feeBps, left, allowance] = await Promise.all([
        readContract(config, { ...registry, chainId, functionName: "statusOf", args: [shop] }),
        readContract(config, { ...at, functionName: "feeBps" }),
        readContract(config, { ...at, functionName: "leftThisMonth", args: [shop] }),
        readContract(config, { ...at, functionName: "monthlyAllowance" }),
      ]);
      const standing = status === APPROVED ? "approved" : status === SUSPENDED ? "suspended" : "none";
      return { standing, feeBps, left, allowance };
    },
    refetchInterval: EVERY_MS,
  });
}
