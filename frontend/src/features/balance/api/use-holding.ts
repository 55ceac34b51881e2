// SPDX-License-Identifier: EUPL-1.2
import { dayOf } from "@monnaie-commune/sdk/days";
import { balanceOn, type AccountState, type Rate } from "@monnaie-commune/sdk/demurrage";
import { useQuery } from "@tanstack/react-query";
import { useConfig, type Config } from "wagmi";
import { getBlock, readContract } from "wagmi/actions";
import { useContracts } from "../../../lib/contracts.ts";
import { CHAIN_KEY, KEPT } from "../../../lib/query-client.ts";
import type { Address } from "../../../lib/runtime-config.ts";
import { useRuntime } from "../../../lib/runtime-context.ts";

const EVERY_MS = 5_000;
const EXEMPT = 2;

/** What an account holds today, in cents, and all that is needed to know what it becomes. */
export type Holding = { cents: bigint; today: number; account: AccountState; rates: readonly Rate[] };

type Token = ReturnType<typeof useContracts>["token"];

/** Today for the contracts; a local chain that slept, or was moved ahead in time, is allowed for. */
export async function readToday(config: Config, chainId: number): Promise<number> {
  const block = await getBlock(config, { chainId });
  return Math.max(dayOf(block.timestamp), dayOf(Date.now() / 1000));
}

async function readRates(config: Config, chainId: number, token: Token, rateClass: number): Promise<readonly Rate[]> {
  if (rateClass === EXEMPT) return [];
  return readContract(config, { ...token, chainId, functionName: "ratesOf", args: [rateClass] });
}

async function readHolding(config: Config, chainId: number, token: Token, address: Address): Promise<Holding> {
  const [today, [worth, settledDay, rateClass]] = await Promise.all([
    readToday(config, chainId),
    readContract(config, { ...token, chainId, functionName: "accountOf", args: [address] }),
  ]);
  const rates = await readRates(config, chainId, token, rateClass);
  const account = { worth, settledDay, rateClass };
  return { cents: balanceOn(account, rates, today), today, account, rates };
}

/** What this account holds; nothing is asked while there is no account. */
export function useHolding(address: Address | undefined) {
  const config = useConfig();
  const { chainId } = useRuntime();
  const { token } = useContracts();
  return useQuery({
    queryKey: [CHAIN_KEY, "holding", address],
    meta: KEPT,
    queryFn: () => readHolding(config, chainId, token, address!),
    enabled: address !== undefined,
    refetchInterval: EVERY_MS,
  });
}

/** The rates of ordinary accounts, for examples shown to people who have no account. */
export function useOrdinaryRates() {
  const config = useConfig();
  const { chainId } = useRuntime();
  const { token } = useContracts();
  return useQuery({
    queryKey: [CHAIN_KEY, "rates", 0],
    meta: KEPT,
    queryFn: async () => {
      const [today, rates] = await Promise.all([readToday(config, chainId), readRates(config, chainId, token, 0)]);
      return { today, rates };
    },
    staleTime: Infinity,
  });
}
