// SPDX-License-Identifier: EUPL-1.2
import type { Deployment } from "@monnaie-commune/sdk/deployments";
import {
  type Exit,
  exitCancellationTypedData,
  exitTypedData,
  type SignedExit,
  type SignedExitCancellation,
} from "@monnaie-commune/sdk/exits/authorisation";
import { AUTHORISATION_SECONDS, type Currency } from "@monnaie-commune/sdk/payments/authorisation";
import { id } from "ethers";
import type { Hex } from "viem";
import type { PrivateKeyAccount } from "viem/accounts";
import type { Chain } from "../../scripts/lib/network.ts";
import { signerFor } from "../../scripts/lib/signers.ts";
import { systemAt } from "../../scripts/lib/system.ts";

/** A request of 1,00 at 3 %, valid for ten minutes, but for the changes. */
export async function signExit(
  currency: Currency,
  deployment: Deployment,
  shop: PrivateKeyAccount,
  changes: Partial<Exit> = {},
): Promise<SignedExit> {
  const redemptions = deployment.contracts.Redemptions.address;
  const exit: Exit = {
    shop: shop.address,
    amount: 1_00n,
    mostFeeBps: 300,
    validAfter: 0,
    validBefore: Math.floor(Date.now() / 1000) + AUTHORISATION_SECONDS,
    salt: id("salt") as Hex,
    ...changes,
  };
  const signature = await shop.signTypedData(exitTypedData(currency, redemptions, exit));
  return { chainId: currency.chainId, redemptions, ...exit, amount: exit.amount.toString(), signature };
}

export async function signExitCancellation(
  deployment: Deployment,
  shop: PrivateKeyAccount,
  requestId: bigint,
): Promise<SignedExitCancellation> {
  const place = { chainId: deployment.chainId, redemptions: deployment.contracts.Redemptions.address };
  const signature = await shop.signTypedData(exitCancellationTypedData(place, requestId));
  return { ...place, shop: shop.address, requestId: requestId.toString(), signature };
}

/** Puts accounts on the register of shops. */
export async function registerShops(chain: Chain, deployment: Deployment, shops: readonly { address: Hex }[]) {
  const { registry } = systemAt(deployment, await signerFor(chain, "registrar"));
  const details = { category: 3, commune: "0x3435323334", recordHash: id("record"), recordURI: "r.json" };
  for (const { address } of shops) await (await registry.register(address, details)).wait();
}
