// SPDX-License-Identifier: EUPL-1.2
import { REFUSAL_REASONS } from "@monnaie-commune/sdk/exits/reasons";
import { findCode } from "@monnaie-commune/sdk/public-list";
import { transferHash } from "@monnaie-commune/sdk/exits/request";
import type { Region } from "@monnaie-commune/sdk/regions";
import { type TransactionResponse, Wallet } from "ethers";
import { loadDeployment } from "../lib/deployment-file.ts";
import type { Chain } from "../lib/network.ts";
import { developmentKey, signerFor } from "../lib/signers.ts";
import { systemAt } from "../lib/system.ts";

/** Demo identities by their index on the development chain: a customer and the two shops anybody may play. */
const NAIMA = 11;
const BAKERY = 12;
const BOOKSHOP = 13;

const PURCHASE = 60_00n;
const PAID = 25_00n;
const WAITING = 12_50n;
const REFUSED = 20_00n;

/** Shops that took money in and ask for euros: one was paid, one is refused, one waits. */
export async function seedExits(chain: Chain, region: Region): Promise<{ requests: bigint }> {
  const deployment = await loadDeployment(chain, region.slug);
  const as = (index: number) => systemAt(deployment, new Wallet(developmentKey(index), chain.provider));
  const [naima, bakery, bookshop] = [as(NAIMA), as(BAKERY), as(BOOKSHOP)];
  const treasury = systemAt(deployment, await signerFor(chain, "treasurer")).redemptions;
  const { feeBps } = region.exits;
  const done = async (sent: Promise<TransactionResponse>) => await (await sent).wait();
  for (const shop of [bakery, bookshop]) {
    await done(naima.token.transfer(addressOf(shop), PURCHASE));
    await done(shop.token.approve(shop.redemptions, PURCHASE));
  }
  await done(bakery.redemptions.request(PAID, feeBps));
  await done(bookshop.redemptions.request(REFUSED, feeBps));
  await done(bakery.redemptions.request(WAITING, feeBps));
  await done(treasury.confirm(1, transferHash("VIR 2026-0117")));
  await done(treasury.refuse(2, findCode(REFUSAL_REASONS, "bankDetails")?.code ?? 1));
  return { requests: await treasury.requestCount() };
}

function addressOf({ token }: ReturnType<typeof systemAt>): string {
  return (token.runner as Wallet).address;
}
