// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from "@tanstack/react-query";
import { useConfig } from "wagmi";
import { getBlockNumber, readContract } from "wagmi/actions";
import { useContracts } from "../../../lib/contracts.ts";
import { CHAIN_KEY } from "../../../lib/query-client.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";

/** What the contracts say of their own rules, all at one block; amounts in cents, shares in basis points. */
export function useRules() {
  const config = useConfig();
  const { chainId } = useRuntime();
  const { token, issuance, redemptions } = useContracts();
  return useQuery({
    queryKey: [CHAIN_KEY, "rules"],
    queryFn: async () => {
      const blockNumber = await getBlockNumber(config, { chainId });
      const at = { chainId, blockNumber };
      const [cap, ordinary, merchant, rateCeilingBps, today, feeBps, feeCeilingBps, monthlyAllowance, isIssuingClosed] =
        await Promise.all([
          readContract(config, { ...token, ...at, functionName: "cap" }),
          readContract(config, { ...token, ...at, functionName: "ratesOf", args: [0] }),
          readContract(config, { ...token, ...at, functionName: "ratesOf", args: [1] }),
          readContract(config, { ...token, ...at, functionName: "rateCeilingBps" }),
          readContract(config, { ...token, ...at, functionName: "today" }),
          readContract(config, { ...redemptions, ...at, functionName: "feeBps" }),
          readContract(config, { ...redemptions, ...at, functionName: "feeCeilingBps" }),
          readContract(config, { ...redemptions, ...at, functionName: "monthlyAllowance" }),
          readContract(config, { ...issuance, ...at, functionName: "isClosed" }),
        ]);
      return {
        block: Number(blockNumber),
        cap,
        ordinary,
        merchant,
        rateCeilingBps,
        today,
        feeBps,
        feeCeilingBps,
        monthlyAllowance,
        isIssuingClosed,
      };
    },
  });
}

export type Rules = NonNullable<ReturnType<typeof useRules>["data"]>;
