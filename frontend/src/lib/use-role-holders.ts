// SPDX-License-Identifier: EUPL-1.2
import { ROLES, type RoleName } from "@monnaie-commune/sdk/generated/roles";
import { actsOf, journalPlace } from "@monnaie-commune/sdk/ledger/acts";
import { dated } from "@monnaie-commune/sdk/ledger/dates";
import { rolePeriods } from "@monnaie-commune/sdk/ledger/role-periods";
import { fetchLogs } from "@monnaie-commune/sdk/ledger/source";
import { createViemSource } from "@monnaie-commune/sdk/ledger/viem-source";
import { useQuery } from "@tanstack/react-query";
import { numberToHex } from "viem";
import { useConfig } from "wagmi";
import { getBytecode, getClient } from "wagmi/actions";
import { CHAIN_KEY } from "./query-client.ts";
import type { Address } from "./runtime-config.ts";
import { useRuntime } from "./runtime-context.ts";

/** Who holds a role; `isSafe` when it is a contract, which signs elsewhere and with several people. */
export type RoleHolder = { address: Address; isSafe: boolean };

/** What stands at the address of a person whose account was given code for a while (EIP-7702). */
const DELEGATION = "0xef0100";

export function useRoleHolders(role: RoleName) {
  const config = useConfig();
  const { chainId, deployment } = useRuntime();
  return useQuery({
    queryKey: [CHAIN_KEY, "holders", role],
    queryFn: async ({ signal }): Promise<RoleHolder[]> => {
      const client = getClient(config, { chainId });
      if (!client) throw new Error(`No client for chain ${chainId}`);
      const source = createViemSource(client);
      const { contracts } = journalPlace(deployment);
      // Whatever the manager tells of this role: its number comes first in each of those events.
      const topics = [null, [numberToHex(ROLES[role], { size: 32 })]];
      const logs = await fetchLogs(source, {
        fromBlock: deployment.contracts.AccessManager.block,
        toBlock: await source.latestBlock(),
        filters: [{ addresses: [contracts.AccessManager], topics }],
        signal,
      });
      const periods = rolePeriods(actsOf(await dated(source, logs), contracts));
      const holders = periods.filter(({ taken }) => taken === undefined).map(({ account }) => account);
      return await Promise.all(
        holders.map(async (address) => {
          const code = await getBytecode(config, { chainId, address });
          return { address, isSafe: code !== undefined && !code.startsWith(DELEGATION) };
        }),
      );
    },
  });
}
