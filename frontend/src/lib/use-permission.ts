// SPDX-License-Identifier: EUPL-1.2
import { ROLES } from "@monnaie-commune/sdk/generated/roles";
import { useQuery } from "@tanstack/react-query";
import { useConfig, useConnection } from "wagmi";
import { readContract } from "wagmi/actions";
import { useContracts } from "./contracts.ts";
import { ROLE_OF, type Action } from "./permissions.ts";
import { CHAIN_KEY } from "./query-client.ts";
import { useRuntime } from "./runtime-context.ts";

/** `unknown` while the chain is asked, and when it does not answer. */
export type Permission = "granted" | "denied" | "unknown";

/** Whether the connected account may do something, as the access manager says. */
export function usePermission(action: Action): Permission {
  const config = useConfig();
  const { address } = useConnection();
  const { chainId } = useRuntime();
  const { accessManager } = useContracts();
  const { data } = useQuery({
    queryKey: [CHAIN_KEY, "permission", action, address],
    enabled: address !== undefined,
    queryFn: async () => {
      if (address === undefined) return false;
      const args = [ROLES[ROLE_OF[action]], address] as const;
      const [isMember, delay] = await readContract(config, {
        ...accessManager,
        chainId,
        functionName: "hasRole",
        args,
      });
      // Issuance acts at once or not at all: a member who has to announce what they do is refused.
      return isMember && delay === 0;
    },
  });
  if (address === undefined) return "denied";
  if (data === undefined) return "unknown";
  return data ? "granted" : "denied";
}
