// SPDX-License-Identifier: EUPL-1.2
import { useQuery } from "@tanstack/react-query";
import { useConfig } from "wagmi";
import { readContract } from "wagmi/actions";
import { useContracts } from "../../../lib/contracts.ts";
import { CHAIN_KEY } from "../../../lib/query-client.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import type { Programme } from "../../audit/audit.ts";

/** Every programme, and what limits them all; amounts in cents. */
export type Programmes = {
  programmes: Programme[];
  cap: bigint;
  totalSupply: bigint;
  isClosed: boolean;
};

export function useProgrammes() {
  const config = useConfig();
  const { chainId } = useRuntime();
  const { issuance, token } = useContracts();
  return useQuery({
    queryKey: [CHAIN_KEY, "programmes"],
    queryFn: async (): Promise<Programmes> => {
      const [count, cap, totalSupply, isClosed] = await Promise.all([
        readContract(config, { ...issuance, chainId, functionName: "programmeCount" }),
        readContract(config, { ...token, chainId, functionName: "cap" }),
        readContract(config, { ...token, chainId, functionName: "totalSupply" }),
        readContract(config, { ...issuance, chainId, functionName: "isClosed" }),
      ]);
      const ids = Array.from({ length: Number(count) }, (_, index) => BigInt(index) + 1n);
      const programmes = await Promise.all(
        ids.map(async (programmeId) => {
          const call = { ...issuance, chainId, functionName: "programmeOf", args: [programmeId] } as const;
          return { programmeId, ...(await readContract(config, call)) };
        }),
      );
      return { programmes, cap, totalSupply, isClosed };
    },
  });
}
