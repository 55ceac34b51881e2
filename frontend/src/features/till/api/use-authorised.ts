// SPDX-License-Identifier: EUPL-1.2
import { readAuthorised, readUses } from "@monnaie-commune/sdk/ledger/authorised";
import { createViemSource } from "@monnaie-commune/sdk/ledger/viem-source";
import { referenceNonce } from "@monnaie-commune/sdk/payments/authorisation";
import { useQuery } from "@tanstack/react-query";
import { useConfig, type Config } from "wagmi";
import { getClient } from "wagmi/actions";
import { keptLogs } from "../../../lib/ledger/log-store.ts";
import { CHAIN_KEY } from "../../../lib/query-client.ts";
import type { Address } from "../../../lib/runtime-config.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";
import type { TillRequest } from "../till-request.ts";

const EVERY_MS = 10_000;

function sourceOf(config: Config, chainId: number) {
  const client = getClient(config, { chainId });
  if (!client) throw new Error(`No client for chain ${chainId}`);
  return createViemSource(client);
}

/** The payments a shop signed: its refunds are among them. */
export function useAuthorised(shop: Address) {
  const config = useConfig();
  const { chainId, deployment } = useRuntime();
  const { address: token, block: fromBlock } = deployment.contracts.RegionalToken;
  return useQuery({
    queryKey: [CHAIN_KEY, "authorised", shop],
    queryFn: ({ signal }) =>
      readAuthorised(sourceOf(config, chainId), token, shop, { fromBlock, store: keptLogs, signal }),
    refetchInterval: EVERY_MS,
  });
}

/** The labels this till gave, by the transactions their requests were paid in. */
export function useLabels(requests: readonly TillRequest[]) {
  const config = useConfig();
  const { chainId, deployment } = useRuntime();
  const token = deployment.contracts.RegionalToken.address;
  const named = requests.filter(({ label }) => label !== undefined);
  return useQuery({
    queryKey: [CHAIN_KEY, "labels", named.map(({ reference }) => reference)],
    queryFn: async ({ signal }) => {
      const source = sourceOf(config, chainId);
      const labels = new Map(named.map(({ reference, label }) => [referenceNonce(reference), label]));
      const range = { fromBlock: named[0]?.fromBlock ?? 0, toBlock: await source.latestBlock(), signal };
      const uses = await readUses(source, token, [...labels.keys()], range);
      return new Map(uses.map(({ tx, nonce }) => [tx as string, labels.get(nonce)]));
    },
    refetchInterval: EVERY_MS,
  });
}
