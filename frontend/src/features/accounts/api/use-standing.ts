// SPDX-License-Identifier: EUPL-1.2
import { ROLES, type RoleName } from "@monnaie-commune/sdk/generated/roles";
import { useQuery } from "@tanstack/react-query";
import { useConfig, useConnection } from "wagmi";
import { readContract } from "wagmi/actions";
import { useContracts } from "../../../lib/contracts.ts";
import { CHAIN_KEY, KEPT } from "../../../lib/query-client.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";

/** What an account is to the region: whether the register of shops knows it, and the roles it holds. */
export type Standing = { isShop: boolean; roles: readonly RoleName[] };

const NOBODY: Standing = { isShop: false, roles: [] };
const STALE_MS = 60_000;
const NEVER_APPLIED = 0;

/** Roles that people hold; the others are the contracts' own. */
const HUMAN_ROLES: readonly RoleName[] = [
  "COUNCIL",
  "TREASURER",
  "BONUS_OFFICER",
  "REWARD_OFFICER",
  "APPROVER",
  "REGISTRAR",
  "REVIEWER",
  "GUARDIAN",
];

/** What the connected account is to the region; nobody in particular until the chain has answered. */
export function useStanding(): Standing {
  const config = useConfig();
  const { address } = useConnection();
  const { chainId } = useRuntime();
  const { accessManager, registry } = useContracts();
  const { data } = useQuery({
    queryKey: [CHAIN_KEY, "standing", address],
    meta: KEPT,
    enabled: address !== undefined,
    staleTime: STALE_MS,
    queryFn: async (): Promise<Standing> => {
      if (address === undefined) return NOBODY;
      const [merchant, held] = await Promise.all([
        readContract(config, { ...registry, chainId, functionName: "merchantOf", args: [address] }),
        Promise.all(
          HUMAN_ROLES.map((role) =>
            readContract(config, { ...accessManager, chainId, functionName: "hasRole", args: [ROLES[role], address] }),
          ),
        ),
      ]);
      return { isShop: merchant.status !== NEVER_APPLIED, roles: HUMAN_ROLES.filter((_, index) => held[index]?.[0]) };
    },
  });
  return data ?? NOBODY;
}
