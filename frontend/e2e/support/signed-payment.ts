// SPDX-License-Identifier: EUPL-1.2
import { RegionalTokenAbi } from "@monnaie-commune/sdk/generated/abis";
import {
  AUTHORISATION_SECONDS,
  referenceNonce,
  signedAuthorisation,
  transferArguments,
  transferTypedData,
} from "@monnaie-commune/sdk/payments/authorisation";
import { createWalletClient, defineChain, http, publicActions, type Hex } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { person, type PersonName } from "./people.ts";
import type { Stack } from "./test.ts";

/** Pays cents for a reference, as any wallet can: signs it, sends it, and waits until it is written. */
export async function payForReference(
  { chainId, rpcUrl, token }: Stack,
  payer: PersonName,
  to: Hex,
  cents: bigint,
  reference: string,
): Promise<Hex> {
  const account = privateKeyToAccount(person(payer).key);
  const chain = defineChain({
    id: chainId,
    name: "test",
    nativeCurrency: { name: "Ether", symbol: "ETH", decimals: 18 },
    rpcUrls: { default: { http: [rpcUrl] } },
  });
  const client = createWalletClient({ account, chain, transport: http(rpcUrl) }).extend(publicActions);
  const contract = { address: token, abi: RegionalTokenAbi } as const;
  const currency = { name: await client.readContract({ ...contract, functionName: "name" }), chainId, token };
  const { timestamp } = await client.getBlock();
  const payment = {
    from: account.address,
    to,
    value: cents,
    validAfter: 0,
    validBefore: Math.max(Number(timestamp), Math.floor(Date.now() / 1000)) + AUTHORISATION_SECONDS,
    nonce: referenceNonce(reference),
  };
  const signature = await account.signTypedData(transferTypedData(currency, payment));
  const args = transferArguments(signedAuthorisation(currency, payment, signature));
  const hash = await client.writeContract({ ...contract, functionName: "transferWithAuthorization", args });
  const { status } = await client.waitForTransactionReceipt({ hash, pollingInterval: 50 });
  if (status !== "success") throw new Error(`A payment of the tests was refused: ${hash}`);
  return hash;
}
