// SPDX-License-Identifier: EUPL-1.2
import { MerchantRegistryAbi, RegionalTokenAbi } from "@monnaie-commune/sdk/generated/abis";
import { createPublicClient, createWalletClient, http, type Hex } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { person } from "./people.ts";
import type { Stack } from "./test.ts";

const SUSPENDED = 3;

export async function balanceOf({ rpcUrl, token }: Stack, account: Hex): Promise<bigint> {
  const client = createPublicClient({ transport: http(rpcUrl) });
  return client.readContract({ address: token, abi: RegionalTokenAbi, functionName: "balanceOf", args: [account] });
}

/** The network's coin, of which citizens have none. */
export async function coinOf({ rpcUrl }: Stack, account: Hex): Promise<bigint> {
  return createPublicClient({ transport: http(rpcUrl) }).getBalance({ address: account });
}

/** Has Camille give an account some cents of the currency, and no coin. */
export async function fund({ rpcUrl, token }: Stack, account: Hex, cents: bigint): Promise<void> {
  const client = createWalletClient({ account: privateKeyToAccount(person("camille").key), transport: http(rpcUrl) });
  const call = { address: token, abi: RegionalTokenAbi, functionName: "transfer", args: [account, cents] } as const;
  const hash = await client.writeContract({ ...call, chain: null });
  await createPublicClient({ transport: http(rpcUrl) }).waitForTransactionReceipt({ hash, pollingInterval: 50 });
}

/** The shop that the region has suspended. */
export async function suspendedShop({ rpcUrl, registry }: Stack): Promise<Hex> {
  const merchants = await createPublicClient({ transport: http(rpcUrl) }).readContract({
    address: registry,
    abi: MerchantRegistryAbi,
    functionName: "merchants",
    args: [0n, 100n],
  });
  const shop = merchants.find(({ status }) => status === SUSPENDED);
  if (!shop) throw new Error("No shop is suspended");
  return shop.account;
}
