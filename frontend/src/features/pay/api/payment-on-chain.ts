// SPDX-License-Identifier: EUPL-1.2
import { createViemSource } from "@monnaie-commune/sdk/ledger/viem-source";
import { paymentStory } from "@monnaie-commune/sdk/payments/story";
import type { Config } from "wagmi";
import { getClient, readContract } from "wagmi/actions";
import type { useContracts } from "../../../lib/contracts.ts";
import { RelayError } from "../../../lib/relay-error.ts";
import type { TransactionState } from "../../../lib/transaction-state.ts";
import type { SignedPayment } from "../signed-payments.ts";

type Token = ReturnType<typeof useContracts>["token"];

/** Blocks lag behind clocks: a signature is given up a little after it ran out. */
const MARGIN_S = 60;

/**
 * Asks the chain, which alone says that a signed payment is written; undefined while it may still be.
 * @throws RelayError when it never will be.
 */
export async function paymentOnChain(
  config: Config,
  token: Token,
  { signed, block }: SignedPayment,
): Promise<TransactionState | undefined> {
  const { chainId, from, nonce, validBefore } = signed;
  const question = { ...token, chainId, functionName: "authorizationState", args: [from, nonce] } as const;
  if (!(await readContract(config, question))) {
    if (Date.now() / 1000 > validBefore + MARGIN_S) throw new RelayError("expired");
    return undefined;
  }
  const client = getClient(config, { chainId });
  if (!client) throw new Error(`No client for chain ${chainId}`);
  const story = await paymentStory(createViemSource(client), signed, block);
  if (story.kind === "other") throw new RelayError("ERC3009UsedAuthorization", { authorizer: from, nonce });
  if (story.kind === "cancelled") throw new RelayError("cancelled");
  return { step: "confirmed", hash: story.tx, at: story.at, block: BigInt(story.block) };
}
