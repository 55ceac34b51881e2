// SPDX-License-Identifier: EUPL-1.2
import { Failure } from "../failure.ts";
import type { Chain } from "../network.ts";

/** The node may have been exchanged for another chain's while we were working. */
export async function checkChain(chain: Chain): Promise<void> {
  const actual = Number(BigInt((await chain.provider.send("eth_chainId", [])) as string));
  if (actual !== chain.chainId) {
    throw new Failure(3, "sending.chainChanged", { network: chain.name, expected: chain.chainId, actual });
  }
}

function messageOf(error: unknown): string {
  const parts: string[] = [];
  for (let link = error; link instanceof Error && parts.length < 8; link = link.cause) parts.push(link.message);
  return parts.join(" ").toLowerCase();
}

// Words of geth, erigon and reth; Nethermind writes them as one (`OldNonce`), Besu in words of its own.
const ABOUT_NUMBER =
  /already ?known|known transaction|already imported|already exists|replacement transaction underpriced|replacement ?not ?allowed|nonce (?:is )?too (?:low|high|distant)|nonce has already|nonce ?already ?used|old ?nonce|nonce ?gap|nonce ?too ?far/u;

const ABOUT_FEE =
  /too low for the next block|less than block base fee|(?<!replacement )transaction underpriced|fee ?too ?low|fee ?cap|gas price below/u;

const OUT_OF_FUNDS =
  /insufficient ?funds|doesn't have enough funds|enough funds to send|insufficient balance for transfer|upfront cost exceeds/u;

/**
 * The number is taken, by these bytes or others, or one before it is missing: `outcome` finds out, and broadcasts again
 * what the node does not have.
 */
export function isAboutNumber(error: unknown): boolean {
  return ABOUT_NUMBER.test(messageOf(error));
}

/** The offer is too low for now: `outcome` raises it, or waits until the network asks for less. */
export function isAboutFee(error: unknown): boolean {
  return ABOUT_FEE.test(messageOf(error));
}

export function isOutOfFunds(error: unknown): boolean {
  return OUT_OF_FUNDS.test(messageOf(error));
}
