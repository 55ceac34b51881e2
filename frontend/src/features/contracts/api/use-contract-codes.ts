// SPDX-License-Identifier: EUPL-1.2
import { CONTRACT_NAMES, type ContractName } from "@monnaie-commune/sdk/deployments";
import { isPublishedProgram } from "@monnaie-commune/sdk/runtime-code";
import { useQuery } from "@tanstack/react-query";
import { useConfig } from "wagmi";
import { getBytecode } from "wagmi/actions";
import { CHAIN_KEY } from "../../../lib/query-client.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";

/** How the code at a contract's address stands to the published one; "unknown" where nothing was published. */
export type CodeStanding = "published" | "different" | "none" | "unknown";

/** Reads the code of every contract and computes its fingerprint here. */
export function useContractCodes() {
  const config = useConfig();
  const { chainId, deployment } = useRuntime();
  return useQuery({
    queryKey: [CHAIN_KEY, "code"],
    queryFn: async () => {
      const standings = CONTRACT_NAMES.map(async (name): Promise<[ContractName, CodeStanding]> => {
        const { address, code: published } = deployment.contracts[name];
        const code = await getBytecode(config, { chainId, address });
        if (code === undefined) return [name, "none"];
        if (published === undefined) return [name, "unknown"];
        return [name, isPublishedProgram(code, published) ? "published" : "different"];
      });
      return Object.fromEntries(await Promise.all(standings)) as Record<ContractName, CodeStanding>;
    },
  });
}
