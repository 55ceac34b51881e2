// SPDX-License-Identifier: EUPL-1.2
import { readAccountLedger } from "@monnaie-commune/sdk/ledger/read";
import { zeroPayments, type SetAside } from "@monnaie-commune/sdk/ledger/set-aside";
import { groupFonte, statementOf, type Statement } from "@monnaie-commune/sdk/ledger/statements";
import { createViemSource } from "@monnaie-commune/sdk/ledger/viem-source";
import { useQuery } from "@tanstack/react-query";
import { useConfig } from "wagmi";
import { getClient } from "wagmi/actions";
import { keptLogs } from "../../../lib/ledger/log-store.ts";
import { CHAIN_KEY, KEPT } from "../../../lib/query-client.ts";
import type { Address } from "../../../lib/runtime-config.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";

const EVERY_MS = 10_000;

/** `zeros` are payments of 0 to or from the account, which are no lines of it. */
export type AccountStatement = Statement & { zeros: SetAside[] };

/** An account's whole statement, neighbouring fonte lines made one; oldest line first. */
export function useStatement(account: Address) {
  const config = useConfig();
  const { chainId, deployment } = useRuntime();
  const { RegionalToken: token, Issuance: issuance, Redemptions: redemptions } = deployment.contracts;
  return useQuery({
    queryKey: [CHAIN_KEY, "statement", account],
    meta: KEPT,
    queryFn: async ({ signal }): Promise<AccountStatement> => {
      const client = getClient(config, { chainId });
      if (!client) throw new Error(`No client for chain ${chainId}`);
      const contracts = { token: token.address, issuance: issuance.address, redemptions: redemptions.address };
      const options = { fromBlock: Math.min(token.block, issuance.block), store: keptLogs, signal };
      const { entries } = await readAccountLedger(createViemSource(client), contracts, account, options);
      const statement = statementOf(entries, account, token.address);
      return { ...statement, lines: groupFonte(statement.lines), zeros: zeroPayments(entries, account) };
    },
    refetchInterval: EVERY_MS,
  });
}
